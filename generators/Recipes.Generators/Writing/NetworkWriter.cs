using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>The network without training-time noise, as evaluation and prediction run it, and the model type.</summary>
internal static class NetworkWriter
{
    /// <summary>Rows that are evaluated at once: enough for the products to be at speed, few enough to stay in cache.</summary>
    public static int EvaluationRows(StepPlan plan) => Math.Max(64, plan.BatchSize);

    public static void Write(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        WriteModel(writer, TaskTypes.Of(plan.Task));
        LayerWriter.WriteMembers(writer, kernels);
        ImageWriter.WriteShapes(writer, plan);
        writer.WriteLine("/// <summary>The network as evaluation and prediction run it: no dropout, no second view.</summary>");
        using (writer.Open("private static class Network"))
        {
            int hidden = 0;
            for (int i = 0; i < plan.Operations.Count - 1; i++) hidden = Math.Max(hidden, plan.Operations[i].Width);
            if (plan.Operations[plan.Operations.Count - 1] is { Kind: OperationKind.RowLayer, Activation: not null } lastLayer) hidden = Math.Max(hidden, lastLayer.Width);
            writer.WriteLine("/// <summary>Floats of scratch: two buffers that hold the widest hidden layer in turn.</summary>");
            writer.WriteLine("public static int ScratchFloats(int rows) => 2 * rows * " + hidden + ";");
            writer.WriteLine();
            using (writer.Open("public static void Forward(ThreadTeam? team, NativeBuffer<float> weights, NativeBuffer<float> input, int rows, NativeBuffer<float> scratch, NativeBuffer<float> scores)"))
            {
                if (hidden > 0)
                {
                    writer.WriteLine("NativeBuffer<float> even = scratch.Slice(0, rows * " + hidden + "), odd = scratch.Slice(rows * " + hidden + ", rows * " + hidden + ");");
                }
                string from = "input";
                for (int i = 0; i < plan.Operations.Count; i++)
                {
                    PlannedOperation operation = plan.Operations[i];
                    string to = i == plan.Operations.Count - 1 ? "scores" : i % 2 == 0 ? "even" : "odd";
                    writer.WriteLine(operation.Kind == OperationKind.Reorder ? "// The images, pixel by pixel." : "// Layer " + operation.LayerIndex + ": " + operation.Text + ".");
                    WriteOperation(writer, operation, from, to);
                    from = to;
                }
            }
        }
        writer.WriteLine();
    }

    private static void WriteOperation(SourceWriter writer, PlannedOperation operation, string from, string to)
    {
        switch (operation.Kind)
        {
            case OperationKind.Dense:
                writer.WriteLine(
                    "MatrixProduct.Forward(team, rows, " + operation.InputWidth + ", " + operation.Width + ", " + from + ", " + StepWriter.Tensor("weights", operation.Weight!) + ", " +
                    StepWriter.Tensor("weights", operation.Bias) + ", default, " + to + ", " + StepWriter.Activation(operation) + ", default);");
                break;
            case OperationKind.RowLayer:
                writer.WriteLine(LayerWriter.Forward(operation, "team", from, to, "weights"));
                if (operation.Activation is not null)
                    writer.WriteLine("Elementwise.Forward(team, rows, " + operation.Width + ", " + to + ", " + to + ", " + StepWriter.Activation(operation) + ", default);");
                break;
            case OperationKind.Convolution or OperationKind.MaximumPool or OperationKind.AveragePool or OperationKind.Reorder:
                writer.WriteLine(ImageWriter.Forward(operation, "team", "rows", from, to, "weights", "weights", "default", "default"));
                break;
            default:
                writer.WriteLine("Elementwise.Forward(team, rows, " + operation.Width + ", " + from + ", " + to + ", " + StepWriter.Activation(operation) + ", default);");
                break;
        }
    }

    private static void WriteModel(SourceWriter writer, TaskTypes types) => writer.Write($$"""
        /// <summary>The trained model: immutable, safe for concurrent calls.</summary>
        public sealed class Model : {{types.Model}}
        {
            internal Model(ModelParts parts) : base(Definition, parts)
            {
            }

            /// <summary>Loads a model of this recipe; refuses a file of another one and says what differs.</summary>
            public static Model Load(string path) => Load(Definition, path, static parts => new Model(parts));

            protected override int ScratchFloats(int rows) => Network.ScratchFloats(rows);

            protected override void Forward(NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch)
                => Network.Forward(null, weights, input, rows, scratch, scores);
        }


        """);
}
