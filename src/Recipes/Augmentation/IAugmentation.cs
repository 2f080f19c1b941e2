using Recipes.Engine;

namespace Recipes;

/// <summary>Changes copies of prepared rows at random into a second view of them.</summary>
/// <remarks>What it does to a row may depend on nothing but the row, the key and the row's ordinal, so that a resumed run makes what an uninterrupted one would.</remarks>
public interface IAugmentation
{
    /// <summary>Changes one row in place; allocates nothing; is called from several threads at once.</summary>
    /// <param name="row">Prepared features, [inputs].</param>
    /// <param name="key">The key of these draws; the element is the feature.</param>
    /// <param name="ordinal">The draw ordinal of the row.</param>
    void Apply(Span<float> row, RandomKey key, ulong ordinal);
}
