namespace Recipes;

/// <summary>What a run was and what came of it.</summary>
public sealed partial class RunReport(RunRecord record)
{
    /// <summary>The data that the report shows.</summary>
    public RunRecord Record { get; } = record ?? throw new ArgumentNullException(nameof(record));
}
