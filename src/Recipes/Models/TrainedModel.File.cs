using System.ComponentModel;
using Recipes.Training;

namespace Recipes;

public abstract partial class TrainedModel
{
    /// <summary>Writes the model to a safetensors file, whole or not at all.</summary>
    /// <remarks>
    /// The tensors are those of the state dict of a <c>torch.nn.Sequential</c> with the same layers, so PyTorch can load them strictly;
    /// they expect prepared input. Preparations, calibrators, conformal quantile and the names of classes or targets are texts in the file's metadata.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be written; what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path)
    {
        SafetensorsFile.Write(path, NetworkTensors.Of(Recipe, _weights.Span), ModelMetadata.Write(Recipe, Parts));
        GC.KeepAlive(this); // The weights are native memory that goes with this object.
    }

    /// <summary>Reads a file that <see cref="Save"/> wrote for this recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="path">The file.</param>
    /// <param name="create">Makes the model of the parts.</param>
    /// <exception cref="InvalidModelFileException">The file is missing, damaged or of another recipe; the message says what differs.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static T Load<T>(RecipeDefinition recipe, string path, Func<ModelParts, T> create) where T : TrainedModel
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(create);
        SafetensorsFile file = SafetensorsFile.Read(path);
        var weights = new float[recipe.ParameterFloats];
        ModelParts parts = ModelMetadata.Read(recipe, file, path, weights);
        NetworkTensors.Read(recipe, file, path, weights);
        return create(parts);
    }
}
