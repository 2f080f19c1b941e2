using Recipes.Generators.Formulas.Kernels;

namespace Recipes.Generators.Planning;

/// <summary>Names the buffers of a step and says when each is first written and last read.</summary>
/// <remarks>Times: 0 gather; 1 … n forward; n + 1 loss; n + 2 … 2n + 1 backward, last operation first.</remarks>
internal static class StepBuffers
{
    public const string EmbeddingGradient = "_embeddingGradient";

    /// <summary>Names the operations' buffers.</summary>
    public static void Name(IReadOnlyList<PlannedOperation> operations)
    {
        string input = "_input";
        for (int i = 0; i < operations.Count; i++)
        {
            bool last = i == operations.Count - 1;
            string number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            operations[i].Input = input;
            operations[i].Output = last ? "_logits" : "_hidden" + number;
            operations[i].OutputGradient = operations[i].Output + "Gradient";
            input = operations[i].Output;
        }
    }

    /// <summary>The first operation that has something to train.</summary>
    public static int FirstTrained(IReadOnlyList<PlannedOperation> operations)
    {
        int first = 0;
        while (first < operations.Count - 1 && !operations[first].IsTrained) first++;
        return first;
    }

    /// <param name="operations">The network, with its buffers named.</param>
    /// <param name="rows">Rows that go through the network in a full step.</param>
    /// <param name="inputSize">Features of a row.</param>
    /// <param name="embedding">The operation whose input the loss reads too; null for none.</param>
    public static IReadOnlyList<PlannedBuffer> Assign(IReadOnlyList<PlannedOperation> operations, int rows, int inputSize, PlannedOperation? embedding = null)
    {
        int n = operations.Count;
        int Forward(int i) => 1 + i;
        int Backward(int i) => n + 2 + (n - 1 - i);
        int IndexOf(PlannedOperation operation)
        {
            int index = 0;
            while (!ReferenceEquals(operations[index], operation)) index++;
            return index;
        }
        var buffers = new List<PlannedBuffer>();
        void Add(string field, int width, int first, int last) => buffers.Add(new PlannedBuffer(field, rows + " × " + width, rows * width, first, last, 0));

        int firstTrained = FirstTrained(operations), firstChanged = embedding is null ? firstTrained : Math.Min(firstTrained, IndexOf(embedding) - 1);
        Add("_input", inputSize, 0, Backward(0));
        for (int i = 0; i < n; i++)
        {
            PlannedOperation operation = operations[i];
            bool last = i == n - 1;
            string number = last ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            // Where the maxima came from is found again in the backward pass.
            Add(operation.Output, operation.Width, Forward(i), last ? n + 1 : Backward(operation.Kind == OperationKind.MaximumPool ? i : i + 1));
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
            if (operation.Kind == OperationKind.Convolution)
            {
                operation.PartialSums = "_parts" + number;
                (int parts, int floats) = ConvolutionParts.Of(operation, rows);
                buffers.Add(new PlannedBuffer(operation.PartialSums, parts + " × " + floats, parts * floats, Backward(i), Backward(i), 0));
            }
            if (i < firstChanged) continue;
            // Elementwise passes work in place, so what is before them reads the same buffer.
            int reader = i;
            while (reader > 0 && operations[reader].Kind == OperationKind.Elementwise) reader--;
            Add(operation.OutputGradient, operation.Width, last ? n + 1 : Backward(i + 1), Backward(reader));
        }
        // The loss writes it before the backward pass of the last dense layer adds to it.
        if (embedding is not null) Add(EmbeddingGradient, embedding.InputWidth, n + 1, Backward(IndexOf(embedding)));
        if (operations[firstTrained] is { Kind: OperationKind.RowLayer } first) Add("_inputGradient", first.InputWidth, Backward(firstTrained), Backward(firstTrained));
        return buffers;
    }
}
