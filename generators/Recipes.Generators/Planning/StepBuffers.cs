using Recipes.Generators.Formulas.Kernels;

namespace Recipes.Generators.Planning;

/// <summary>Names the buffers of a step and says when each is first written and last read.</summary>
/// <remarks>Times: 0 gather; 1 … n forward; n + 1 loss; n + 2 … 2n + 1 backward, last operation first.</remarks>
internal static class StepBuffers
{
    public static IReadOnlyList<PlannedBuffer> Assign(IReadOnlyList<PlannedOperation> operations, int rows, int inputSize)
    {
        int n = operations.Count;
        int Forward(int i) => 1 + i;
        int Backward(int i) => n + 2 + (n - 1 - i);
        var buffers = new List<PlannedBuffer>();
        void Add(string field, int width, int first, int last) => buffers.Add(new PlannedBuffer(field, rows + " × " + width, rows * width, first, last, 0));

        Add("_input", inputSize, 0, Backward(0));
        string input = "_input";
        for (int i = 0; i < n; i++)
        {
            PlannedOperation operation = operations[i];
            bool last = i == n - 1;
            string number = last ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Input = input;
            operation.Output = last ? "_logits" : "_hidden" + number;
            operation.OutputGradient = last ? "_logitsGradient" : "_hidden" + number + "Gradient";
            Add(operation.Output, operation.Width, Forward(i), last ? n + 1 : Backward(i + 1));
            if (operation.Activation is not null && operation.Kind != OperationKind.Elementwise)
            {
                operation.Preactivation = last ? "_preactivation" : "_preactivation" + number;
                Add(operation.Preactivation, operation.Width, Forward(i), Backward(i));
            }
            else if (operation.Activation is not null)
            {
                operation.Preactivation = operation.Input;
            }
            if (operation.Dropout is not null)
            {
                operation.Mask = last ? "_mask" : "_mask" + number;
                Add(operation.Mask, operation.Width, Forward(i), Backward(i));
            }
            if (operation.Layer is { Parts.Slots.Count: > 0 } layer)
            {
                operation.LearnedSums = "_learnedSums" + number;
                int blocks = LayerBlocks.Count(rows, operation.Width), floats = layer.Parts.Slots.Count * operation.Width;
                buffers.Add(new PlannedBuffer(operation.LearnedSums, blocks + " × " + floats, blocks * floats, Backward(i), Backward(i), 0));
            }
            // An elementwise pass works in place, so what is before it reads the same buffer.
            int gradientEnd = Backward(operation.Kind == OperationKind.Elementwise ? Math.Max(i - 1, 0) : i);
            Add(operation.OutputGradient, operation.Width, last ? n + 1 : Backward(i + 1), gradientEnd);
            input = operation.Output;
        }
        if (operations[0].Kind == OperationKind.RowLayer) Add("_inputGradient", inputSize, Backward(0), Backward(0));
        return buffers;
    }
}
