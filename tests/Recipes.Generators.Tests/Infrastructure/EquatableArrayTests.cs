using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Infrastructure;

public class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = new[] { "a", "b" }.ToEquatableArray();
        EquatableArray<string> other = ["a", "c"];

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.True(one != other);
    }

    [Fact]
    public void Default_is_empty()
    {
        EquatableArray<int> none = default;

        Assert.True(none.IsEmpty);
        Assert.Empty(none);
        Assert.Equal(none, (EquatableArray<int>)[]);
    }
}
