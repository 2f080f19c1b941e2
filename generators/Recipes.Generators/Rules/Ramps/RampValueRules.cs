using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ranges;

namespace Recipes.Generators.Rules.Ramps;

/// <summary>A ramp may not leave the range of its knob.</summary>
internal sealed class RampOutOfRangeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.RampOutOfRange, "A ramp stays in its knob's range",
        "The ramp of \"{0}\" {1} {2}, outside of the knob's range {3}; give it a value from there",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.RampOutOfRange + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
        {
            if (context.Plan is not { } plan) return;
            if (ramp.Text("knob") is not { } path || RampTarget.Knob(plan, path) is null) continue;
            if (RampTarget.Find(context, path) is not { } target || DeclaredRanges.Of(context, target.Declaration, target.Property) is not { } range) continue;
            // A rate of 0 is no rate to declare, but one to start a ramp from.
            if (target.Declaration.Kind == DeclarationKind.Optimizer && target.Property == "LearningRate") range = range with { ExclusiveMinimum = false };
            Check(context, ramp, path, range, "From", "starts at");
            Check(context, ramp, path, range, "To", "ends at");
        }
    }

    private void Check(RecipeContext context, Declaration ramp, string path, ValueRange range, string argument, string verb)
    {
        double value = ramp.Number(argument, 0);
        if (!range.Contains(value)) context.ReportArgument(Descriptor, ramp, argument, path, verb, Names.Number(value), range.ToString());
    }
}

/// <summary>The later of two ramps would win at every step.</summary>
internal sealed class SameRampRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SameRamp, "A knob has one ramp",
        "Two ramps move \"{0}\", and a ramp holds its knob before it starts and after it ends, so that only one can be in force; remove one",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SameRamp + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        var first = new Dictionary<string, Declaration>();
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
        {
            if (ramp.Text("knob") is not { } path) continue;
            if (!first.TryGetValue(path, out Declaration? other))
                first.Add(path, ramp);
            else
                context.ReportWith(
                    Descriptor, context.Locations.Of(ramp.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(other.Index)], path);
        }
    }
}

/// <summary>A ramp that ends before it starts.</summary>
internal sealed class EmptyRampWindowRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.EmptyRampWindow, "A ramp starts before it ends",
        "The ramp of \"{0}\" starts at {1} of the run and ends at {2}; make Start less than Until",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.EmptyRampWindow + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
        {
            double start = ramp.Number("Start", 0), until = ramp.Number("Until", 1);
            if (start >= until)
                context.ReportArgument(
                    Descriptor, ramp, context.Writes(ramp, "Start") ? "Start" : "Until", ramp.Text("knob") ?? "", Names.Number(start), Names.Number(until));
        }
    }
}

/// <summary>A ramp between equal values.</summary>
internal sealed class FlatRampRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.FlatRamp, "A ramp changes its knob",
        "The ramp of \"{0}\" goes from {1} to {1} and changes nothing; declare the value at the knob and remove the ramp",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.FlatRamp + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
        {
            double from = ramp.Number("From", 0);
            if (from == ramp.Number("To", 0)) context.Report(Descriptor, ramp, ramp.Text("knob") ?? "", Names.Number(from));
        }
    }
}
