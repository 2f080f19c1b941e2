using Recipes.Engine;

namespace Recipes.Training;

/// <summary>Gives every tensor its first values.</summary>
/// <remarks>
/// Random ones are keyed by (seed, <c>weights/LAYER.TENSOR</c>, element in PyTorch's order), so that adding a layer of another kind
/// leaves the others' first values as they were.
/// </remarks>
internal static class InitialWeights
{
    /// <summary>Fills the parameter buffer; the gaps between tensors stay 0.</summary>
    public static void Draw(RecipeDefinition recipe, NativeBuffer<float> parameters, ulong seed)
    {
        foreach (ParameterInfo parameter in recipe.Parameters) Draw(parameter, parameters, seed);
    }

    /// <summary>Fills one tensor.</summary>
    public static void Draw(ParameterInfo parameter, NativeBuffer<float> parameters, ulong seed)
    {
        var values = new float[parameter.Length];
        if (parameter.Initializer == Initializer.Constant) values.AsSpan().Fill((float)parameter.InitialValue);
        else Uniform(parameter, values, seed);
        NetworkTensors.Place(parameter, values, parameters.Span);
    }

    /// <summary>Takes tensors from a safetensors file: all of the network's by name and shape, and learned scalars of the loss where it has them.</summary>
    /// <exception cref="InvalidModelFileException">The file cannot be read, lacks a tensor, has one of another shape or that is not finite, or one that the recipe does not know.</exception>
    public static void Read(RecipeDefinition recipe, NativeBuffer<float> parameters, string path)
    {
        NetworkTensors.Read(recipe, SafetensorsFile.Read(path), path, parameters.Span);
    }

    /// <summary>Uniform in ±1/√fan-in, as <c>torch.nn.Linear</c> starts its weight and its bias.</summary>
    private static void Uniform(ParameterInfo parameter, Span<float> values, ulong seed)
    {
        new RandomKey(seed, "weights/" + parameter.DrawnAs).FillUniform(values, 0);
        float bound = (float)(1 / Math.Sqrt(parameter.FanIn));
        for (int i = 0; i < values.Length; i++) values[i] = (2 * values[i] - 1) * bound;
    }
}
