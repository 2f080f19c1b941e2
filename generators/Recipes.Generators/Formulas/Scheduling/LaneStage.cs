using System.Collections.Generic;
using System.Linq;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>A part of the work for some examples that is done for several groups of them before the next part begins: what is known per example, then a sweep.</summary>
/// <param name="Values">The level of the examples' values that are computed; null for none.</param>
/// <param name="Sweep">The sweep after them; null for none.</param>
/// <remarks>
/// A sweep waits for the values before it, and these are long chains of one instruction after the other. Over one group they leave the processor idle;
/// done for several groups side by side, one fills the gaps of the other.
/// </remarks>
internal sealed record LaneStage(int? Values, Sweep? Sweep)
{
    /// <summary>The stages of a schedule: costly values of examples have one of their own.</summary>
    public static List<LaneStage> Of(RowSchedule schedule)
    {
        var stages = new List<LaneStage>();
        foreach (Sweep sweep in schedule.Sweeps)
        {
            int before = sweep.Level - 1;
            bool isCostly = schedule.ExampleValues(before).Any(o => o.IsCostly);
            if (isCostly) stages.Add(new LaneStage(before, null));
            stages.Add(new LaneStage(isCostly ? null : before, sweep));
        }

        bool storesRows = schedule.Sweeps.Count > 0 && schedule.Sweeps[schedule.Sweeps.Count - 1].Reductions.Count == 0;
        if (!storesRows) stages.Add(new LaneStage(schedule.Sweeps.Count, null));
        return stages;
    }

    /// <summary>Whether it finds out a value of each example.</summary>
    public bool Defines(Operation operation, RowSchedule schedule) => schedule.IsReduction(operation)
        ? Sweep is not null && Sweep.Reductions.Contains(operation)
        : Values == schedule.LevelOf(operation) && schedule.ExampleValues(Values.Value).Contains(operation);

    /// <summary>What it needs, found out here or before.</summary>
    public IEnumerable<Operation> Operands(RowLoop loop, RowSchedule schedule)
    {
        if (Values is { } level)
            foreach (Operation operand in schedule.ExampleValues(level).SelectMany(o => o.Operands)) yield return operand;
        if (Sweep is null) yield break;
        foreach (Operation value in schedule.RowValues(Sweep))
        {
            yield return value;
            if (loop.IsGiven(value) || schedule.IsLoaded(value, Sweep)) continue;
            foreach (Operation operand in value.Operands) yield return operand;
        }

        foreach (Operation operand in Sweep.Reductions.SelectMany(r => r.Operands)) yield return operand;
        if (Sweep.Reductions.Count > 0) yield break;
        foreach (RowStore store in loop.RowStores) yield return store.Value;
        foreach (RowAccumulation sum in loop.Accumulations) yield return sum.Value;
    }
}
