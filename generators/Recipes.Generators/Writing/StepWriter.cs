using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

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
            WriteForward(writer, plan);
            writer.WriteLine();
            writer.WriteLine("// Loss terms, and the gradient by the logits [rows × " + plan.Classes + "].");
            writer.WriteLine(kernels.Loss.Call);
            WriteBackward(writer, plan);
            writer.WriteLine();
            writer.WriteLine("// Gradient transforms, parameter update" + (plan.Averaging is null ? "" : " and averages") + ", one pass.");
            writer.WriteLine("GradientNorm = Math.Sqrt(Reductions.SumOfSquares(Team, Gradients));");
            writer.WriteLine("if (!double.IsFinite(Loss) || !double.IsFinite(GradientNorm)) return; // the run stops here and says why");
            if (kernels.Update.Prepare.Length > 0) writer.WriteLine(kernels.Update.Prepare);
            writer.WriteLine("Team.For(_chunkStart.Length, _updateParameters);");
        }
        writer.WriteLine();
    }

    private static void WriteGather(SourceWriter writer, StepPlan plan)
    {
        writer.WriteLine();
        writer.WriteLine("// Gather the batch: [" + plan.BatchSize + " × " + plan.InputSize + "].");
        writer.WriteLine("Gather.Rows(Team, TrainFeatures, BatchRows, Count, " + plan.InputSize + ", _input);");
        if (plan.Mixup is null) return;
        string alpha = "";
        foreach (PlannedKnob knob in plan.Knobs)
            if (knob.Path == plan.Mixup.Name + ".Alpha")
                alpha = knob.Field;
        writer.WriteLine();
        writer.WriteLine("// The mixed view: rows Count … 2·Count − 1 are share · own row + (1 − share) · partner's.");
        writer.WriteLine("MixedPairs.Draw(_mixKey, StepIndex, " + plan.BatchSize + ", Count, " + alpha + ", BatchLabels, _partners, _mixLabels, _mixShares);");
        writer.WriteLine("Mixing.Rows(Team, Count, " + plan.InputSize + ", _input, _partners, _mixShares, _input.Slice(Count * " + plan.InputSize + ", Count * " + plan.InputSize + "));");
    }

    private static void WriteForward(SourceWriter writer, StepPlan plan)
    {
        foreach (PlannedOperation operation in plan.Operations)
        {
            writer.WriteLine();
            writer.WriteLine("// Forward, layer " + operation.LayerIndex + ": " + operation.Text + ": [rows × " + operation.InputWidth + "] → [rows × " + operation.Width + "].");
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
                        Tensor("Parameters", operation.Weight!) + ", " + Tensor("Parameters", operation.Bias) + ", " + Or(operation.Preactivation) + ", " +
                        operation.Output + ", " + Activation(operation) + ", " + mask + ");");
                    break;
                case OperationKind.RowLayer:
                    bool tail = operation.HasTail;
                    string target = operation.Activation is null ? operation.Output : operation.Preactivation;
                    writer.WriteLine(LayerWriter.Forward(operation, "Team", operation.Input, target, "Parameters"));
                    if (tail) writer.WriteLine("Elementwise.Forward(Team, rows, " + operation.Width + ", " + target + ", " + operation.Output + ", " + Activation(operation) + ", " + mask + ");");
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
        for (int i = operations.Count - 1; i >= 0; i--)
        {
            PlannedOperation operation = operations[i];
            PlannedOperation? before = i > 0 ? operations[i - 1] : null;
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
                    writer.WriteLine(
                        "MatrixProduct.BackwardInput(Team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + gradient + ", " +
                        Tensor("Parameters", operation.Weight!) + ", " + (before.Activation is null ? "default" : before.Preactivation) + ", " + Or(before.Mask) + ", " +
                        before.OutputGradient + ", " + Activation(before) + ");");
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

    internal static string Tensor(string buffer, PlannedParameter? parameter)
        => parameter is null ? "default" : buffer + ".Slice(" + parameter.Offset + ", " + parameter.Length + ")";

    internal static string Activation(PlannedOperation operation)
        => operation.Activation is { } activation ? "new " + LayerWriter.ActivationType(activation) + "(" + LayerWriter.KnobValues(activation) + ")" : "new Identity()";

    private static string Or(string field) => field.Length == 0 ? "default" : field;
}
