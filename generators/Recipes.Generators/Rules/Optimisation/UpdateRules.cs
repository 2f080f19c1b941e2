using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ramps;

namespace Recipes.Generators.Rules.Optimisation;

/// <summary>A rate of another optimizer's size.</summary>
internal sealed class UnusualRateRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnusualRate, "A learning rate is of its optimizer's size",
        "The learning rate {0} of {1} is {2} what it takes, {3} to {4}: a rate that was found with another optimizer does not serve this one",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnusualRate + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration optimizer in context.Recipe.Of(DeclarationKind.Optimizer))
        {
            if (optimizer.UsualRate is not { } usual || optimizer.Find("LearningRate")?.Number is not { } rate || !(rate > 0)) continue;
            if (rate < usual.Minimum || rate > usual.Maximum)
                context.ReportArgument(
                    Descriptor, optimizer, "LearningRate", Names.Number(rate), RecipeContext.Show(optimizer), rate > usual.Maximum ? "above" : "below",
                    Names.Number(usual.Minimum), Names.Number(usual.Maximum));
        }
    }
}

/// <summary>The norm of all gradients is taken once, as they come from the backward pass.</summary>
internal sealed class NormBeforeTransformRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NormBeforeTransform, "What looks at the norm of all gradients stands first",
        "{0} looks at the norm of the gradients as they arrive ('{1}'), and what it is given {2} has changed; put {0} before {2}",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NormBeforeTransform + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? before = null;
        foreach (Declaration transform in context.Recipe.Of(DeclarationKind.GradientTransform))
        {
            foreach (FormulaParameter parameter in transform.Formula?.Parameters ?? default)
                if (parameter.Role == FormulaRole.GradientNorm && before is not null)
                    context.Report(Descriptor, transform, RecipeContext.Show(transform), parameter.Name, RecipeContext.Show(before));
            before = transform;
        }
    }
}

/// <summary>Decay of the optimizer and of a transform before it.</summary>
internal sealed class DecayedTwiceRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.DecayedTwice, "Weights decay once",
        "{0} decays weights by {1} = {2}, and {3} does by {4} = {5}; keep one",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.DecayedTwice + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        (Declaration Of, string Knob, double Value)? known = null;
        foreach (DeclarationKind kind in (DeclarationKind[])[DeclarationKind.Optimizer, DeclarationKind.GradientTransform])
        {
            foreach (Declaration declaration in context.Recipe.Of(kind))
            {
                if (Decay(context, declaration) is not { } decay) continue;
                if (known is { } first)
                    context.ReportWith(
                        Descriptor, context.Locations.Of(declaration.Index), ImmutableDictionary<string, string?>.Empty, [], RecipeContext.Show(first.Of), first.Knob, Names.Number(first.Value),
                        RecipeContext.Show(declaration), decay.Knob, Names.Number(decay.Value));
                known ??= (declaration, decay.Knob, decay.Value);
            }
        }
    }

    /// <summary>The knob by which a formula decays weights, and its value; null if it does not.</summary>
    private static (string Knob, double Value)? Decay(RecipeContext context, Declaration declaration)
    {
        foreach (FormulaParameter parameter in declaration.Formula?.Parameters ?? default)
        {
            if (!parameter.IsDecay) continue;
            string knob = Names.Pascal(parameter.Name);
            double value = declaration.Number(knob, parameter.Default ?? 0);
            if (value > 0 && !RampTarget.Moves(context, declaration, knob)) return (knob, value);
        }
        return null;
    }
}

/// <summary>Nesterov's step is that of a velocity which takes each gradient whole.</summary>
internal sealed class DampenedNesterovRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.DampenedNesterov, "Nesterov's velocity takes each gradient whole",
        "Dampening = {0} of {1} takes {0} of each gradient out of the velocity, and Nesterov = true adds the gradient itself to it: no step of Nesterov's; remove Dampening",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.DampenedNesterov + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration optimizer in context.Recipe.Of(DeclarationKind.Optimizer))
        {
            if (optimizer.IsMethod || optimizer.Formula is not { } formula || !optimizer.Flag("Nesterov", false) || optimizer.Find("Dampening")?.Number is not { } dampening || !(dampening > 0)) continue;
            foreach (FormulaParameter parameter in formula.Parameters)
                if (parameter is { Name: "nesterov", Role: FormulaRole.Flag })
                    context.ReportArgument(Descriptor, optimizer, "Dampening", Names.Number(dampening), RecipeContext.Show(optimizer));
        }
    }
}
