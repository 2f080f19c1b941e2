using Recipes.Engine;

namespace Recipes.Training;

/// <summary>Gives every tensor its first values.</summary>
/// <remarks>
/// Random ones are keyed by (seed, <c>weights/NAME</c>, element in PyTorch's order), so that adding a layer leaves the others' first
/// values as they were.
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
        Place(parameter, values, parameters);
    }

    /// <summary>Takes tensors from a safetensors file: all of the network's by name and shape, and learned scalars of the loss where it has them.</summary>
    /// <exception cref="InvalidModelFileException">The file cannot be read, lacks a tensor, has one of another shape or that is not finite, or one that the recipe does not know.</exception>
    public static void Read(RecipeDefinition recipe, NativeBuffer<float> parameters, string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            if (recipe.Parameters.Any(parameter => parameter.Name == tensor.Name)) continue;
            throw new InvalidModelFileException(path, $"it has a tensor \"{tensor.Name}\" that the recipe {recipe.Name} has no place for.");
        }
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            if (!parameter.InNetwork && !file.Contains(parameter.Name)) continue;
            SafetensorsTensor tensor = file[parameter.Name];
            if (!tensor.Shape.SequenceEqual(parameter.Shape))
            {
                throw new InvalidModelFileException(
                    path, $"its tensor \"{parameter.Name}\" has shape [{string.Join(", ", tensor.Shape)}]; the recipe {recipe.Name} has [{string.Join(", ", parameter.Shape)}].");
            }
            foreach (float value in tensor.Values.Span)
                if (!float.IsFinite(value)) throw new InvalidModelFileException(path, $"its tensor \"{parameter.Name}\" holds {value}.");
            Place(parameter, tensor.Values.Span, parameters);
        }
    }

    /// <summary>Copies a tensor in PyTorch's order [out, in] to its place, where a matrix lies as [in, out].</summary>
    private static void Place(ParameterInfo parameter, ReadOnlySpan<float> values, NativeBuffer<float> parameters)
    {
        Span<float> target = parameters.Span.Slice(parameter.Offset, parameter.Length);
        if (!parameter.Transposed)
        {
            values.CopyTo(target);
            return;
        }

        int outputs = parameter.Shape[0], inputs = parameter.Length / outputs;
        for (int o = 0; o < outputs; o++)
            for (int i = 0; i < inputs; i++) target[i * outputs + o] = values[o * inputs + i];
    }

    /// <summary>Uniform in ±1/√fan-in, as <c>torch.nn.Linear</c> starts its weight and its bias.</summary>
    private static void Uniform(ParameterInfo parameter, Span<float> values, ulong seed)
    {
        new RandomKey(seed, "weights/" + parameter.Name).FillUniform(values, 0);
        float bound = (float)(1 / Math.Sqrt(parameter.FanIn));
        for (int i = 0; i < values.Length; i++) values[i] = (2 * values[i] - 1) * bound;
    }
}
