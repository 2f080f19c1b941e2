using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>What the two ways to write a loop over examples have in common.</summary>
internal abstract class LoopEmitter(RowLoop loop, RowSchedule schedule, SourceWriter output, VectorArithmetic vector)
{
    private readonly Dictionary<(Operation, double), string> _exponentTests = [];

    protected RowLoop Loop { get; } = loop;

    protected RowSchedule Schedule { get; } = schedule;

    protected SourceWriter Output { get; } = output;

    protected VectorArithmetic Vector { get; } = vector;

    protected NameTable Names { get; } = new(
        "row", "first", "last", "lanes", "c", "task", "space", "valid", "rest", "indices", "input", "output", "inputGradient", "outputGradient", "learnedGradient", "weights", "rows", "firstRow", "start", "length", "scratchStart");

    /// <summary>The number of floats of a task's own memory that the loop needs.</summary>
    public int ScratchFloats { get; protected set; }

    /// <summary>The body of a method over the examples <c>first</c> … <c>last</c> − 1.</summary>
    public abstract void Write();

    /// <summary>One line for the recipe's plan.</summary>
    public abstract string Describe();

    /// <summary>Values for the whole step that the loop uses, in order.</summary>
    protected IEnumerable<Operation> UsedScalars()
    {
        var used = new HashSet<Operation>(Loop.Outputs().Where(Loop.Scalars.ContainsKey));
        foreach (Operation operation in Schedule.Needed)
            foreach (Operation operand in operation.Operands)
                if (Loop.Scalars.ContainsKey(operand)) used.Add(operand);
        return used.OrderBy(o => o.Id);
    }

    /// <summary>Writes a test for each exponent that has a cheaper form at its declared value.</summary>
    protected void WriteExponentTests()
    {
        foreach (Operation power in Schedule.Needed)
        {
            if (power.Kind != Operator.Power || double.IsNaN(power.Value) || !Loop.Scalars.TryGetValue(power.Operands[1], out string exponent)) continue;
            if (_exponentTests.ContainsKey((power.Operands[1], power.Value))) continue;
            string name = Names.Unique(NameTable.Meaning(power.Operands[1]) + "AsDeclared");
            Output.WriteLine($"bool {name} = {exponent} == {Literals.Literal(power.Value)};");
            _exponentTests.Add((power.Operands[1], power.Value), name);
        }
    }

    protected string? ExponentTest(Operation power) => _exponentTests.TryGetValue((power.Operands[1], power.Value), out string name) ? name : null;

    /// <summary>Names of what a sweep finds out, for its comment.</summary>
    protected static string Summarize(Sweep sweep, int sweeps) => sweep.Reductions.Count == 0
        ? "results"
        : string.Join(", ", sweep.Reductions.Select(r => NameTable.Meaning(r)).Distinct());

    protected string Start(RowPlace place, string row)
    {
        if (place.Start is not null) return place.Start;
        string index = place.FirstRow is null ? row : $"({place.FirstRow} + {row})";
        return $"(nint){index} * {Loop.LengthText}";
    }
}
