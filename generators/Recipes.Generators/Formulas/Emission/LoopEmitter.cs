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
    private readonly Dictionary<string, (string Type, string Name)> _buffers = [];

    protected RowLoop Loop { get; } = loop;

    protected RowSchedule Schedule { get; } = schedule;

    protected SourceWriter Output { get; } = output;

    protected VectorArithmetic Vector { get; } = vector;

    protected NameTable Names { get; } = new(
        ["row", "first", "last", "block", "end", "group", "lanes", "c", "task", "space", "valid", "rest", "start", "length", "scratchStart", .. loop.Parameters]);

    /// <summary>The longest rows that are transposed, so that all tiles stay in the nearest cache.</summary>
    public const int LongestTile = 64;

    /// <summary>The order of a loop's work, the same for every width. Intermediate rows are kept where results will be, or in scratch if there is some.</summary>
    public static RowSchedule Plan(RowLoop loop) => UsesTiles(loop)
        ? new(loop, picksInSweeps: true)
        : new(loop, picksInSweeps: false, loop.Scratch is null ? loop.RowStores.Count(s => s.CanHold) : int.MaxValue);

    /// <summary>The way that suits the length of the rows.</summary>
    public static LoopEmitter For(RowLoop loop, RowSchedule schedule, SourceWriter output, VectorArithmetic vector) =>
        UsesTiles(loop) ? new LaneEmitter(loop, schedule, output, vector) : new RowEmitter(loop, schedule, output, vector);

    private static bool UsesTiles(RowLoop loop) => loop.Length is > 0 and <= LongestTile
        && loop.Rows.Values.Concat(loop.RowStores.Select(s => s.Place)).All(p => p.IsCompact);

    /// <summary>The number of floats of a task's own memory that the loop needs.</summary>
    public int ScratchFloats { get; protected set; }

    /// <summary>Writes locals for the buffers of the trainer that the loop uses, before its body.</summary>
    public void WriteBuffers(SourceWriter output)
    {
        foreach (KeyValuePair<string, (string Type, string Name)> buffer in _buffers)
            output.WriteLine($"NativeBuffer<{buffer.Value.Type}> {buffer.Value.Name} = {buffer.Key};");
    }

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

    /// <summary>The name of a buffer in the method: a local, as a field would be read anew in every iteration.</summary>
    protected string Buffer(string expression, string type = "float")
    {
        if (Loop.Parameters.Contains(expression)) return expression;
        if (!_buffers.TryGetValue(expression, out (string Type, string Name) known))
            _buffers[expression] = known = (type, Names.Unique(expression.TrimStart('_') + "Buffer"));
        return known.Name;
    }

    /// <summary>Names of what a sweep finds out, for its comment.</summary>
    protected static string Summarize(Sweep sweep, int sweeps) => sweep.Reductions.Count == 0
        ? "results"
        : string.Join(", ", sweep.Reductions.Select(r => NameTable.Meaning(r)).Distinct());

    protected string Start(RowPlace place, string row)
    {
        if (place.Start is not null) return place.Start;
        string index = place.FirstRow is null ? row : $"({place.FirstRow} + {row})";
        return $"(nint){index} * {place.Stride ?? Loop.LengthText}" is var start && place.Offset is { } offset ? $"({start}) + {offset}" : start;
    }
}
