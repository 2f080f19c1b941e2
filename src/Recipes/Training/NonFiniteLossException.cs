using System.Globalization;
using System.Text;

namespace Recipes;

/// <summary>The loss or its gradient became infinite or not a number. Says where; the trainer's weights are spoiled and only <c>Load</c> revives it.</summary>
public sealed class NonFiniteLossException : Exception
{
    internal NonFiniteLossException(string what, string? term, double value, int epoch, long step, IReadOnlyList<int> rows, int batch, string? checkpoint)
        : base(Describe(what, term, value, epoch, step, rows, batch, checkpoint))
    {
        Term = term;
        Epoch = epoch;
        Step = step;
        Rows = rows;
        Checkpoint = checkpoint;
    }

    /// <summary>The loss term that is not finite; null if the terms are and the gradient, their combination or the validation metric is not.</summary>
    public string? Term { get; }
    /// <summary>The epoch, counted from 1.</summary>
    public int Epoch { get; }
    /// <summary>The optimizer step, counted from 1 over the whole run.</summary>
    public long Step { get; }
    /// <summary>Train rows of the batch: those whose own loss is not finite, else the first ones; at most eight.</summary>
    public IReadOnlyList<int> Rows { get; }
    /// <summary>The last good checkpoint; null if the run keeps none or has not written one yet.</summary>
    public string? Checkpoint { get; }

    private static string Describe(string what, string? term, double value, int epoch, long step, IReadOnlyList<int> rows, int batch, string? checkpoint)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{what} is {Name(value)} in step {step} (epoch {epoch})");
        if (term is not null) text.Append(CultureInfo.InvariantCulture, $"; the term that is not finite is {term}");
        if (rows.Count > 0)
        {
            text.Append("; train rows of the batch: ").AppendJoin(", ", rows);
            if (rows.Count < batch) text.Append(CultureInfo.InvariantCulture, $", … ({batch} in all)");
        }
        text.Append(". ");
        text.Append(checkpoint is null ? "There is no earlier checkpoint." : $"The last good checkpoint is '{checkpoint}'.");
        return text.ToString();
    }

    private static string Name(double value) =>
        double.IsNaN(value) ? "not a number" : double.IsInfinity(value) ? "infinite" : value.ToString("G6", CultureInfo.InvariantCulture);
}
