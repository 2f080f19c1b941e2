using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>The trainer: buffers, and one step straight down.</summary>
internal static class TrainerWriter
{
    public static void Write(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        writer.WriteLine("/// <summary>Trains step by step; <see cref=\"Train(Splits, TrainingOptions, CancellationToken)\"/> drives it to the end.</summary>");
        using (writer.Open("public sealed class Trainer : " + TaskTypes.Of(plan.Task).Trainer))
        {
            WriteFields(writer, plan);
            WriteConstructor(writer, plan, kernels);
            WriteStep(writer, plan);
            StepWriter.Write(writer, plan, kernels);
            WriteKnobs(writer, plan);
            WriteScalars(writer, plan, kernels);
            WriteEvaluation(writer, plan);
            writer.Write(kernels.Loss.Members).WriteLine();
            writer.Write(kernels.Update.Members);
            ParametrizationWriter.WriteMembers(writer, plan, kernels);
            if (kernels.Likelihood is { } likelihood) LikelihoodWriter.Write(writer, plan, likelihood);
        }
        writer.WriteLine();
    }

    private static void WriteFields(SourceWriter writer, StepPlan plan)
    {
        foreach (PlannedBuffer buffer in plan.Buffers)
            writer.WriteLine("private readonly NativeBuffer<float> " + buffer.Field + "; // [" + buffer.Shape + "]");
        foreach (PlannedMemory memory in plan.Memories)
            writer.WriteLine("private readonly NativeBuffer<float> " + memory.Field + "; // [train rows × " + memory.FloatsPerRow + "], kept from step to step");
        foreach (PlannedMemory running in plan.Running)
            writer.WriteLine("private readonly NativeBuffer<float> " + running.Field + "; // [" + running.FloatsPerRow + "], kept from step to step");
        if (plan.Mixup is not null)
        {
            writer.WriteLine("private readonly NativeBuffer<int> _partners, _mixLabels; // [" + plan.BatchSize + "] the slot each row is mixed with, and its label");
            if (plan.WeighsRows) writer.WriteLine("private readonly NativeBuffer<int> _mixRows; // [" + plan.BatchSize + "] the train row that each row is mixed with");
            writer.WriteLine("private readonly NativeBuffer<float> _mixShares; // [" + plan.BatchSize + "] share of the own row");
            writer.WriteLine("private readonly RandomKey _mixKey;");
        }
        foreach (PlannedOperation operation in plan.Operations)
            if (operation.Dropout is not null)
                writer.WriteLine("private readonly RandomKey " + DropoutKey(operation) + ";");
        ParametrizationWriter.WriteFields(writer, plan);
        writer.WriteLine("private readonly ParameterChunks _chunks; // the parameters in pieces, for the update");
        foreach (PlannedKnob knob in plan.Knobs) writer.WriteLine("private double " + knob.Field + "; // " + knob.Path);
        writer.WriteLine();
    }

    private static void WriteConstructor(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        writer.WriteLine("/// <summary>Checks the splits against the recipe and sets up the run.</summary>");
        using (writer.Open("public Trainer(Splits splits, TrainingOptions? options = null) : base(Definition, splits, options)"))
        {
            writer.WriteLine("NativeBuffer<float> workspace = Arena.Allocate<float>(" + plan.WorkspaceFloats + ");");
            foreach (PlannedBuffer buffer in plan.Buffers)
                writer.WriteLine(buffer.Field + " = workspace.Slice(" + buffer.Offset + ", " + buffer.Floats + ");");
            foreach (PlannedMemory memory in plan.Memories)
                writer.WriteLine(memory.Field + " = MemoryOf(" + memory.Index + ");");
            foreach (PlannedMemory running in plan.Running)
                writer.WriteLine(running.Field + " = RunningOf(" + running.Index + ");");
            if (plan.Mixup is { } mixup)
            {
                writer.WriteLine("_partners = Arena.Allocate<int>(" + plan.BatchSize + ");");
                writer.WriteLine("_mixLabels = Arena.Allocate<int>(" + plan.BatchSize + ");");
                if (plan.WeighsRows) writer.WriteLine("_mixRows = Arena.Allocate<int>(" + plan.BatchSize + ");");
                writer.WriteLine("_mixShares = Arena.Allocate<float>(" + plan.BatchSize + ");");
                writer.WriteLine("_mixKey = new RandomKey(Seed, " + Literals.Literal("mix/" + mixup.Name) + ");");
            }
            foreach (PlannedOperation operation in plan.Operations)
                if (operation.Dropout is { } dropout)
                    writer.WriteLine(DropoutKey(operation) + " = new RandomKey(Seed, " + Literals.Literal("dropout/" + dropout.Name) + ");");
            writer.WriteLine("_chunks = new ParameterChunks(Definition.Parameters, byRows: " + Literals.Literal(kernels.ByRows) + ");");
            writer.WriteLine("AllocateUpdate();");
            writer.WriteLine("AllocateLossScratch();");
            ParametrizationWriter.WriteConstruction(writer, plan, kernels);
        }
        writer.WriteLine();
    }

    private static void WriteStep(SourceWriter writer, StepPlan plan)
    {
        writer.WriteLine("/// <summary>Takes one optimizer step; allocates nothing.</summary>");
        using (writer.Open("public StepResult Step()"))
        {
            writer.WriteLine("RunStep();");
            string terms = "";
            foreach (PlannedTerm term in plan.Terms) terms += "TermMeans[" + term.Index + "], ";
            writer.WriteLine("return new StepResult(Loss, " + terms + "LearningRate, GradientNorm, Count, EndsEpoch);");
        }
        writer.WriteLine();
    }

    private static void WriteKnobs(SourceWriter writer, StepPlan plan)
    {
        writer.WriteLine("/// <summary>The values that --set, sweeps and ramps may have changed.</summary>");
        using (writer.Open("private void LoadKnobs()"))
            foreach (PlannedKnob knob in plan.Knobs) writer.WriteLine(knob.Field + " = Knob(" + knob.Index + ");");
        writer.WriteLine();
    }

    private static void WriteScalars(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        if (kernels.Schedule is { } byValidation && plan.SchedulesByValidation) WriteScheduleByValidation(writer, plan, byValidation);
        else if (kernels.Schedule is { } schedule)
        {
            using (writer.Open("protected override double Schedule(double progress, double steps)"))
            {
                WriteOwnKnobs(writer, plan, plan.Schedule!);
                WriteScalar(writer, schedule);
            }
            writer.WriteLine();
        }
        if (kernels.Weighting is { } weighting)
        {
            using (writer.Open("protected override double ClassWeight(double count, double rows, double classes)"))
            {
                WriteOwnKnobs(writer, plan, plan.Weighting!);
                WriteScalar(writer, weighting);
            }
            writer.WriteLine();
        }
    }

    private static void WriteScheduleByValidation(SourceWriter writer, StepPlan plan, ScalarKernelResult schedule)
    {
        PlannedFormula formula = plan.Schedule!;
        foreach ((string _, string field) in formula.Parts.Slots) writer.WriteLine("private double " + field + "; // kept from epoch to epoch");
        writer.WriteLine();
        using (writer.Open("protected override void RestartSchedule()"))
        {
            foreach (FormulaParameter parameter in formula.Formula.Parameters)
                foreach ((string name, string field) in formula.Parts.Slots)
                    if (name == parameter.Name) writer.WriteLine(field + " = " + Literals.Literal(parameter.Initial) + ";");
        }
        writer.WriteLine();
        using (writer.Open("protected override double ScheduleAfterEpoch(double validationLoss)"))
        {
            WriteOwnKnobs(writer, plan, formula);
            WriteScalar(writer, schedule);
        }
        writer.WriteLine();
    }

    private static void WriteScalar(SourceWriter writer, ScalarKernelResult scalar)
    {
        if (scalar.Statements.Length > 0) writer.WriteLine(scalar.Statements.TrimEnd());
        writer.WriteLine("return " + scalar.Expression + ";");
    }

    // These run outside the step, so they load their own knobs.
    private static void WriteOwnKnobs(SourceWriter writer, StepPlan plan, PlannedFormula formula)
    {
        foreach ((string _, string expression, double _, bool? flag) in formula.Parts.Knobs)
            foreach (PlannedKnob knob in plan.Knobs)
                if (flag is null && knob.Field == expression)
                    writer.WriteLine(knob.Field + " = Knob(" + knob.Index + ");");
    }

    private static void WriteEvaluation(SourceWriter writer, StepPlan plan)
    {
        int rows = NetworkWriter.EvaluationRows(plan);
        writer.WriteLine("private NativeBuffer<float> _evaluation; // scratch of the forward pass without noise, allocated at its first use");
        writer.WriteLine();
        writer.WriteLine("protected override int EvaluationRows => " + rows + ";");
        writer.WriteLine();
        using (writer.Open("protected override void Evaluate(NativeBuffer<float> inputs, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights)"))
        {
            writer.WriteLine("if (_evaluation.Length == 0) _evaluation = Arena.Allocate<float>(Network.ScratchFloats(" + rows + "));");
            writer.WriteLine("Network.Forward(Team, weights, inputs, rows, _evaluation, scores);");
        }
        writer.WriteLine();
        writer.WriteLine("protected override Model CreateModel(ModelParts parts) => new(parts);");
        writer.WriteLine();
    }

    internal static string DropoutKey(PlannedOperation operation) => "_" + Names.Camel(operation.Dropout!.Name) + "Key";
}
