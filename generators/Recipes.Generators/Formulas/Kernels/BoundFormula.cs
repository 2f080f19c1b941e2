using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>A formula with what its knobs and slots are in the generated trainer.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Prefix">A unique name in Pascal case; members that are emitted for it begin with it.</param>
/// <param name="Knobs">A value for each knob and flag.</param>
/// <param name="Slots">A place for each learned, remembered or state parameter that lives outside of the kernel.</param>
internal sealed record BoundFormula(FormulaDefinition Formula, string Prefix, EquatableArray<BoundKnob> Knobs, EquatableArray<BoundSlot> Slots);

/// <summary>A knob of a formula.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Expression">A C# expression, float or double, that is constant during a step.</param>
/// <param name="Declared">The value in the recipe; while the knob has it, cheaper forms may be used.</param>
/// <param name="Flag">For a switch: its value, which is folded.</param>
internal sealed record BoundKnob(string Parameter, string Expression, double Declared, bool? Flag = null);

/// <summary>Where a parameter of a formula is kept.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Expression">Learned: the constant float offset in <c>Parameters</c>. Memory: the field of the buffer [train rows, classes] or [train rows]. Running: the field of a buffer.</param>
/// <param name="Start">Where it begins in that buffer.</param>
internal sealed record BoundSlot(string Parameter, string Expression, string Start = "0");
