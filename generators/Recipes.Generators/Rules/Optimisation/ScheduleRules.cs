using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Optimisation;

/// <summary>Parts of the run that a schedule is given twice.</summary>
internal sealed class OverlappingScheduleRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OverlappingSchedule, "The parts of a schedule fit into the run",
        "{0}: the warm-up ends after {1} of the run and the fall begins after {2}, so that the rate would jump; let {3} be at most {4}",
        RuleText.Optimisation, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OverlappingSchedule + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration schedule in context.Recipe.Of(DeclarationKind.Schedule))
        {
            if (schedule.IsMethod) continue;
            switch (schedule.Attribute)
            {
                case "WarmupStableDecay": CheckDecay(context, schedule); break;
                case "Knee": CheckStart(context, schedule, "Explore"); break;
                case "MultiStep": CheckStart(context, schedule, "First"); break;
            }
        }
    }

    private void CheckDecay(RecipeContext context, Declaration schedule)
    {
        double warmup = Value(schedule, "Warmup"), decay = Value(schedule, "Decay");
        // Fractions are written with a few decimals; the rounding of their sum is below this.
        if (!(warmup + decay > 1 + 1e-9)) return;
        string last = context.Writes(schedule, "Decay") ? "Decay" : "Warmup";
        context.ReportArgument(
            Descriptor, schedule, last, RecipeContext.Show(schedule), Names.Number(warmup), Names.Number(Rounded(1 - decay)), last,
            Names.Number(Rounded(last == "Decay" ? 1 - warmup : 1 - decay)));
    }

    private void CheckStart(RecipeContext context, Declaration schedule, string start)
    {
        double warmup = Value(schedule, "Warmup"), begins = Value(schedule, start);
        if (warmup > begins)
            context.ReportArgument(
                Descriptor, schedule, "Warmup", RecipeContext.Show(schedule), Names.Number(warmup), Names.Number(begins), "Warmup", Names.Number(begins));
    }

    private static double Value(Declaration schedule, string knob)
    {
        double otherwise = double.NaN;
        if (schedule.Formula is { } formula)
            foreach (FormulaParameter parameter in formula.Parameters)
                if (Names.Pascal(parameter.Name) == knob) otherwise = parameter.Default ?? double.NaN;
        return schedule.Number(knob, otherwise);
    }

    private static double Rounded(double fraction) => System.Math.Round(fraction, 9);
}

/// <summary>A run that ends before the schedule that waits for a plateau has waited.</summary>
internal sealed class StoppedBeforePlateauRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.StoppedBeforePlateau, "Early stopping waits longer than the plateau's schedule",
        "[EarlyStopping] ends the run after {0} epochs without an improvement, and [ReduceOnPlateau] waits for more than {1} before it reduces the rate, so that it hardly ever does; let PatienceEpochs of [EarlyStopping] be several times larger",
        RuleText.Optimisation, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.StoppedBeforePlateau + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.First(DeclarationKind.Schedule) is not { Attribute: "ReduceOnPlateau", IsMethod: false } plateau) return;
        double waits = plateau.Number("PatienceEpochs", 10);
        foreach (Declaration stopping in context.Recipe.Of(DeclarationKind.StoppingRule))
            if (stopping.Component is { Type: "global::Recipes.EarlyStopping" } && stopping.Number("PatienceEpochs", 10) is var patience && patience <= waits)
                context.ReportArgument(Descriptor, stopping, "PatienceEpochs", Names.Number(patience), Names.Number(waits));
    }
}
