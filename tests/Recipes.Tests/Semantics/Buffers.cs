using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

/// <summary>Weights of small recipes, laid out as their parameter buffers.</summary>
internal static class Buffers
{
    /// <summary>What a model was made of, the learned numbers of the loss included.</summary>
    public static float[] WeightsOf(TrainedModel model)
    {
        float[] weights = model.Weights.ToArray();
        GC.KeepAlive(model);
        return weights;
    }

    /// <summary>The options of a run that starts from these weights.</summary>
    public static TrainingOptions Start(TemporaryFolder folder, RecipeDefinition recipe, float[] weights, Dictionary<string, double>? knobs = null)
    {
        string path = folder.File("weights.safetensors");
        SafetensorsFile.Write(path, [.. recipe.Parameters.Select(parameter => new SafetensorsTensor(parameter.Name, parameter.Shape, InFile(parameter, weights)))]);
        return new TrainingOptions { Threads = 1, InitialWeights = path, Knobs = knobs };
    }

    /// <summary>The parameters that the recipe has, each with the same number in all places.</summary>
    public static float[] Filled(RecipeDefinition recipe, Func<ParameterInfo, float> value)
    {
        var weights = new float[recipe.ParameterFloats];
        foreach (ParameterInfo parameter in recipe.Parameters) weights.AsSpan(parameter.Offset, parameter.Length).Fill(value(parameter));
        return weights;
    }

    public static TrainingOptions Options(params (string Path, double Value)[] knobs) =>
        new() { Threads = 1, Knobs = knobs.ToDictionary(knob => knob.Path, knob => knob.Value) };

    // A file has matrices as [out, channel, position], the buffer as [position, channel, out].
    private static float[] InFile(ParameterInfo parameter, float[] weights)
    {
        var values = weights[parameter.Offset..(parameter.Offset + parameter.Length)];
        int units = parameter.Transposed ? parameter.Shape[0] : 1, positions = parameter.Positions, channels = values.Length / units / positions;
        var turned = new float[values.Length];
        for (int o = 0; o < units; o++)
            for (int c = 0; c < channels; c++)
                for (int p = 0; p < positions; p++) turned[(((o * channels) + c) * positions) + p] = values[(((p * channels) + c) * units) + o];
        return turned;
    }
}
