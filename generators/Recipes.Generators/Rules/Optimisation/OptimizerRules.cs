using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ramps;

namespace Recipes.Generators.Rules.Optimisation;

/// <summary>In Adam, L2 decay is divided by the gradient's size like everything else.</summary>
internal sealed class CoupledDecayRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.CoupledDecay, "Adam decays weights as AdamW",
        "WeightDecay = {0} of [Adam] is divided by each weight's gradient size, so that weights with large gradients hardly decay; use [AdamW]",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.CoupledDecay + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("Recipes.AdamWAttribute") is null) return;
        foreach (Declaration optimizer in context.Recipe.Of(DeclarationKind.Optimizer))
            if (!optimizer.IsMethod && optimizer.Attribute == "Adam" && optimizer.Find("WeightDecay")?.Number is { } decay && decay > 0)
                context.ReportWith(
                    Descriptor, context.Locations.Of(optimizer.Index, "WeightDecay"), FixProperties.Replace("AdamW"), [], Names.Number(decay));
    }
}

/// <summary>Nesterov's step looks ahead along the momentum.</summary>
internal sealed class NesterovWithoutMomentumRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NesterovWithoutMomentum, "Nesterov's step has momentum",
        "Nesterov = true of {0} looks ahead along a momentum that is 0 and changes nothing; set Momentum, commonly 0.9, or remove Nesterov",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NesterovWithoutMomentum + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration optimizer in context.Recipe.Of(DeclarationKind.Optimizer))
        {
            if (optimizer.IsMethod || !optimizer.Flag("Nesterov", false) || optimizer.Formula is not { } formula) continue;
            foreach (Formulas.FormulaParameter parameter in formula.Parameters)
                if (parameter.Name == "momentum" && optimizer.Number("Momentum", parameter.Default ?? 0) == 0 && !RampTarget.Moves(context, optimizer, "Momentum"))
                    context.ReportArgument(Descriptor, optimizer, "Nesterov", RecipeContext.Show(optimizer));
        }
    }
}

/// <summary>An optimizer of the recipe's own has its rate on its mark.</summary>
internal sealed class OptimizerWithoutRateRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OptimizerWithoutRate, "An optimizer of the recipe class has a learning rate",
        "The learning rate of '{0}' is {1}, so that no weight ever moves; write [Optimizer(LearningRate = …)] with a value above 0",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OptimizerWithoutRate + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration optimizer in context.Recipe.Of(DeclarationKind.Optimizer))
            if (optimizer.IsMethod && !(optimizer.Number("LearningRate", 0) > 0))
                context.ReportArgument(Descriptor, optimizer, "LearningRate", optimizer.Attribute, Names.Number(optimizer.Number("LearningRate", 0)));
    }
}

/// <summary>The second clip sees what the first has shortened.</summary>
internal sealed class TwoClipsRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.TwoClips, "The gradient is clipped once",
        "{0} and {1} both clip the gradient, and which of them acts depends on their order and on each other's threshold; keep one",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.TwoClips + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? first = null;
        foreach (Declaration transform in context.Recipe.Of(DeclarationKind.GradientTransform))
        {
            if (!transform.Attribute.StartsWith("Clip", StringComparison.Ordinal)) continue;
            if (first is null) first = transform;
            else if (transform.IsMethod || transform.Attribute != first.Attribute) context.Report(Descriptor, transform, RecipeContext.Show(first), RecipeContext.Show(transform));
        }
    }
}
