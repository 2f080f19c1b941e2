using System.Security.Cryptography;
using System.Text;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>The recipe as data: what the shared runtime needs to know.</summary>
internal static class DefinitionWriter
{
    public static void Write(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        RecipeModel recipe = plan.Recipe;
        writer.WriteLine("/// <summary>The recipe as data: tensors, knobs, terms, components.</summary>");
        using (writer.Open("public static RecipeDefinition Definition { get; } = new()", ";"))
        {
            writer.WriteLine("Name = " + Literals.Literal(recipe.Name) + ",");
            writer.WriteLine("Source = " + Literals.Literal(recipe.Source) + ",");
            writer.WriteLine("Plan = Plan,");
            writer.WriteLine("Fingerprint = " + Literals.Literal(Hash(Identity(recipe, modelOnly: false))) + ",");
            writer.WriteLine("ModelFingerprint = " + Literals.Literal(Hash(Identity(recipe, modelOnly: true))) + ",");
            writer.WriteLine("InputSize = " + plan.InputSize + ",");
            if (plan.Task != LearnedTask.Classification) writer.WriteLine("Task = RecipeTask." + plan.Task + ",");
            writer.WriteLine("Classes = " + (plan.Task == LearnedTask.Regression ? 0 : plan.Classes) + ",");
            if (plan.Task == LearnedTask.Regression)
            {
                writer.WriteLine("Targets = " + plan.Targets + ",");
                writer.WriteLine("Outputs = " + plan.Classes + ",");
                if (plan.Likelihood is not null) writer.WriteLine("HasLikelihood = true,");
            }
            WriteNeeds(writer, plan);
            writer.WriteLine("BatchSize = " + plan.BatchSize + ",");
            writer.WriteLine("Views = " + plan.Views + ",");
            writer.WriteLine("Epochs = " + recipe.Run.Epochs + ",");
            writer.WriteLine("Seed = " + Literals.Literal(unchecked((ulong)recipe.Run.Seed)) + ",");
            writer.WriteLine("DropLast = " + Literals.Literal(recipe.Run.DropLast) + ",");
            writer.WriteLine("ParameterFloats = " + plan.ParameterFloats + ",");
            writer.WriteLine("OptimizerFloats = " + kernels.StateFloats + ",");
            var fills = new List<Formulas.Kernels.StateFill>(kernels.StateFills);
            if (fills.Count > 0)
                using (writer.Open("OptimizerStarts = new OptimizerStart[]", ","))
                    foreach (Formulas.Kernels.StateFill fill in fills)
                        writer.WriteLine("new(" + fill.Start + ", " + fill.Length + ", " + Literals.Literal(fill.Value) + "),");
            writer.WriteLine("Averages = " + Literals.Literal(kernels.Update.Averages) + ",");
            writer.WriteLine("LearningRateKnob = 0,");
            if (plan.SchedulesByValidation) writer.WriteLine("SchedulesByValidation = true,");
            WriteParameters(writer, plan);
            WriteKnobs(writer, plan);
            WriteTerms(writer, plan);
            ComponentWriter.Write(writer, recipe);
            ComponentWriter.WriteAugmentations(writer, plan.Augmentations);
        }
        writer.WriteLine();
    }

    /// <summary>What the rows must have beside features and what is learned, and who asks for it.</summary>
    private static void WriteNeeds(SourceWriter writer, StepPlan plan)
    {
        foreach (DeclarationKind kind in new[] { DeclarationKind.Groups, DeclarationKind.Domains })
            if (InputPlanner.Count(plan.Recipe, kind) is > 0 and var count)
                writer.WriteLine(kind + " = " + count + ",");
        if (plan.WeighsRows) writer.WriteLine("WeighsRows = true,");
        var needs = new List<string>();
        foreach (LossInput input in plan.Inputs)
            if (input.Role is FormulaRole.SoftTarget or FormulaRole.Teacher or FormulaRole.Transition or FormulaRole.ClassPrior)
                needs.Add("new(RunInput." + InputOf(input.Role) + ", " + Literals.Literal(AskedBy(plan, input.Role)) + ")");
        if (needs.Count > 0) writer.WriteLine("Needs = new InputNeed[] { " + string.Join(", ", needs) + " },");
    }

    private static string InputOf(FormulaRole role) => role switch
    {
        FormulaRole.SoftTarget => "SoftTargets",
        FormulaRole.Teacher => "TeacherLogits",
        FormulaRole.Transition => "NoiseTransition",
        _ => "DrawnPrior",
    };

    private static string AskedBy(StepPlan plan, FormulaRole role)
    {
        foreach (PlannedTerm term in plan.Terms)
            foreach (FormulaParameter parameter in term.Formula.Formula.Parameters)
                if (parameter.Role == role)
                    return term.Name;
        return "";
    }

    private static void WriteParameters(SourceWriter writer, StepPlan plan)
    {
        using (writer.Open("Parameters = new ParameterInfo[]", ","))
            foreach (PlannedParameter parameter in plan.Parameters)
                writer.WriteLine(
                    "new(" + Literals.Literal(parameter.Name) + ", new[] { " + parameter.Shape + " }, Offset: " + parameter.Offset + ", Transposed: " + Literals.Literal(parameter.Transposed) +
                    ", Initializer." + parameter.Initializer + ", FanIn: " + parameter.FanIn + ", InitialValue: " + Literals.Literal(parameter.InitialValue) +
                    ", Decays: " + Literals.Literal(parameter.Decays) + ", InNetwork: " + Literals.Literal(parameter.InNetwork) +
                    ")" + Further(parameter) + ",");
    }

    private static string Further(PlannedParameter parameter)
    {
        var further = new List<string>();
        if (parameter.DrawnAs.Length > 0) further.Add("DrawnAs = " + Literals.Literal(parameter.DrawnAs));
        if (parameter.Positions > 1) further.Add("Positions = " + parameter.Positions);
        return further.Count == 0 ? "" : " { " + string.Join(", ", further) + " }";
    }

    private static void WriteKnobs(SourceWriter writer, StepPlan plan)
    {
        using (writer.Open("Knobs = new KnobInfo[]", ","))
            foreach (PlannedKnob knob in plan.Knobs)
                writer.WriteLine(
                    "new(" + Literals.Literal(knob.Path) + ", " + Literals.Literal(knob.Value) + ", " + Literals.Literal(knob.Minimum) + ", " + Literals.Literal(knob.Maximum) +
                    (knob.ExclusiveMinimum ? ", ExclusiveMinimum: true" : "") + (knob.ExclusiveMaximum ? ", ExclusiveMaximum: true" : "") + "),");
        var ramps = new List<string>();
        foreach (Declaration ramp in plan.Recipe.Of(DeclarationKind.Ramp))
            foreach (PlannedKnob knob in plan.Knobs)
                if (knob.Path == ramp.Text("knob"))
                    ramps.Add(
                        "new(" + knob.Index + ", From: " + Literals.Literal(ramp.Number("From", 0)) + ", To: " + Literals.Literal(ramp.Number("To", 0)) +
                        ", Start: " + Literals.Literal(ramp.Number("Start", 0)) + ", Until: " + Literals.Literal(ramp.Number("Until", 1)) + "),");
        if (ramps.Count == 0) return;
        using (writer.Open("Ramps = new RampInfo[]", ","))
            foreach (string ramp in ramps) writer.WriteLine(ramp);
    }

    private static void WriteTerms(SourceWriter writer, StepPlan plan)
    {
        using (writer.Open("Terms = new TermInfo[]", ","))
            foreach (PlannedTerm term in plan.Terms)
                writer.WriteLine(
                    "new(" + Literals.Literal(term.Name) + ", WeightKnob: " + term.Weight.Index + ", From: " + Literals.Literal(term.From) + ", Until: " + Literals.Literal(term.Until) +
                    ", Every: " + term.Every + "),");
        WriteKept(writer, "Memories", plan.Memories);
        WriteKept(writer, "Running", plan.Running);
    }

    private static void WriteKept(SourceWriter writer, string property, IReadOnlyList<PlannedMemory> kept)
    {
        if (kept.Count == 0) return;
        string floats = property == "Memories" ? "FloatsPerRow" : "Floats";
        using (writer.Open(property + " = new " + (property == "Memories" ? "MemoryInfo" : "RunningInfo") + "[]", ","))
            foreach (PlannedMemory memory in kept)
                writer.WriteLine("new(" + Literals.Literal(memory.Name) + ", " + floats + ": " + memory.FloatsPerRow + ", InitialValue: " + Literals.Literal(memory.InitialValue) + "),");
    }

    /// <summary>What a checkpoint (or, with <paramref name="modelOnly"/>, a model file) depends on, as text.</summary>
    private static string Identity(RecipeModel recipe, bool modelOnly)
    {
        var text = new StringBuilder();
        foreach (Declaration declaration in recipe.Declarations)
        {
            bool ofModel = declaration.Kind is DeclarationKind.Input or DeclarationKind.Dense or DeclarationKind.FormulaLayer or DeclarationKind.Apply or DeclarationKind.Preparation
                or DeclarationKind.Conv or DeclarationKind.MaxPool or DeclarationKind.AveragePool or DeclarationKind.GlobalAveragePool or DeclarationKind.Flatten or DeclarationKind.BatchNorm
                or DeclarationKind.Calibrator or DeclarationKind.ConformalPredictor or DeclarationKind.Targets or DeclarationKind.MultiLabel or DeclarationKind.TargetPreparation;
            if (declaration.Kind == DeclarationKind.Foreign || (modelOnly && !ofModel)) continue;
            text.Append(declaration.Kind).Append(' ').Append(declaration.Name).Append('(');
            foreach (Argument argument in declaration.Arguments)
                text.Append(argument.Name).Append('=').Append(argument.Text ?? argument.Flag?.ToString() ?? Names.Number(argument.Number ?? 0)).Append(';');
            text.Append(')').Append(declaration.Formula?.Text).Append('\n');
        }
        return text.ToString();
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        var hex = new StringBuilder();
        for (int i = 0; i < 16; i++) hex.Append(hash[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
