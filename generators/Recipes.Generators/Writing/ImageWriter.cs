using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>Layers over images and sequences: the calls, and the sizes that they are given.</summary>
internal static class ImageWriter
{
    /// <summary>The sizes of each such layer, as constants of the recipe.</summary>
    public static void WriteShapes(SourceWriter writer, StepPlan plan)
    {
        bool any = false;
        foreach (PlannedOperation operation in plan.Operations)
        {
            if (ShapeOf(operation) is not { } shape) continue;
            writer.WriteLine("/// <summary>Sizes of layer " + operation.LayerIndex + ": " + operation.Text + ".</summary>");
            writer.WriteLine("private static readonly " + shape + ";");
            any = true;
        }
        if (any) writer.WriteLine();
    }

    public static string Forward(PlannedOperation operation, string team, string rows, string input, string output, string weights, string parameters, string preactivation, string mask) => operation.Kind switch
    {
        OperationKind.Convolution =>
            "Convolution.Forward(" + team + ", " + rows + ", " + Field(operation) + ", " + input + ", " + StepWriter.Tensor(weights, operation.Weight!) + ", " +
            StepWriter.Tensor(parameters, operation.Bias) + ", " + preactivation + ", " + output + ", " + StepWriter.Activation(operation) + ", " + mask + ");",
        OperationKind.MaximumPool => "Pooling.Maximum(" + team + ", " + rows + ", " + Field(operation) + ", " + input + ", " + output + ");",
        OperationKind.AveragePool => "Pooling.Average(" + team + ", " + rows + ", " + Field(operation) + ", " + input + ", " + output + ");",
        _ => "ImageOrder.ToPixels(" + team + ", " + rows + ", " + operation.Shape.Channels + ", " + operation.Shape.Positions + ", " + input + ", " + output + ");",
    };

    public static string BackwardWeights(PlannedOperation operation, string gradient) =>
        "Convolution.BackwardWeights(Team, rows, " + Field(operation) + ", " + operation.Input + ", " + gradient + ", " + operation.PartialSums + ", " +
        StepWriter.Tensor("Gradients", operation.Weight!) + ", " + StepWriter.Tensor("Gradients", operation.Bias) + ");";

    /// <summary>The gradient by what came in, with the activation and the mask of the operation before.</summary>
    public static string BackwardInput(PlannedOperation operation, PlannedOperation before, string gradient, string weights)
    {
        string tail = (before.Activation is null ? "default" : before.Preactivation) + ", " + (before.Mask.Length == 0 ? "default" : before.Mask) + ", " +
            before.OutputGradient + ", " + StepWriter.Activation(before) + ");";
        string start = "Team, rows, " + Field(operation) + ", ";
        return operation.Kind switch
        {
            OperationKind.Convolution =>
                "Convolution.BackwardInput(" + start + gradient + ", " + StepWriter.Tensor(weights, operation.Weight!) + ", " + operation.PartialSums + ", " + tail,
            OperationKind.MaximumPool => "Pooling.MaximumBackward(" + start + operation.Input + ", " + operation.Output + ", " + gradient + ", " + tail,
            _ => "Pooling.AverageBackward(" + start + gradient + ", " + tail,
        };
    }

    private static string Field(PlannedOperation operation) => "s_layer" + operation.LayerIndex;

    private static string? ShapeOf(PlannedOperation operation)
    {
        LayerShape input = operation.InputShape;
        WindowGeometry window = operation.Window;
        bool isImage = input.Rank == LayerRank.Image;
        var sizes = new List<string> { "Channels = " + input.Channels };
        if (isImage) sizes.Add("Height = " + input.Height);
        sizes.Add("Width = " + input.Width);
        switch (operation.Kind)
        {
            case OperationKind.Convolution:
                sizes.Add("Outputs = " + operation.Shape.Channels);
                if (isImage) sizes.Add("KernelHeight = " + window.Height);
                sizes.Add("KernelWidth = " + window.Width);
                if (window.Stride != 1) sizes.Add("Stride = " + window.Stride);
                AddPadding();
                if (window.Dilation != 1) sizes.Add("Dilation = " + window.Dilation);
                if (operation.Groups != 1) sizes.Add("Groups = " + operation.Groups);
                return "ConvolutionShape " + Field(operation) + " = new() { " + string.Join(", ", sizes) + " }";
            case OperationKind.MaximumPool or OperationKind.AveragePool:
                if (isImage) sizes.Add("WindowHeight = " + window.Height);
                sizes.Add("WindowWidth = " + window.Width);
                sizes.Add("Stride = " + window.Stride);
                AddPadding();
                return "PoolingShape " + Field(operation) + " = new() { " + string.Join(", ", sizes) + " }";
            default: return null;
        }

        void AddPadding()
        {
            if (window.PaddingHeight != 0) sizes.Add("PaddingHeight = " + window.PaddingHeight);
            if (window.PaddingWidth != 0) sizes.Add("PaddingWidth = " + window.PaddingWidth);
        }
    }
}
