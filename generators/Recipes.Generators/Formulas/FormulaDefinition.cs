using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas;

/// <summary>A formula as everything after the front end sees it: its signature and its canonical text.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Kind">What it is a formula of.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Text">One static local function that needs nothing around it; see <c>FormulaReader</c> for its grammar.</param>
internal sealed record FormulaDefinition(string Name, FormulaKind Kind, EquatableArray<FormulaParameter> Parameters, string Text);

/// <summary>A parameter of a formula.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What its type says that it is.</param>
/// <param name="ByReference">Whether it is passed by <c>ref</c>: what the body assigns to it is its new value.</param>
/// <param name="Default">The default of a <see cref="FormulaRole.Knob"/>; null when the recipe must give a value.</param>
/// <param name="DefaultFlag">The default of a <see cref="FormulaRole.Flag"/>; null when the recipe must give a value.</param>
/// <param name="Minimum">The least value that a knob may have; −∞ if nothing bounds it.</param>
/// <param name="Maximum">The greatest value that a knob may have; ∞ if nothing bounds it.</param>
/// <param name="ExclusiveMinimum">Whether <paramref name="Minimum"/> itself is refused.</param>
/// <param name="ExclusiveMaximum">Whether <paramref name="Maximum"/> itself is refused.</param>
/// <param name="IsDecay">Whether the knob is weight decay, which is 0 for parameters that do not decay.</param>
/// <param name="Initial">The value that a learned, remembered or state parameter starts at.</param>
/// <param name="Ascends">Whether what is learned is moved to make the loss greater.</param>
/// <param name="Axis">What a row runs over, or the rows of a matrix, when the role leaves it open.</param>
/// <param name="Columns">What the columns of a matrix run over.</param>
internal sealed record FormulaParameter(
    string Name,
    FormulaRole Role,
    bool ByReference = false,
    double? Default = null,
    bool? DefaultFlag = null,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity,
    bool ExclusiveMinimum = false,
    bool ExclusiveMaximum = false,
    bool IsDecay = false,
    double Initial = 0,
    bool Ascends = false,
    Reading.FormulaAxis Axis = Reading.FormulaAxis.None,
    Reading.FormulaAxis Columns = Reading.FormulaAxis.None);
