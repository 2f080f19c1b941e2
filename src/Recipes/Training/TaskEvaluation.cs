namespace Recipes.Training;

/// <summary>Sums up what the network gives for the rows of a split into the metrics of what the recipe learns.</summary>
internal abstract class TaskEvaluation
{
    /// <summary>Makes the evaluation of a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="rows">Rows that are evaluated without allocating.</param>
    /// <param name="targets">What the targets of a regression went through.</param>
    public static TaskEvaluation Of(RecipeDefinition recipe, int rows, ITargetPreparation[] targets) => recipe.Task switch
    {
        RecipeTask.Regression => new OfNumbers(recipe, targets),
        RecipeTask.MultiLabel => new OfLabels(recipe, rows),
        _ => new OfClasses(recipe),
    };

    /// <summary>Forgets all rows; so many will be added.</summary>
    public abstract void Begin(int rows);

    /// <summary>Adds some rows of a split.</summary>
    /// <param name="scores">What the network gives, [count, outputs]; may be changed.</param>
    /// <param name="rows">The split.</param>
    /// <param name="first">The first row of it.</param>
    /// <param name="count">How many rows.</param>
    public abstract void Add(Span<float> scores, in RowSet rows, int first, int count);

    /// <summary>The metrics of the rows so far.</summary>
    /// <param name="negativeLogLikelihood">Of a regression with a likelihood.</param>
    public abstract MetricValues Values(double negativeLogLikelihood);

    /// <summary>Whether a score was not a number, so that the run has to stop.</summary>
    public abstract bool IsSpoiled(in MetricValues values);

    private sealed class OfClasses(RecipeDefinition recipe) : TaskEvaluation
    {
        private readonly MetricAccumulator _accumulator = new(recipe.Classes);

        public override void Begin(int rows) => _accumulator.Reset();

        public override void Add(Span<float> scores, in RowSet rows, int first, int count)
        {
            for (int i = 0; i < count; i++) _accumulator.Add(scores.Slice(i * recipe.Classes, recipe.Classes), rows.Labels[first + i]);
        }

        public override MetricValues Values(double negativeLogLikelihood) => _accumulator.Summary().ToValues();

        public override bool IsSpoiled(in MetricValues values) => double.IsNaN(values[Metric.Brier]);
    }

    private sealed class OfNumbers(RecipeDefinition recipe, ITargetPreparation[] preparations) : TaskEvaluation
    {
        private readonly RegressionAccumulator _accumulator = new(recipe.Targets);

        public override void Begin(int rows) => _accumulator.Reset();

        public override void Add(Span<float> scores, in RowSet rows, int first, int count)
        {
            Span<float> predictions = TargetBlocks.Predictions(scores, count, recipe.Outputs, recipe.Targets, preparations);
            Span<float> truth = rows.Truth.Span.Slice(first * recipe.Targets, count * recipe.Targets);
            for (int i = 0; i < truth.Length; i += recipe.Targets) _accumulator.Add(predictions.Slice(i, recipe.Targets), truth.Slice(i, recipe.Targets));
        }

        public override MetricValues Values(double negativeLogLikelihood)
        {
            RegressionSummary summary = _accumulator.Summary();
            ReadOnlySpan<double> values = [summary.RootMeanSquaredError, summary.MeanAbsoluteError, summary.RSquared, negativeLogLikelihood];
            return new MetricValues(summary.Count, Metrics.Of(recipe), recipe.HasLikelihood ? values : values[..^1]);
        }

        public override bool IsSpoiled(in MetricValues values) => !double.IsFinite(values[Metric.RootMeanSquaredError]) || (recipe.HasLikelihood && double.IsNaN(values[Metric.NegativeLogLikelihood]));
    }

    private sealed class OfLabels(RecipeDefinition recipe, int reserved) : TaskEvaluation
    {
        private int _reserved = reserved;
        private MultiLabelAccumulator _accumulator = new(recipe.Classes, reserved);

        public override void Begin(int rows)
        {
            if (rows > _reserved) _accumulator = new MultiLabelAccumulator(recipe.Classes, _reserved = rows);
            _accumulator.Reset();
        }

        public override void Add(Span<float> scores, in RowSet rows, int first, int count)
        {
            int width = recipe.Classes;
            for (int i = 0; i < count; i++) _accumulator.Add(scores.Slice(i * width, width), rows.Truth.Span.Slice((first + i) * width, width));
        }

        public override MetricValues Values(double negativeLogLikelihood)
        {
            MultiLabelSummary summary = _accumulator.Summary();
            return new MetricValues(summary.Count, Metrics.Of(RecipeTask.MultiLabel),
                [summary.NegativeLogLikelihood, summary.MacroF1, summary.MicroF1, summary.SubsetAccuracy, summary.MeanAveragePrecision]);
        }

        public override bool IsSpoiled(in MetricValues values) => double.IsNaN(values[Metric.NegativeLogLikelihood]);
    }
}
