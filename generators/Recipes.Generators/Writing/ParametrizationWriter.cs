using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>Weights that are made of latent numbers: made before the forward pass, pulled back after the backward pass, and made again for evaluation and the model.</summary>
internal static class ParametrizationWriter
{
    public static void WriteFields(SourceWriter writer, StepPlan plan)
    {
        if (plan.Parametrization is null) return;
        writer.WriteLine("private readonly NativeBuffer<float> _weights; // [" + plan.ParameterFloats + "] the weight matrices that are made of the latent numbers, laid out as the parameters");
        writer.WriteLine("private NativeBuffer<float> _latents; // what they are made of: the parameters, or averages");
    }

    public static void WriteConstruction(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        if (plan.Parametrization is null) return;
        writer.WriteLine("_weights = Arena.Allocate<float>(" + plan.ParameterFloats + ");");
        writer.WriteLine("_latents = Parameters;");
        writer.WriteLine("AllocateParametrization();");
        if (kernels.Parametrization!.Start.Count > 0) writer.WriteLine("CompleteStart();");
    }

    public static void WriteMake(SourceWriter writer, StepPlan plan)
    {
        if (plan.Parametrization is not { } parametrization) return;
        writer.WriteLine();
        writer.WriteLine("// Weight matrices, of latent numbers: " + parametrization.Formula.Formula.Name + ".");
        writer.WriteLine("MakeAllWeights(Parameters);");
    }

    public static void WritePull(SourceWriter writer, TrainerKernels kernels)
    {
        if (kernels.Parametrization is not { } kernel) return;
        writer.WriteLine();
        writer.WriteLine("// Gradients by the latent numbers, of those by the weights.");
        foreach (string call in kernel.Pull) writer.WriteLine(call);
    }

    public static void WriteMembers(SourceWriter writer, StepPlan plan, TrainerKernels kernels)
    {
        if (kernels.Parametrization is not { } kernel) return;
        writer.WriteLine();
        using (writer.Open("private void MakeAllWeights(NativeBuffer<float> latents)"))
        {
            writer.WriteLine("_latents = latents;");
            foreach (string call in kernel.Make) writer.WriteLine(call);
        }
        writer.WriteLine();
        using (writer.Open("protected override NativeBuffer<float> WeightsOf(NativeBuffer<float> latents)"))
        {
            writer.WriteLine("LoadKnobs();");
            writer.WriteLine("latents.Span.CopyTo(_weights.Span); // biases and gains are what they are");
            writer.WriteLine("MakeAllWeights(latents);");
            writer.WriteLine("return _weights;");
        }
        writer.WriteLine();
        if (kernel.Start.Count > 0)
        {
            using (writer.Open("protected override void StartLatents()"))
            {
                writer.WriteLine("LoadKnobs();");
                foreach (string call in kernel.Start) writer.WriteLine(call);
            }
            writer.WriteLine();
        }
        writer.Write(kernel.Members);
    }
}
