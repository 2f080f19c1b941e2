using Recipes.Generators.Formulas;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>The optimizer step, in the order of its phases; forward and backward in the same words.</summary>
internal static class StepWriter
{
    public static void Write(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        writer.WriteLine("/// <summary>One optimizer step, straight down.</summary>");
        using (writer.Open("protected override void ComputeStep()"))
        {
            writer.WriteLine("LoadKnobs();");
            writer.WriteLine("int rows = " + (plan.Views == 1 ? "Count" : plan.Views + " * Count") + "; // through the network");
            WriteGather(writer, plan);
            ParametrizationWriter.WriteMake(writer, plan);
            WriteForward(writer, plan);
            writer.WriteLine();
            WriteClears(writer, plan);
            writer.WriteLine("// Loss terms, and the gradient by the " + (plan.Task == LearnedTask.Regression ? "outputs" : "logits") + " [rows × " + plan.Classes + "].");
            writer.WriteLine(kernels.Loss.Call);
            WriteBackward(writer, plan);
            ParametrizationWriter.WritePull(writer, kernels);
            writer.WriteLine();
            writer.WriteLine("// Gradient transforms, parameter update" + (kernels.Update.Averages ? " and averages" : "") + ".");
            writer.WriteLine("GradientNorm = Math.Sqrt(Reductions.SumOfSquares(Team, Gradients));");
            writer.WriteLine("if (!double.IsFinite(Loss) || !double.IsFinite(GradientNorm)) return; // the run stops here and says why");
            foreach (string call in kernels.Update.Call) writer.WriteLine(call);
        }
        writer.WriteLine();
    }

    private static void WriteGather(SourceWriter writer, StepPlan plan)
    {
        writer.WriteLine();
        writer.WriteLine("// Gather the batch: [" + plan.BatchSize + " × " + plan.InputSize + "].");
        writer.WriteLine("Gather.Rows(Team, TrainFeatures, BatchRows, Count, " + plan.InputSize + ", _input);");
        WriteSecondView(writer, plan);
        if (plan.Mixup is null) return;
        string alpha = "";
        foreach (PlannedKnob knob in plan.Knobs)
            if (knob.Path == plan.Mixup.Name + ".Alpha")
                alpha = knob.Field;
        writer.WriteLine();
        string first = plan.Views == 2 ? "Count" : plan.Views - 1 + " * Count";
        writer.WriteLine("// The mixed view: rows " + first.Replace(" * ", "·") + " … " + plan.Views + "·Count − 1 are share · own row + (1 − share) · partner's.");
        writer.WriteLine("MixedPairs.Draw(_mixKey, StepIndex, " + plan.BatchSize + ", Count, " + alpha + ", BatchLabels, _partners, _mixLabels, _mixShares);");
        if (plan.WeighsRows) writer.WriteLine("Gather.Labels(BatchRows, _partners, Count, _mixRows);");
        writer.WriteLine("Mixing.Rows(Team, Count, " + plan.InputSize + ", _input, _partners, _mixShares, _input.Slice(" + first + " * " + plan.InputSize + ", Count * " + plan.InputSize + "));");
    }

    private static void WriteSecondView(SourceWriter writer, StepPlan plan)
    {
        if (plan.Augmentations.Count == 0) return;
        var names = new List<string>();
        foreach (Declaration augmentation in plan.Augmentations) names.Add(augmentation.Name);
        writer.WriteLine();
        writer.WriteLine("// The second view: rows Count … 2·Count − 1 are copies, changed by " + string.Join(", then ", names) + ".");
        writer.WriteLine("AugmentRows(_input);");
    }

    /// <summary>Rows that go through the network and that no loss looks at have no gradient.</summary>
    private static void WriteClears(SourceWriter writer, StepPlan plan)
    {
        bool first = false, mixed = false;
        foreach (PlannedTerm term in plan.Terms)
            foreach (FormulaParameter parameter in term.Formula.Formula.Parameters)
                if (parameter.Role is FormulaRole.Logits or FormulaRole.Outputs)
                    _ = term.Mixed ? mixed = true : first = true;
        if (!first) Clear(0);
        if (plan.Augmentations.Count > 0 && !plan.Needs(FormulaRole.OtherLogits)) Clear(1);
        if (plan.Mixup is not null && !mixed) Clear(plan.Views - 1);
        if (plan.Embedding is not null && plan.Views > 1) writer.WriteLine(StepBuffers.EmbeddingGradient + ".Span.Clear();");

        void Clear(int view)
        {
            string start = view switch { 0 => "0", 1 => "Count * " + plan.Classes, _ => view + " * Count * " + plan.Classes };
            writer.WriteLine("_logitsGradient.Slice(" + start + ", Count * " + plan.Classes + ").Span.Clear(); // no term looks at these rows' logits");
        }
    }

    private static void WriteForward(SourceWriter writer, StepPlan plan)
    {
        foreach (PlannedOperation operation in plan.Operations)
        {
            writer.WriteLine();
            writer.WriteLine(operation.Kind == OperationKind.Reorder
                ? "// The images, pixel by pixel: [rows × " + operation.InputShape + "] → [rows × " + operation.Shape.InMemory + "]."
                : "// Forward, layer " + operation.LayerIndex + ": " + operation.Text + ": [rows × " + operation.InputShape.InMemory + "] → [rows × " + operation.Shape.InMemory + "].");
            if (operation.Dropout is not null)
                writer.WriteLine(
                    "Dropout.FillMask(Team, rows, " + operation.Width + ", " + operation.Mask + ", " + TrainerWriter.DropoutKey(operation) +
                    ", (ulong)StepIndex * " + plan.RowsPerStep + ", " + plan.Knobs[operation.DropoutRateKnob].Field + ");");
            string mask = Or(operation.Mask);
            switch (operation.Kind)
            {
                case OperationKind.Dense:
                    writer.WriteLine(
                        "MatrixProduct.Forward(Team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + operation.Input + ", " +
                        Tensor(plan.WeightsBuffer, operation.Weight!) + ", " + Tensor("Parameters", operation.Bias) + ", " + Or(operation.Preactivation) + ", " +
                        operation.Output + ", " + Activation(operation) + ", " + mask + ");");
                    break;
                case OperationKind.RowLayer:
                    bool tail = operation.HasTail;
                    string target = operation.Activation is null ? operation.Output : operation.Preactivation;
                    writer.WriteLine(LayerWriter.Forward(operation, "Team", operation.Input, target, "Parameters"));
                    if (tail) writer.WriteLine("Elementwise.Forward(Team, rows, " + operation.Width + ", " + target + ", " + operation.Output + ", " + Activation(operation) + ", " + mask + ");");
                    break;
                case OperationKind.Convolution or OperationKind.MaximumPool or OperationKind.AveragePool or OperationKind.Reorder:
                    writer.WriteLine(ImageWriter.Forward(operation, "Team", "rows", operation.Input, operation.Output, plan.WeightsBuffer, "Parameters", Or(operation.Preactivation), mask));
                    break;
                default:
                    writer.WriteLine("Elementwise.Forward(Team, rows, " + operation.Width + ", " + operation.Input + ", " + operation.Output + ", " + Activation(operation) + ", " + mask + ");");
                    break;
            }
        }
    }

    private static void WriteBackward(SourceWriter writer, StepPlan plan)
    {
        IReadOnlyList<PlannedOperation> operations = plan.Operations;
        string gradient = "_logitsGradient";
        bool tailDone = false;
        for (int i = operations.Count - 1; i >= plan.FirstTrained; i--)
        {
            PlannedOperation operation = operations[i];
            // Before the first numbers that are trained there is nothing to be changed.
            PlannedOperation? before = i > plan.FirstTrained || ReferenceEquals(operation, plan.Embedding) ? operations[i - 1] : null;
            writer.WriteLine();
            writer.WriteLine("// Backward, layer " + operation.LayerIndex + ": " + operation.Text + ".");
            if (operation.HasTail && !tailDone)
                writer.WriteLine(
                    "Elementwise.Backward(Team, rows, " + operation.Width + ", " + (operation.Activation is null ? "default" : operation.Preactivation) + ", " +
                    gradient + ", " + gradient + ", " + Activation(operation) + ", " + Or(operation.Mask) + ");");
            tailDone = false;
            switch (operation.Kind)
            {
                case OperationKind.Dense:
                    writer.WriteLine(
                        "MatrixProduct.BackwardWeights(Team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + operation.Input + ", " + gradient + ", " +
                        Tensor("Gradients", operation.Weight!) + ", " + Tensor("Gradients", operation.Bias) + ");");
                    if (before is null) break;
                    if (ReferenceEquals(operation, plan.Embedding))
                    {
                        WriteEmbedding(writer, plan, operation, before, gradient);
                        gradient = before.OutputGradient;
                        break;
                    }
                    writer.WriteLine(
                        "MatrixProduct.BackwardInput(Team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + gradient + ", " +
                        Tensor(plan.WeightsBuffer, operation.Weight!) + ", " + (before.Activation is null ? "default" : before.Preactivation) + ", " + Or(before.Mask) + ", " +
                        before.OutputGradient + ", " + Activation(before) + ");");
                    gradient = before.OutputGradient;
                    tailDone = true;
                    break;
                case OperationKind.Convolution or OperationKind.MaximumPool or OperationKind.AveragePool:
                    if (operation.Kind == OperationKind.Convolution) writer.WriteLine(ImageWriter.BackwardWeights(operation, gradient));
                    if (before is null) break;
                    writer.WriteLine(ImageWriter.BackwardInput(operation, before, gradient, plan.WeightsBuffer));
                    gradient = before.OutputGradient;
                    tailDone = true;
                    break;
                case OperationKind.RowLayer:
                    string target = before?.OutputGradient ?? "_inputGradient";
                    writer.WriteLine(LayerWriter.Backward(operation, operation.Input, gradient, target));
                    gradient = target;
                    break;
            }
        }
    }

    /// <summary>The loss's own gradient by the layer's input joins the one through the layer, before the activation and the mask ahead of it.</summary>
    private static void WriteEmbedding(SourceWriter writer, StepPlan plan, PlannedOperation operation, PlannedOperation before, string gradient)
    {
        writer.WriteLine(
            "MatrixProduct.BackwardInput(Team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + gradient + ", " +
            Tensor(plan.WeightsBuffer, operation.Weight!) + ", default, default, " + before.OutputGradient + ", new Identity());");
        writer.WriteLine("Elementwise.Add(Team, rows, " + operation.InputWidth + ", " + StepBuffers.EmbeddingGradient + ", " + before.OutputGradient + ");");
    }

    internal static string Tensor(string buffer, PlannedParameter? parameter)
        => parameter is null ? "default" : buffer + ".Slice(" + parameter.Offset + ", " + parameter.Length + ")";

    internal static string Activation(PlannedOperation operation)
        => operation.Activation is { } activation ? "new " + LayerWriter.ActivationType(activation) + "(" + LayerWriter.KnobValues(activation) + ")" : "new Identity()";

    private static string Or(string field) => field.Length == 0 ? "default" : field;
}
