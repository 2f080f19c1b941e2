namespace Recipes;

/// <summary>Carries the canonical text of the formula that an attribute class was derived from. Written by the generator.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormulaAttribute(int version, string kind, string text) : Attribute
{
    /// <summary>Version of the text's grammar.</summary>
    public int Version { get; } = version;
    /// <summary>The kind's attribute name without its suffix: <c>Loss</c>, <c>Optimizer</c>, …</summary>
    public string Kind { get; } = kind;
    /// <summary>The formula: one static local function, names resolved, helpers nested.</summary>
    public string Text { get; } = text;
}

/// <summary>The values that a knob may take; outside them a recipe does not compile.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The least value.</summary>
    public double Minimum { get; } = minimum;
    /// <summary>The greatest value.</summary>
    public double Maximum { get; } = maximum;
    /// <summary>Whether <see cref="Minimum"/> itself is refused.</summary>
    public bool ExclusiveMinimum { get; set; }
    /// <summary>Whether <see cref="Maximum"/> itself is refused.</summary>
    public bool ExclusiveMaximum { get; set; }
}

/// <summary>The values of an input for which a formula is finite, where its mathematics overflows beyond them: an exponential of a logit, say.</summary>
/// <remarks>
/// Without it a formula promises to be finite, value and gradient, for inputs up to 10⁴ in size at every setting of its knobs. It
/// restricts nothing: it tells the reader, and the library's tests hold formulas to what they declare, and to declaring no more than they must.
/// </remarks>
/// <param name="minimum">The least value.</param>
/// <param name="maximum">The greatest value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DomainAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The least value.</summary>
    public double Minimum { get; } = minimum;
    /// <summary>The greatest value.</summary>
    public double Maximum { get; } = maximum;
}

/// <summary>The paper that a formula comes from.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaperAttribute(string title, int year) : Attribute
{
    /// <summary>Its title.</summary>
    public string Title { get; } = title;
    /// <summary>The year it came out.</summary>
    public int Year { get; } = year;
}

/// <summary>Marks a loss of a regression as the negative logarithm of the density of the targets given the outputs, the mean over targets: evaluations report it in the units of the data.</summary>
/// <remarks>A constant that nothing learned depends on may be missing; the reported numbers lack it too.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class LikelihoodAttribute : Attribute;

/// <summary>The learning rates that an optimizer takes, from the least to the greatest that anyone uses: a recipe with another is warned (RCP0310).</summary>
/// <param name="minimum">The least.</param>
/// <param name="maximum">The greatest.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class UsualRateAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The least.</summary>
    public double Minimum { get; } = minimum;
    /// <summary>The greatest.</summary>
    public double Maximum { get; } = maximum;
}

/// <summary>Marks an optimizer's knob as weight decay: it is 0 for biases, normalisation gains and learned scalars unless <c>DecayAll = true</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DecayAttribute : Attribute;

/// <summary>Marks a switch of an optimizer or gradient transform that is no choice of the recipe: whether the tensor is the weight matrix of a layer, and not a bias or gain.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsMatrixAttribute : Attribute;

/// <summary>Marks a switch of a parametrisation that is no choice of the recipe: whether it is called once before the first step, to say what its latent numbers and states start at.</summary>
/// <remarks>What it assigns then to its <c>ref</c> parameters is where they start; the latent numbers in the weights' place have been drawn as the weights would be.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsStartAttribute : Attribute;

/// <summary>The value that a learned or remembered parameter of a formula starts at; 0 without it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InitialAttribute(double value) : Attribute
{
    /// <summary>The value.</summary>
    public double Value { get; } = value;
}

/// <summary>Names the entry of the catalogue of published techniques that a formula or a component stands for; the list in the documentation is made from it.</summary>
/// <param name="id">The entry's id, for example <c>"001-133"</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class TechniqueAttribute(string id) : Attribute
{
    /// <summary>The entry's id.</summary>
    public string Id { get; } = id;

    /// <summary>What is left out, when it is only part of the technique.</summary>
    public string? Part { get; set; }
}

/// <summary>Marks what a loss learns to make the loss greater instead of smaller: the other player of a min–max.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AscendsAttribute : Attribute;
