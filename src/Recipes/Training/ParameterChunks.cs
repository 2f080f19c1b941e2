using System.ComponentModel;

namespace Recipes.Training;

/// <summary>The parameters in pieces, for the update: small enough to stay in a core's cache, the same for any number of threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterChunks
{
    private const int ChunkFloats = 4096;

    /// <summary>Cuts every tensor into chunks (or keeps it whole, for optimizers that look at tensors), in order of place.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="wholeTensors">One chunk per tensor.</param>
    /// <param name="start">Index of each chunk's first float in the parameter buffer, [chunks].</param>
    /// <param name="length">Floats of each chunk, [chunks].</param>
    /// <param name="decays">Whether weight decay applies to the chunk's tensor, [chunks].</param>
    public static void Split(RecipeDefinition recipe, bool wholeTensors, out int[] start, out int[] length, out bool[] decays)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var starts = new List<int>();
        var lengths = new List<int>();
        var decay = new List<bool>();
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            int chunk = wholeTensors ? parameter.Length : ChunkFloats;
            for (int first = 0; first < parameter.Length; first += chunk)
            {
                starts.Add(parameter.Offset + first);
                lengths.Add(Math.Min(chunk, parameter.Length - first));
                decay.Add(parameter.Decays);
            }
        }
        start = [.. starts];
        length = [.. lengths];
        decays = [.. decay];
    }
}
