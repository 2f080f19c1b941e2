using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>Smoothing that leaves the true class little more than the others.</summary>
internal sealed class StrongSmoothingRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.StrongSmoothing, "Label smoothing leaves the true class its lead",
        "LabelSmoothing = {0} with {1} classes makes the target of the true class {2} and that of the others {3}; use less than (K − 1)/K = {4}, commonly 0.1",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.StrongSmoothing + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Classes is not { } classes || classes < 2) return;
        double bound = (classes - 1.0) / classes;
        foreach ((Declaration term, double smoothing) in Smoothing.Terms(context))
            if (smoothing >= bound && smoothing < 1)
                context.ReportArgument(
                    Descriptor, term, Smoothing.Knob, Names.Number(smoothing), classes,
                    Rounded(1 - smoothing + smoothing / classes), Rounded(smoothing / classes), Rounded(bound));
    }

    private static string Rounded(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A class's weight multiplies the smoothed part of its rows' loss too.</summary>
internal sealed class SmoothingAndClassWeightsRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SmoothingAndClassWeights, "Label smoothing and class weights do not share a term",
        "LabelSmoothing = {0} and {1} work on the same loss, so that the pull towards uniform predictions is as uneven as the class weights; remove one",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SmoothingAndClassWeights + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.First(DeclarationKind.Weighting) is not { } weighting) return;
        foreach ((Declaration term, double smoothing) in Smoothing.Terms(context))
            context.ReportArgument(Descriptor, term, Smoothing.Knob, Names.Number(smoothing), RecipeContext.Show(weighting));
    }
}

/// <summary>Mixed labels are soft already.</summary>
internal sealed class SmoothingOnMixedViewRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SmoothingOnMixedView, "Labels are softened once",
        "LabelSmoothing = {0} softens labels that View = View.Mixed has softened already, and the two add up to underconfident predictions; remove one",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SmoothingOnMixedView + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach ((Declaration term, double smoothing) in Smoothing.Terms(context))
            if (Grammar.MixedView.Has(term))
                context.ReportArgument(Descriptor, term, Smoothing.Knob, Names.Number(smoothing));
    }
}

/// <summary>A teacher's answers are soft already, and smoothed labels blur what they tell.</summary>
internal sealed class SmoothedStudentRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SmoothedStudent, "A student learns from a teacher or from smoothed labels",
        "LabelSmoothing = {0} pulls towards equal probabilities of the wrong classes, and {1} teaches which of them are more alike; remove the smoothing",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SmoothedStudent + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? taught = null;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (taught is null && term.Formula is { } formula)
                foreach (FormulaParameter parameter in formula.Parameters)
                    if (parameter.Role == FormulaRole.Teacher)
                        taught = term;
        if (taught is null) return;
        foreach ((Declaration term, double smoothing) in Smoothing.Terms(context))
            context.ReportArgument(Descriptor, term, Smoothing.Knob, Names.Number(smoothing), RecipeContext.Show(taught));
    }
}

internal static class Smoothing
{
    /// <summary>The knob by which any loss smooths its labels.</summary>
    public const string Knob = "LabelSmoothing";

    /// <summary>The terms that smooth, and by how much.</summary>
    public static IEnumerable<(Declaration Term, double Smoothing)> Terms(RecipeContext context)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Find(Knob)?.Number is { } smoothing && smoothing > 0)
                yield return (term, smoothing);
    }
}
