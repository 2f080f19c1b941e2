using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>A formula as it is emitted: for rows of one length, vectors of one width, and one setting of its switches.</summary>
internal sealed record ProofVariant(string Name, EagerFormula Formula, int Length, int Bits, Dictionary<string, object> Flags)
{
    public override string ToString() => $"{Name}, rows of {Length}, {Bits} bits{string.Concat(Flags.Select(f => $", {f.Key} = {f.Value}"))}";
}

/// <summary>What one kind of formula is emitted as, and how it is run.</summary>
internal abstract class ProofCase(ProofVariant variant)
{
    public ProofVariant Variant { get; } = variant;

    protected EagerFormula Formula => Variant.Formula;

    protected FormulaDefinition Definition => Variant.Formula.Definition;

    /// <summary>Why nothing was emitted; null if all is well.</summary>
    public string? Problem { get; protected set; }

    /// <summary>The source of a class <c>Generated</c>.</summary>
    public abstract string Write();

    /// <summary>Numbers for the formula at a point, ready to run.</summary>
    /// <param name="generated">The compiled class.</param>
    /// <param name="point">What the numbers are like.</param>
    /// <param name="knobs">A value for each knob.</param>
    public abstract ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs);

    /// <summary>The knobs and the switches of the variant together.</summary>
    protected Dictionary<string, object> Settings(Dictionary<string, object> knobs)
    {
        var settings = new Dictionary<string, object>(knobs);
        foreach ((string name, object value) in Variant.Flags) settings[name] = value;
        return settings;
    }

    /// <summary>The formula, with knob i as <c>Knobs[i]</c> declared at its default.</summary>
    protected BoundFormula Bind(string prefix, Func<FormulaParameter, string>? slot = null)
    {
        Dictionary<string, object> settings = Settings(KnobSettings.Defaults(Definition));
        int next = 0;
        return new(
            Definition, prefix,
            Definition.Parameters.Where(p => p.Role is FormulaRole.Knob or FormulaRole.Flag).Select(p => p.Role == FormulaRole.Knob
                ? new BoundKnob(p.Name, $"Knobs[{next++}]", (double)settings[p.Name])
                : new BoundKnob(p.Name, "", 0, (bool)settings[p.Name])).ToEquatableArray(),
            slot is null ? [] : Definition.Parameters.Where(p => p.Role is FormulaRole.Learned or FormulaRole.LearnedRow).Select(p => new BoundSlot(p.Name, slot(p))).ToEquatableArray());
    }

    /// <summary>The knobs' values in the order of <see cref="Bind"/>.</summary>
    protected double[] KnobValues(Dictionary<string, object> knobs) => [.. Definition.Parameters.Where(p => p.Role == FormulaRole.Knob).Select(p => (double)knobs[p.Name])];

    protected static double[] Draw(Random random, int count, ProofPoint point, DomainAttribute? domain = null) => [.. Enumerable.Range(0, count).Select(_ => point.Draw(random, domain))];
}

/// <summary>Numbers that a formula is given, with what it makes of them: eagerly in double, and emitted.</summary>
/// <param name="knobs">The knobs' values, which the eager run reads at every call.</param>
internal abstract class ProofTrial(Dictionary<string, object> knobs)
{
    /// <summary>The knobs' values in the eager run; they may be changed between runs.</summary>
    public Dictionary<string, object> Knobs { get; } = knobs;

    /// <summary>The arrays that values depend on, and that a gradient is taken by where there is one, with names; they may be changed between runs.</summary>
    public virtual IReadOnlyList<(string Name, double[] Numbers)> Movable => [];

    /// <summary>Whether gradients by <see cref="Movable"/> are emitted.</summary>
    public virtual bool HasGradients => Movable.Count > 0;

    /// <summary>Numbers that are kept after a run, beside its values.</summary>
    public virtual IEnumerable<double> StateAfter => [];

    /// <summary>A unit of the last place of what is emitted, at 1.</summary>
    public virtual double Unit => 1.0 / (1 << 23);

    /// <summary>How much the objective weighs one value.</summary>
    public virtual double Weight => 1;

    /// <summary>The formula's values at the present numbers.</summary>
    public abstract double[] Eager();

    /// <summary>The weighted sum of values whose gradient is emitted.</summary>
    public virtual double Objective() => throw new NotSupportedException();

    /// <summary>Runs what was emitted: values in the order of <see cref="Eager"/>, gradients in that of <see cref="Movable"/>.</summary>
    public abstract (double[] Values, double[][] Gradients) Run();

    /// <summary>What it keeps for the next step, eagerly.</summary>
    public virtual double[] EagerKept() => [];

    /// <summary>The same of what was emitted.</summary>
    public virtual double[] Kept() => [];

    /// <summary>One step and nothing else; null where there is no such thing.</summary>
    public virtual Action? Step => null;

    /// <summary>The same examples as two batches; null where the batch is looked at as a whole, or there is none.</summary>
    public virtual (ProofTrial First, ProofTrial Second)? Halves() => null;
}
