using Recipes.Training;

namespace Recipes;

/// <summary>The network's tensors between the parameter buffer and a file, where they are named and shaped as in PyTorch's state dict.</summary>
internal static class NetworkTensors
{
    /// <summary>The tensors of the network, without the learned scalars of the loss.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="parameters">Laid out as the recipe's parameter buffer.</param>
    public static IEnumerable<SafetensorsTensor> Of(RecipeDefinition recipe, ReadOnlySpan<float> parameters)
    {
        var tensors = new List<SafetensorsTensor>();
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            if (!parameter.InNetwork) continue;
            var values = new float[parameter.Length];
            Take(parameter, parameters, values);
            tensors.Add(new SafetensorsTensor(parameter.Name, parameter.Shape, values));
        }

        return tensors;
    }

    /// <summary>Takes tensors from a file: all of the network's by name and shape, and learned scalars of the loss where it has them.</summary>
    /// <exception cref="InvalidModelFileException">The file lacks a tensor, has one of another shape or that is not finite, or one that the recipe does not know.</exception>
    public static void Read(RecipeDefinition recipe, SafetensorsFile file, string path, Span<float> parameters)
    {
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

    /// <summary>Copies a tensor in PyTorch's order [out, channel, position] to its place in the buffer, where a matrix lies as [position, channel, out].</summary>
    public static void Place(ParameterInfo parameter, ReadOnlySpan<float> values, Span<float> parameters)
    {
        Span<float> target = parameters.Slice(parameter.Offset, parameter.Length);
        var places = new TensorPlaces(parameter);
        for (int i = 0; i < target.Length; i++) target[places.Of(i)] = values[i];
    }

    /// <summary>Copies a tensor from its place in the buffer to PyTorch's order.</summary>
    private static void Take(ParameterInfo parameter, ReadOnlySpan<float> parameters, Span<float> values)
    {
        ReadOnlySpan<float> source = parameters.Slice(parameter.Offset, parameter.Length);
        var places = new TensorPlaces(parameter);
        for (int i = 0; i < values.Length; i++) values[i] = source[places.Of(i)];
    }

    /// <summary>Where the elements of a tensor lie in the buffer, counted in PyTorch's order.</summary>
    private readonly struct TensorPlaces
    {
        private readonly int _outputs, _channels, _positions;

        public TensorPlaces(ParameterInfo parameter)
        {
            _outputs = parameter.Transposed ? parameter.Shape[0] : 1;
            _positions = parameter.Positions;
            _channels = parameter.Length / Math.Max(1, _outputs * _positions);
        }

        public int Of(int element)
        {
            (int rest, int position) = Math.DivRem(element, _positions);
            (int output, int channel) = Math.DivRem(rest, _channels);
            return (((position * _channels) + channel) * _outputs) + output;
        }
    }
}
