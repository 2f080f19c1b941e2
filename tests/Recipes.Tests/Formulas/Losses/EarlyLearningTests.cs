namespace Recipes.Tests.Formulas.Losses;

public sealed class EarlyLearningTests
{
    [Fact]
    public void Is_that_of_the_authors_at_the_second_visit()
    {
        Memory target = default;
        _ = Recipes.Losses.EarlyLearning(Examples.Logits, Examples.Labels, ref target);
        Scalar loss = Recipes.Losses.EarlyLearning(1.5 * (Logits)Examples.Logits, Examples.Labels, ref target);
        Examples.AssertClose(Golden.EarlyLearning, loss.ToArray());
        Examples.AssertClose(Golden.EarlyLearningTarget, ((Row<Class>)target).ToArray());
    }

    /// <summary>By hand: p = 1 − 10⁻⁴ after the clamp, in a row that sums to 1; the target starts at 0 and takes 0.3 of it.</summary>
    [Fact]
    public void Stays_finite_where_the_prediction_is_certain()
    {
        Memory target = new double[] { 0, 0 };
        Scalar loss = Recipes.Losses.EarlyLearning(new double[] { 900, 0 }, 0, ref target);
        var (sure, unsure) = (1 - 1e-4, 1e-4);
        Assert.Equal(Math.Log(1 - 0.3 * (sure * sure + unsure * unsure)), loss, 1e-15);
    }
}
