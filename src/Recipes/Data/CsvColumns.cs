namespace Recipes;

/// <summary>What the columns of a file of separated values are for. A column that is named nowhere is a feature; one column may serve two purposes.</summary>
/// <remarks>Rows need something to learn: a label, soft targets, targets, or multi-labels.</remarks>
public sealed class CsvColumns
{
    /// <summary>The column of the label; null if the rows have none.</summary>
    public string? Label { get; init; }

    /// <summary>Regression targets, in this order.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Labels of which a row may have several: columns of 0 and 1, or of <c>false</c> and <c>true</c>. The columns' names are the labels'.</summary>
    public IReadOnlyList<string> MultiLabels { get; init; } = [];

    /// <summary>A probability for each class, in the classes' order; the columns' names are the classes' where there is no <see cref="Label"/>.</summary>
    public IReadOnlyList<string> SoftTargets { get; init; } = [];

    /// <summary>The logits that another model gives each class, in the classes' order; without classes those of <see cref="MultiLabels"/>.</summary>
    public IReadOnlyList<string> TeacherLogits { get; init; } = [];

    /// <summary>How much each row counts in the loss; null if all count alike.</summary>
    public string? SampleWeight { get; init; }

    /// <summary>The group that each row belongs to; null if there are none.</summary>
    public string? Group { get; init; }

    /// <summary>The domain that each row comes from; null if there are none.</summary>
    public string? Domain { get; init; }

    /// <summary>Columns that nobody needs, such as an identifier.</summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>Every column with a purpose of its own, those that are ignored left out.</summary>
    internal IEnumerable<string> Named => ((string?[])[Label, SampleWeight, Group, Domain]).OfType<string>().Concat(Targets).Concat(MultiLabels).Concat(SoftTargets).Concat(TeacherLogits);

    internal bool HasSomethingToLearn => Label is not null || Targets.Count + MultiLabels.Count + SoftTargets.Count > 0;
}
