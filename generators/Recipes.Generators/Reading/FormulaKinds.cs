using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;

namespace Recipes.Generators.Reading;

/// <summary>How the kinds of formulas stand as declarations of a recipe.</summary>
internal static class FormulaKinds
{
    /// <summary>The declaration that an attribute of this kind of formula makes.</summary>
    public static DeclarationKind DeclarationOf(FormulaKind kind) => kind switch
    {
        FormulaKind.Loss => DeclarationKind.Term,
        FormulaKind.Weighting => DeclarationKind.Weighting,
        FormulaKind.TermWeighting => DeclarationKind.TermWeighting,
        FormulaKind.LogitTransform => DeclarationKind.LogitTransform,
        FormulaKind.Activation or FormulaKind.Layer => DeclarationKind.FormulaLayer,
        FormulaKind.Optimizer => DeclarationKind.Optimizer,
        FormulaKind.GradientTransform => DeclarationKind.GradientTransform,
        FormulaKind.Averaging => DeclarationKind.Averaging,
        FormulaKind.Parametrization => DeclarationKind.Parametrization,
        _ => DeclarationKind.Schedule,
    };

    /// <summary>The declaration that a method of a recipe class makes through its kind attribute; null for other attributes.</summary>
    public static DeclarationKind? KindOfMethodAttribute(INamedTypeSymbol? attribute)
    {
        if (attribute?.ContainingNamespace is not { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true }) return null;
        return attribute.Name switch
        {
            "LossTermAttribute" => DeclarationKind.Term,
            "WeightingAttribute" => DeclarationKind.Weighting,
            "TermWeightingAttribute" => DeclarationKind.TermWeighting,
            "LogitTransformAttribute" => DeclarationKind.LogitTransform,
            "ActivationAttribute" or "LayerAttribute" => DeclarationKind.LocalFormula,
            "OptimizerAttribute" => DeclarationKind.Optimizer,
            "GradientTransformAttribute" => DeclarationKind.GradientTransform,
            "AveragingAttribute" => DeclarationKind.Averaging,
            "ParametrizationAttribute" => DeclarationKind.Parametrization,
            "ScheduleAttribute" => DeclarationKind.Schedule,
            _ => null,
        };
    }
}
