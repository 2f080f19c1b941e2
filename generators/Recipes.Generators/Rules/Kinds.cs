using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules;

/// <summary>Groups of kinds that several rules speak of.</summary>
internal static class Kinds
{
    /// <summary>A place in the network after the input.</summary>
    public static bool IsLayer(DeclarationKind kind) =>
        kind is DeclarationKind.Dense or DeclarationKind.Dropout or DeclarationKind.Apply or DeclarationKind.FormulaLayer or DeclarationKind.Conv
        or DeclarationKind.MaxPool or DeclarationKind.AveragePool or DeclarationKind.GlobalAveragePool or DeclarationKind.Flatten or DeclarationKind.BatchNorm;

    /// <summary>An attribute that carries an elementwise activation.</summary>
    public static bool IsActivation(Declaration declaration) => declaration is { Kind: DeclarationKind.FormulaLayer, Formula.Kind: FormulaKind.Activation };

    /// <summary>Whether knob paths begin with the declaration's name.</summary>
    public static bool HasKnobs(DeclarationKind kind) => kind is
        DeclarationKind.Dense or DeclarationKind.Conv or DeclarationKind.BatchNorm or DeclarationKind.Dropout or DeclarationKind.FormulaLayer or DeclarationKind.Term or DeclarationKind.LogitTransform
        or DeclarationKind.TermWeighting or DeclarationKind.Weighting or DeclarationKind.Optimizer or DeclarationKind.GradientTransform
        or DeclarationKind.Averaging or DeclarationKind.Parametrization or DeclarationKind.Schedule or DeclarationKind.RegMixup;

    /// <summary>What a recipe has at most one of; null for what it may have several of.</summary>
    public static string? OncePerRecipe(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Optimizer => "an optimizer",
        DeclarationKind.Schedule => "a schedule",
        DeclarationKind.Averaging => "an average of weights",
        DeclarationKind.Parametrization => "a parametrisation of weights",
        DeclarationKind.Sampler => "a sampler",
        DeclarationKind.StoppingRule => "a stopping rule",
        DeclarationKind.Weighting => "a class weighting",
        DeclarationKind.TermWeighting => "a weighting of terms",
        DeclarationKind.ConformalPredictor => "a conformal predictor",
        _ => null,
    };

    /// <summary>The kinds whose order matters, by the name of their group; null for the others.</summary>
    public static string? OrderedGroup(DeclarationKind kind) => kind switch
    {
        _ when kind == DeclarationKind.Input || IsLayer(kind) => "layers",
        DeclarationKind.Preparation => "preparations",
        DeclarationKind.TargetPreparation => "preparations of targets",
        DeclarationKind.Augmentation => "views",
        DeclarationKind.Calibrator => "calibrators",
        DeclarationKind.LogitTransform => "logit transforms",
        DeclarationKind.GradientTransform => "gradient transforms",
        _ => null,
    };
}
