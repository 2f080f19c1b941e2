using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Ramps;

/// <summary>A path that leads nowhere would ramp nothing, silently.</summary>
internal sealed class UnknownKnobRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnknownKnob, "[Ramp] names a knob",
        "[Ramp] names \"{0}\", and the recipe has no such knob.{1}",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnknownKnob + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
        {
            if (context.Plan is not { } plan) return;
            if (ramp.Text("knob") is not { } path || RampTarget.Knob(plan, path) is not null || RampTarget.Find(context, path) is not null) continue;
            string? nearest = NearestName.Find(path, Paths(plan));
            string advice = nearest is null ? " Its knobs are: " + string.Join(", ", Paths(plan)) + "." : " Did you mean \"" + nearest + "\"?";
            context.ReportWith(Descriptor, context.Locations.Of(ramp.Index, "knob"), FixProperties.Replace(nearest), [], path, advice);
        }
    }

    private static IEnumerable<string> Paths(StepPlan plan)
    {
        foreach (PlannedKnob knob in plan.Knobs) yield return knob.Path;
    }
}

/// <summary>Shapes, and the knobs of layers, are compiled into the trainer.</summary>
internal sealed class ConstantKnobRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.ConstantKnob, "[Ramp] names a number that can change",
        "[Ramp] names \"{0}\", which is a constant of the generated code and cannot change during the run; ramp a knob of a term, a dropout rate or the learning rate",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.ConstantKnob + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
            if (context.Plan is { } plan && ramp.Text("knob") is { } path && RampTarget.Knob(plan, path) is null && RampTarget.Find(context, path) is not null)
                context.ReportArgument(Descriptor, ramp, "knob", path);
    }
}
