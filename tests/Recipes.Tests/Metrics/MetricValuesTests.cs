using Recipes.Training;

namespace Recipes.Tests.Metrics;

public sealed class MetricValuesTests
{
    [Fact]
    public void What_there_is_is_found_and_the_rest_is_not_a_number()
    {
        var values = new MetricValues(7, [Metric.RSquared, Metric.MeanAbsoluteError], [0.5, 3], unseen: 2);
        Assert.Equal((7L, 2L, 0.5, 3.0), (values.Count, values.Unseen, values[Metric.RSquared], values[Metric.MeanAbsoluteError]));
        Assert.Equal(double.NaN, values[Metric.Accuracy]);
        Assert.Throws<ArgumentOutOfRangeException>(() => values[(Metric)99]);
        Assert.Throws<ArgumentException>(() => new MetricValues(1, [Metric.Accuracy], [1, 2]));
        Assert.Equal("mean absolute error 3, R² 0.5, 7 rows", values.ToString());
    }

    [Fact]
    public void Equal_numbers_are_equal()
    {
        var values = new MetricValues(1, [Metric.Accuracy], [0.25]);
        Assert.True(values == new MetricValues(1, [Metric.Accuracy], [0.25]));
        Assert.Equal(values.GetHashCode(), new MetricValues(1, [Metric.Accuracy], [0.25]).GetHashCode());
        Assert.True(values != new MetricValues(1, [Metric.Accuracy], [0.5]));
        Assert.True(values != new MetricValues(2, [Metric.Accuracy], [0.25]));
        Assert.True(values != new MetricValues(1, [Metric.Brier], [0.25]));
    }

    [Fact]
    public void Each_task_has_its_metrics_and_each_metric_a_task_a_name_and_a_direction()
    {
        Metric[] all = Enum.GetValues<Metric>();
        Assert.Equal(all, Enum.GetValues<RecipeTask>().SelectMany(Recipes.Metrics.Of).Distinct().Order());
        Assert.Equal(all.Length, all.Select(Recipes.Metrics.Words).Distinct().Count());
        Assert.All(all, metric => Assert.Matches("^validation_[a-z_0-9]+$", Recipes.Metrics.Column(metric)));
        Assert.Equal(
            [Metric.Accuracy, Metric.RSquared, Metric.MacroF1, Metric.MicroF1, Metric.SubsetAccuracy, Metric.MeanAveragePrecision],
            all.Where(Recipes.Metrics.IsHigherBetter));
    }
}
