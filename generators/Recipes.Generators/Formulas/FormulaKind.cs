namespace Recipes.Generators.Formulas;

/// <summary>What a formula is a formula of; named as the attribute that marks it. A <c>[LossTerm]</c> is a <see cref="Loss"/>.</summary>
internal enum FormulaKind
{
    Loss,
    Weighting,
    TermWeighting,
    LogitTransform,
    Activation,
    Layer,
    Optimizer,
    GradientTransform,
    Averaging,
    Parametrization,
    Schedule,
}
