using System.Security.Cryptography;
using System.Text;
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
            writer.WriteLine("Classes = " + plan.Classes + ",");
            writer.WriteLine("BatchSize = " + plan.BatchSize + ",");
            writer.WriteLine("Views = " + plan.Views + ",");
            writer.WriteLine("Epochs = " + recipe.Run.Epochs + ",");
            writer.WriteLine("Seed = " + Literals.Literal(unchecked((ulong)recipe.Run.Seed)) + ",");
            writer.WriteLine("DropLast = " + Literals.Literal(recipe.Run.DropLast) + ",");
            writer.WriteLine("ParameterFloats = " + plan.ParameterFloats + ",");
            writer.WriteLine("OptimizerStates = " + kernels.Update.States + ",");
            writer.WriteLine("Averages = " + Literals.Literal(plan.Averaging is not null) + ",");
            writer.WriteLine("LearningRateKnob = 0,");
            if (plan.SchedulesByValidation) writer.WriteLine("SchedulesByValidation = true,");
            WriteParameters(writer, plan);
            WriteKnobs(writer, plan);
            WriteTerms(writer, plan);
            ComponentWriter.Write(writer, recipe);
        }
        writer.WriteLine();
    }

    private static void WriteParameters(SourceWriter writer, StepPlan plan)
    {
        using (writer.Open("Parameters = new ParameterInfo[]", ","))
            foreach (PlannedParameter parameter in plan.Parameters)
                writer.WriteLine(
                    "new(" + Literals.Literal(parameter.Name) + ", new[] { " + parameter.Shape + " }, Offset: " + parameter.Offset + ", Transposed: " + Literals.Literal(parameter.Transposed) +
                    ", Initializer." + parameter.Initializer + ", FanIn: " + parameter.FanIn + ", InitialValue: " + Literals.Literal(parameter.InitialValue) +
                    ", Decays: " + Literals.Literal(parameter.Decays) + ", InNetwork: " + Literals.Literal(parameter.InNetwork) +
                    (parameter.DrawnAs.Length > 0 ? ") { DrawnAs = " + Literals.Literal(parameter.DrawnAs) + " }," : "),"));
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
        if (plan.Memories.Count == 0) return;
        using (writer.Open("Memories = new MemoryInfo[]", ","))
            foreach (PlannedMemory memory in plan.Memories)
                writer.WriteLine("new(" + Literals.Literal(memory.Name) + ", FloatsPerRow: " + memory.FloatsPerRow + ", InitialValue: " + Literals.Literal(memory.InitialValue) + "),");
    }

    /// <summary>What a checkpoint (or, with <paramref name="modelOnly"/>, a model file) depends on, as text.</summary>
    private static string Identity(RecipeModel recipe, bool modelOnly)
    {
        var text = new StringBuilder();
        foreach (Declaration declaration in recipe.Declarations)
        {
            bool ofModel = declaration.Kind is DeclarationKind.Input or DeclarationKind.Dense or DeclarationKind.FormulaLayer or DeclarationKind.Apply or DeclarationKind.Preparation
                or DeclarationKind.Calibrator or DeclarationKind.ConformalPredictor;
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
