namespace Recipes.ToyChecks.Tests;

public class MeasureTests
{
    /// <summary>Pairs (first, second): 3 &gt; 1, 3 &gt; 2, 2 &gt; 1, and 2 = 2 counts half: 3.5 of 4.</summary>
    [Fact]
    public void Area_under_the_curve() => Assert.Equal(3.5 / 4, Classification.AreaUnderCurve([3, 2], [1, 2]));

    [Fact]
    public void Nothing_to_compare_is_a_coin() => Assert.Equal(0.5, Classification.AreaUnderCurve([], [1]));

    [Fact]
    public void A_prediction_is_right_where_the_true_class_leads()
    {
        var predictions = new Predictions([0.2f, 0.5f, 0.3f, 0.6f, 0.3f, 0.1f], 3, new Rows([0, 0], [1, 2]));
        Assert.True(predictions.IsRight(0));
        Assert.False(predictions.IsRight(1));
        Assert.Equal(0.6f, (float)predictions.Confidence(1));
        Assert.Equal(0.1f, (float)predictions.OfTruth(1));
    }
}
