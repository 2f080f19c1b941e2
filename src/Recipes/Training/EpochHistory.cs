using System.Runtime.InteropServices;

namespace Recipes.Training;

/// <summary>What is kept of each finished epoch: a row of numbers, the same that goes to <c>metrics.csv</c>, TensorBoard and the report.</summary>
/// <remarks>A number that does not exist (a term that was never active, no validation rows) is NaN.</remarks>
internal sealed class EpochHistory
{
    // Room for that many epochs is made at once, so that adding one allocates nothing in runs of ordinary length.
    private const int ReservedEpochs = 4096;
    private static readonly string[] s_before = ["finished", "epoch", "step", "loss"];
    private static readonly string[] s_after = ["learning_rate", "gradient_norm"];

    private readonly IReadOnlyList<Metric> _metrics;
    private readonly List<double> _values;

    public EpochHistory(RecipeDefinition recipe)
    {
        Terms = recipe.Terms.Count;
        _metrics = Metrics.Of(recipe);
        Columns = [.. s_before, .. recipe.Terms.Select(term => term.Name), .. s_after, .. _metrics.Select(Metrics.Column)];
        _values = new List<double>(Math.Min(recipe.Epochs, ReservedEpochs) * Columns.Count);
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }
    /// <summary>Loss terms.</summary>
    public int Terms { get; }
    /// <summary>Epochs so far.</summary>
    public int Count => _values.Count / Columns.Count;

    /// <summary>Seconds since 1970 (UTC) at the epoch's end; the only column that two equal runs differ in, and not in <c>metrics.csv</c>.</summary>
    public const int FinishedColumn = 0;
    /// <summary>The epoch, counted from 1.</summary>
    public const int EpochColumn = 1;
    /// <summary>Steps of the run at the epoch's end.</summary>
    public const int StepColumn = 2;
    /// <summary>Σ loss · rows / Σ rows over the epoch's steps.</summary>
    public const int LossColumn = 3;
    /// <summary>The mean of the first term, over the steps in which it was active; the others follow.</summary>
    public const int FirstTermColumn = 4;
    /// <summary>The learning rate of the epoch's last step.</summary>
    public int LearningRateColumn => FirstTermColumn + Terms;
    /// <summary>The mean over the epoch's steps of the gradient's norm before clipping.</summary>
    public int GradientNormColumn => LearningRateColumn + 1;
    /// <summary>Metrics on the validation rows, in the order of <see cref="Metrics.Of(RecipeDefinition)"/>.</summary>
    public int ValidationColumn => GradientNormColumn + 1;

    /// <summary>The numbers of the epoch with this index (from 0), [columns].</summary>
    public ReadOnlySpan<double> this[int epoch] => CollectionsMarshal.AsSpan(_values).Slice(epoch * Columns.Count, Columns.Count);

    /// <summary>All numbers, [epochs, columns].</summary>
    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Fills in an epoch's validation metrics.</summary>
    public void SetValidation(Span<double> row, in MetricValues validation)
    {
        for (int m = 0; m < _metrics.Count; m++) row[ValidationColumn + m] = validation[_metrics[m]];
    }

    /// <summary>An epoch's validation metrics; null if there are none. Rows and rows with an unseen label are the same in every epoch.</summary>
    public MetricValues? Validation(int epoch, long rows, long unseen) =>
        rows == 0 ? null : new MetricValues(rows, _metrics, this[epoch][ValidationColumn..], unseen);

    /// <summary>Adds an epoch of NaNs, to be filled in.</summary>
    public Span<double> Add()
    {
        int start = _values.Count;
        CollectionsMarshal.SetCount(_values, start + Columns.Count);
        Span<double> row = CollectionsMarshal.AsSpan(_values)[start..];
        row.Fill(double.NaN);
        return row;
    }

    /// <summary>Replaces all epochs, [epochs, columns].</summary>
    public void Restore(ReadOnlySpan<double> values)
    {
        CollectionsMarshal.SetCount(_values, values.Length);
        values.CopyTo(CollectionsMarshal.AsSpan(_values));
    }
}
