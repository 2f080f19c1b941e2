using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>The plan as a person would tell it.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Lines(StepPlan plan, TrainerKernels kernels)
    {
        RecipeModel recipe = plan.Recipe;
        yield return recipe.Name + ": " + recipe.Run.Epochs + " epochs, batches of " + plan.BatchSize + " rows" + (recipe.Run.DropLast ? " (a last short batch is dropped)" : "") + ", seed " + recipe.Run.Seed + ".";
        yield return "";
        yield return "Network: " + plan.InputSize + " features in, " + Outputs(plan) + " out, " + Names.Grouped(plan.TrainedNumbers) + " trained numbers (" + Names.Grouped(4L * plan.TrainedNumbers) + " bytes).";
        foreach (PlannedOperation operation in plan.Operations)
        {
            if (operation.Kind == OperationKind.Reorder) continue;
            long numbers = (operation.Weight?.Length ?? 0) + (operation.Bias?.Length ?? 0);
            if (operation.Layer is { } layer) numbers += (long)layer.Parts.Slots.Count * operation.Width;
            yield return "  layer " + operation.LayerIndex + ": " + operation.Text + ": " + operation.InputShape + " → " + operation.Shape + (numbers > 0 ? ", " + Names.Grouped(numbers) + " numbers" : "") + ".";
        }
        if (plan.HasImages)
            yield return "  Inside, images lie pixel by pixel with their channels together: a pixel is a row of a product, a channel a column. Data and files have them channel by channel.";
        if (plan.Parametrization is { } parametrization)
        {
            yield return "  Parametrisation: " + Call(parametrization.Formula) + ".";
            foreach (string line in kernels.Parametrization!.Summary) yield return "  " + line;
        }
        yield return "";
        yield return "Data: " + Preparations(recipe) + Sampler(recipe);
        foreach (string line in Columns(plan)) yield return "  " + line;
        if (plan.Augmentations.Count > 0)
            yield return "  Each row goes through the network a second time, as a copy that is changed by " + string.Join(", then ", DeclaredAll(plan.Augmentations)) + ".";
        if (plan.Mixup is not null)
            yield return "  Each row goes through the network twice: as it is, and mixed with another row of the batch (shares from Beta(α, α), α = " + Names.Number(plan.Mixup.Number("Alpha", 10)) + ").";
        if (plan.Weighting is not null)
            yield return "  Classes are weighted by " + plan.Weighting.Declaration.Attribute + ", scaled so that the mean over the train rows is 1.";
        yield return "";
        yield return "Loss: " + (plan.TermWeighting is null ? "the weighted sum of" : "combined by " + plan.TermWeighting.Declaration.Attribute + " with a learned number per term, of");
        foreach (PlannedTerm term in plan.Terms) yield return "  " + Term(term);
        foreach (PlannedFormula transform in plan.LogitTransforms) yield return "  Before every term the logits go through " + Call(transform) + ".";
        foreach (string line in kernels.Loss.Summary) yield return "  " + line;
        yield return "";
        yield return "Optimisation: " + Call(plan.Optimizer) + ", learning rate " + Names.Number(plan.Optimizer.Declaration.Number("LearningRate", 0)) + Decay(plan) + ".";
        if (plan.Schedule is not null) yield return "  The rate follows " + Call(plan.Schedule) + (Warmup(plan.Schedule) is { } peak ? ", which peaks " + peak : "") + ".";
        foreach (PlannedFormula transform in plan.GradientTransforms) yield return "  The gradient goes through " + Call(transform) + ".";
        if (plan.Averaging is not null) yield return "  Weights are averaged by " + Call(plan.Averaging) + "; the averages are evaluated, " + (plan.Task == LearnedTask.Classification ? "calibrated and kept." : "and kept.");
        foreach (string line in kernels.Update.Summary) yield return "  " + line;
        foreach (Declaration ramp in recipe.Of(DeclarationKind.Ramp))
            yield return "  " + ramp.Text("knob") + " moves from " + Names.Number(ramp.Number("From", 0)) + " to " + Names.Number(ramp.Number("To", 0)) + " between " +
                Percent(ramp.Number("Start", 0)) + " and " + Percent(ramp.Number("Until", 1)) + " of the run.";
        if (recipe.First(DeclarationKind.StoppingRule) is { } stopping) yield return "  " + Declared(stopping) + " watches the validation rows and may end the run; the best weights are kept.";
        yield return "";
        yield return "After training: " + After(recipe);
        yield return "";
        yield return "One step: " + Names.Grouped(plan.FlopsPerStep) + " floating-point operations in products; nothing is allocated.";
        long parameterBytes = 4L * plan.ParameterFloats;
        yield return "  parameters " + Names.Grouped(parameterBytes) + " bytes, gradients the same, optimizer state " + Names.Grouped(4L * kernels.StateFloats) + " bytes" +
            (!kernels.Update.Averages ? "" : ", averages " + Names.Grouped(parameterBytes) + " bytes") + ".";
        yield return "  step buffers " + Names.Grouped(4L * plan.WorkspaceFloats) + " bytes, shared by lifetime:";
        foreach (PlannedBuffer buffer in plan.Buffers)
            yield return "    " + buffer.Field.TrimStart('_') + " [" + buffer.Shape + "]: " + Names.Grouped(4L * buffer.Floats) + " bytes at " + Names.Grouped(4L * buffer.Offset) + ".";
        foreach (PlannedMemory memory in plan.Memories)
            yield return "  kept per train row: " + memory.Name + ", " + memory.FloatsPerRow + " numbers.";
        foreach (PlannedMemory running in plan.Running)
            yield return "  kept for the run: " + running.Name + ", " + running.FloatsPerRow + " numbers.";
    }

    private static string Outputs(StepPlan plan) => plan.Task switch
    {
        LearnedTask.Regression when plan.Classes == plan.Targets => Several(plan.Targets, "target"),
        LearnedTask.Regression => plan.Classes / plan.Targets + " outputs for each of " + Several(plan.Targets, "target"),
        LearnedTask.MultiLabel => Several(plan.Classes, "label"),
        _ => plan.Classes + " classes",
    };

    private static string Several(int count, string noun) => count + " " + noun + (count == 1 ? "" : "s");

    private static IEnumerable<string> Columns(StepPlan plan)
    {
        RecipeModel recipe = plan.Recipe;
        foreach (Declaration preparation in recipe.Of(DeclarationKind.TargetPreparation))
            yield return "Targets go through " + preparation.Attribute + ", fitted on the train rows; predictions and metrics are in the units of the data.";
        if (recipe.First(DeclarationKind.Groups) is not null) yield return "Each row belongs to one of " + Several(InputPlanner.Count(recipe, DeclarationKind.Groups), "group") + ".";
        if (recipe.First(DeclarationKind.Domains) is not null) yield return "Each row comes from one of " + Several(InputPlanner.Count(recipe, DeclarationKind.Domains), "domain") + ".";
        if (recipe.First(DeclarationKind.SampleWeights) is not null) yield return "Each row counts by its weight, scaled so that the mean over the train rows is 1.";
        if (plan.Needs(FormulaRole.SoftTarget)) yield return "Each row has a probability for each class.";
        if (plan.Needs(FormulaRole.Teacher)) yield return "Each row has a teacher's logits.";
        if (plan.Needs(FormulaRole.Transition)) yield return "A matrix says how likely each class is observed as each other.";
    }

    private static List<string> DeclaredAll(IReadOnlyList<Declaration> declarations)
    {
        var names = new List<string>();
        foreach (Declaration declaration in declarations) names.Add(Declared(declaration));
        return names;
    }

    private static string Preparations(RecipeModel recipe)
    {
        var names = new List<string>();
        foreach (Declaration declaration in recipe.Of(DeclarationKind.Preparation)) names.Add(declaration.Attribute);
        return names.Count == 0 ? "features as they are; " : "features through " + string.Join(", ", names) + ", fitted on the train rows; ";
    }

    private static string Sampler(RecipeModel recipe) => recipe.First(DeclarationKind.Sampler) is { } sampler
        ? "rows are drawn by " + Declared(sampler) + "."
        : "each epoch draws every train row once, in a new order.";

    private static string Term(PlannedTerm term)
    {
        string text = Names.Number(term.Weight.Value) + " · " + Call(term.Formula) + (term.Mixed ? " on the mixed view" : "");
        if (term.From > 0 || term.Until < 1) text += ", from " + Percent(term.From) + " until " + Percent(term.Until) + " of the run";
        if (term.Every > 1) text += ", every " + term.Every + " steps";
        return text + ".";
    }

    private static string Decay(StepPlan plan)
        => plan.Optimizer.Declaration.Flag("DecayAll", false) ? "; weight decay reaches every tensor" : "; weight decay leaves biases, gains and learned numbers alone";

    private static string? Warmup(PlannedFormula schedule)
    {
        foreach ((string parameter, string _, double declared, bool? _) in schedule.Parts.Knobs)
            if (parameter is "warmup" or "peakAt")
                return declared > 0 ? "after " + Percent(declared) + " of the run" : "at the start";
        return null;
    }

    private static string After(RecipeModel recipe)
    {
        var steps = new List<string>();
        foreach (Declaration calibrator in recipe.Of(DeclarationKind.Calibrator)) steps.Add(Declared(calibrator));
        if (recipe.First(DeclarationKind.ConformalPredictor) is { } conformal) steps.Add(Declared(conformal));
        return steps.Count == 0
            ? "the test rows are looked at once."
            : string.Join(", then ", steps) + (steps.Count > 1 ? ", each fitted on calibration rows of its own" : ", fitted on the calibration rows") + "; then the test rows are looked at once.";
    }

    private static string Call(PlannedFormula formula)
    {
        var knobs = new List<string>();
        foreach ((string parameter, string _, double declared, bool? flag) in formula.Parts.Knobs)
            knobs.Add(parameter + " = " + (flag is { } on ? (on ? "true" : "false") : Names.Number(declared)));
        string name = formula.Name == formula.Declaration.Attribute ? formula.Name : formula.Name + " (" + formula.Declaration.Attribute + ")";
        return knobs.Count == 0 ? name : name + "(" + string.Join(", ", knobs) + ")";
    }

    private static string Declared(Declaration declaration)
    {
        var arguments = new List<string>();
        foreach (Argument argument in declaration.Arguments)
            arguments.Add(argument.Name + " = " + (argument.Text ?? argument.Flag?.ToString() ?? Names.Number(argument.Number ?? 0)));
        return arguments.Count == 0 ? declaration.Attribute : declaration.Attribute + "(" + string.Join(", ", arguments) + ")";
    }

    private static string Percent(double fraction) => Names.Number(Math.Round(fraction * 100, 6)) + "%";
}
