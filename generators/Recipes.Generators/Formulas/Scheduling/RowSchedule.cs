using System;
using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>The order of a loop's work for one example: sweeps over its row, and between them what is known per example.</summary>
/// <remarks>
/// A reduction over the row is known after as many sweeps as reductions are nested in it, itself included. The last sweep stores
/// results. A costly value that two sweeps need is stored by the first.
/// </remarks>
internal sealed class RowSchedule
{
    private readonly RowLoop _loop;
    private readonly bool _picksInSweeps;
    private readonly Dictionary<Operation, int> _levels = [];
    private readonly Dictionary<Operation, int> _firstSweeps = [];

    /// <param name="loop">The loop.</param>
    /// <param name="picksInSweeps">Whether an entry at a label is found during a sweep, as lanes do, rather than read from its place.</param>
    /// <param name="mostStored">The most rows that can be stored between sweeps.</param>
    public RowSchedule(RowLoop loop, bool picksInSweeps, int mostStored = int.MaxValue)
    {
        _loop = loop;
        _picksInSweeps = picksInSweeps;
        Needed = Need(loop.Outputs());
        foreach (Operation operation in Needed) _levels[operation] = Level(operation);

        int last = Needed.Where(IsReduction).Select(o => _levels[o]).DefaultIfEmpty(0).Max();
        for (int level = 1; level <= last; level++)
            Sweeps.Add(new Sweep(level, [.. Needed.Where(o => IsReduction(o) && _levels[o] == level)]));
        if (loop.RowStores.Count + loop.Accumulations.Count > 0) Sweeps.Add(new Sweep(last + 1, []));
        foreach (Sweep sweep in Sweeps) sweep.Roots.AddRange(RootsOf(sweep));
        ChooseStored();
        if (Stored.Count > mostStored) Stored.RemoveRange(mostStored, Stored.Count - mostStored);
    }

    /// <summary>Everything to be computed, operands first; what is given is not in it.</summary>
    public List<Operation> Needed { get; }

    public List<Sweep> Sweeps { get; } = [];

    /// <summary>Values along the row that one sweep stores and later ones load.</summary>
    public List<Operation> Stored { get; } = [];

    /// <summary>Whether a reduction, or a pick, is known after a sweep.</summary>
    public bool IsReduction(Operation operation) => (operation.IsRowReduction && operation.Axis == _loop.Inner) || (operation.Kind == Operator.Pick && PicksInSweep(operation));

    /// <summary>How many sweeps must be done before it is known.</summary>
    public int LevelOf(Operation operation) => _levels.TryGetValue(operation, out int level) ? level : 0;

    /// <summary>What is computed per example once <paramref name="level"/> sweeps are done.</summary>
    public List<Operation> ExampleValues(int level) =>
        [.. Needed.Where(o => !o.Has(_loop.Inner) && !IsReduction(o) && _levels[o] == level)];

    /// <summary>Those of <see cref="ExampleValues"/> that anything else than their own group uses.</summary>
    public List<Operation> ExampleRoots(int level)
    {
        var group = new HashSet<Operation>(ExampleValues(level));
        var roots = new HashSet<Operation>(_loop.Outputs().Where(group.Contains));
        foreach (Operation user in Needed)
        {
            if (group.Contains(user)) continue;
            foreach (Operation operand in user.Operands)
                if (group.Contains(operand)) roots.Add(operand);
        }

        return [.. roots.OrderBy(o => o.Id)];
    }

    /// <summary>Values along the row that a sweep computes or loads, operands first.</summary>
    public List<Operation> RowValues(Sweep sweep) => Reach(sweep, new HashSet<Operation>(Stored.Where(s => FirstSweepOf(s) < sweep.Level)));

    /// <summary>The number of the sweep that stores a value.</summary>
    public int FirstSweepOf(Operation stored) => _firstSweeps[stored];

    /// <summary>Whether a sweep loads a value that an earlier one stored.</summary>
    public bool IsLoaded(Operation value, Sweep sweep) => Stored.Contains(value) && FirstSweepOf(value) < sweep.Level;

    private bool PicksInSweep(Operation pick) => _picksInSweeps && pick.Operands[0].Has(_loop.Outer);

    private List<Operation> Need(IEnumerable<Operation> outputs)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(outputs);
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (_loop.IsGiven(operation) || !seen.Add(operation)) continue;
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. seen.OrderBy(o => o.Id)];
    }

    private int Level(Operation operation)
    {
        int level = 0;
        foreach (Operation operand in operation.Operands) level = Math.Max(level, LevelOf(operand));
        return IsReduction(operation) ? level + 1 : level;
    }

    private IEnumerable<Operation> RootsOf(Sweep sweep)
    {
        if (sweep.Reductions.Count > 0) return sweep.Reductions.Select(r => r.Operands[0]).Distinct();
        return _loop.RowStores.Select(s => s.Value).Concat(_loop.Accumulations.Select(a => a.Value)).Distinct();
    }

    private List<Operation> Reach(Sweep sweep, HashSet<Operation> loaded)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(sweep.Roots);
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (!operation.Has(_loop.Inner) || !seen.Add(operation)) continue;
            if (loaded.Contains(operation) || _loop.IsGiven(operation)) continue;
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. seen.OrderBy(o => o.Id)];
    }

    private void ChooseStored()
    {
        var counts = new Dictionary<Operation, int>();
        foreach (Sweep sweep in Sweeps)
        {
            foreach (Operation operation in Reach(sweep, []))
            {
                if (!operation.IsCostly || _loop.IsGiven(operation)) continue;
                if (!_firstSweeps.ContainsKey(operation)) _firstSweeps[operation] = sweep.Level;
                counts.TryGetValue(operation, out int count);
                counts[operation] = count + 1;
            }
        }

        Stored.AddRange(counts.Where(c => c.Value > 1).Select(c => c.Key).OrderBy(o => o.Id));
        // What only leads to another stored value need not be stored.
        for (int i = Stored.Count - 1; i >= 0; i--)
        {
            Operation candidate = Stored[i];
            int first = FirstSweepOf(candidate);
            if (!Sweeps.Any(s => s.Level > first && RowValues(s).Contains(candidate))) Stored.RemoveAt(i);
        }
    }
}

/// <summary>One pass over the row.</summary>
/// <param name="Level">Its number, from 1.</param>
/// <param name="Reductions">What it reduces; none in the pass that stores results.</param>
internal sealed record Sweep(int Level, List<Operation> Reductions)
{
    /// <summary>What it needs at each place of the row.</summary>
    public List<Operation> Roots { get; } = [];
}
