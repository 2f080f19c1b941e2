using System.Globalization;
using Recipes.Training;

namespace Recipes;

/// <summary>Collects in what a model's file differs from the recipe that it is to be loaded for.</summary>
internal sealed class ModelDifferences(RecipeDefinition recipe, SafetensorsFile file)
{
    private readonly List<string> _found = [];

    /// <summary>Whether there is any.</summary>
    public bool Found => _found.Count > 0;

    public void Name(string name)
    {
        if (name != recipe.Name) _found.Add($"its recipe is {name}");
    }

    public void InputSize(string inputSize)
    {
        string own = recipe.InputSize.ToString(CultureInfo.InvariantCulture);
        if (inputSize != own) _found.Add($"it takes {inputSize} features per row instead of {own}");
    }

    public void Classes(int classes)
    {
        if (classes != recipe.Classes) _found.Add($"it tells {classes} classes apart instead of {recipe.Classes}");
    }

    public void Task(string task)
    {
        if (task != recipe.Task.ToString()) _found.Add($"it is one of {task} instead of {recipe.Task}");
    }

    public void Targets(int targets)
    {
        if (targets != recipe.Targets) _found.Add($"it predicts {targets} targets instead of {recipe.Targets}");
    }

    /// <summary>The first tensor that is missing, of another shape, or too many.</summary>
    public void Layers()
    {
        ParameterInfo[] network = [.. recipe.Parameters.Where(parameter => parameter.InNetwork)];
        foreach (ParameterInfo parameter in network)
        {
            string shape = string.Join(", ", parameter.Shape);
            if (!file.Contains(parameter.Name))
            {
                _found.Add($"it has no tensor {parameter.Name} [{shape}]");
                return;
            }

            if (file[parameter.Name].Shape.SequenceEqual(parameter.Shape)) continue;
            _found.Add($"its tensor {parameter.Name} is [{string.Join(", ", file[parameter.Name].Shape)}] instead of [{shape}]");
            return;
        }

        if (file.Tensors.FirstOrDefault(tensor => Array.TrueForAll(network, parameter => parameter.Name != tensor.Name)) is { } more)
            _found.Add($"it has a tensor {more.Name} [{string.Join(", ", more.Shape)}] that the recipe has no place for");
    }

    public void Steps(string kind, IReadOnlyList<string> names, IReadOnlyList<IFitted> steps)
    {
        string[] own = [.. steps.Select(ModelMetadata.NameOf)];
        if (!names.SequenceEqual(own)) _found.Add($"its {kind} {Are(kind)} {List(names)} instead of {List(own)}");

        static string Are(string kind) => kind.EndsWith('s') ? "are" : "is";
        static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
    }

    /// <summary>To be asked last: it differs whenever anything does, and says something only when nothing else did.</summary>
    public void Fingerprint(string fingerprint)
    {
        if (fingerprint == recipe.ModelFingerprint || Found) return;
        _found.Add($"an activation, or an argument of a layer, preparation, calibrator or conformal predictor, is another (fingerprint {fingerprint} instead of {recipe.ModelFingerprint})");
    }

    /// <inheritdoc/>
    public override string ToString() => $"it is not a model of the recipe {recipe.Name}: {string.Join("; ", _found)}.";
}
