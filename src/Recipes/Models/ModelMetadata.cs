using System.Globalization;
using System.Text.Json;
using Recipes.Training;

namespace Recipes;

/// <summary>What a model's file holds beside the network's tensors: which recipe it is of, the names of classes or targets, and what was fitted.</summary>
internal static class ModelMetadata
{
    private const string Version = "1";
    private const string VersionKey = "recipes.format";
    private const string RecipeKey = "recipes.recipe";
    private const string FingerprintKey = "recipes.fingerprint";
    private const string InputSizeKey = "recipes.input_size";
    private const string ClassesKey = "recipes.classes";
    private const string PreparationsKey = "recipes.preparations";
    private const string CalibratorsKey = "recipes.calibrators";
    private const string ConformalKey = "recipes.conformal";
    private const string TaskKey = "recipes.task";
    private const string TargetsKey = "recipes.targets";
    private const string TargetPreparationsKey = "recipes.target_preparations";

    /// <summary>The texts of a model.</summary>
    public static IReadOnlyDictionary<string, string> Write(RecipeDefinition recipe, ModelParts parts)
    {
        var texts = new Dictionary<string, string>
        {
            [VersionKey] = Version,
            [RecipeKey] = recipe.Name,
            [FingerprintKey] = recipe.ModelFingerprint,
            [InputSizeKey] = recipe.InputSize.ToString(CultureInfo.InvariantCulture),
            [ClassesKey] = JsonTexts.Write(parts.Classes),
            [PreparationsKey] = Write(parts.Preparations),
            [CalibratorsKey] = Write(parts.Calibrators),
            [ConformalKey] = Write(parts.Conformal is null ? [] : [parts.Conformal]),
        };
        if (recipe.Task == RecipeTask.Classification) return texts;
        texts.Add(TaskKey, recipe.Task.ToString());
        if (recipe.Task != RecipeTask.Regression) return texts;
        texts.Add(TargetsKey, JsonTexts.Write(parts.Targets));
        texts.Add(TargetPreparationsKey, Write(parts.TargetPreparations));
        return texts;
    }

    /// <summary>Checks that the file is of this recipe, and restores what was fitted.</summary>
    /// <returns>The model's parts with <paramref name="weights"/> among them, which are filled later.</returns>
    /// <exception cref="InvalidModelFileException">The file is of another recipe, or its texts are damaged.</exception>
    public static ModelParts Read(RecipeDefinition recipe, SafetensorsFile file, string path, ReadOnlyMemory<float> weights)
    {
        if (!file.Metadata.TryGetValue(VersionKey, out string? version))
        {
            throw new InvalidModelFileException(path,
                "it does not say which recipe it is a model of, so it was not saved by one. To train from its weights, give it as TrainingOptions.InitialWeights.");
        }

        if (version != Version) throw new InvalidModelFileException(path, $"it has the model format {version}; this version of Recipes reads format {Version}.");
        bool isRegression = recipe.Task == RecipeTask.Regression && file.Metadata.ContainsKey(TargetsKey);
        var parts = new ModelParts
        {
            Weights = weights,
            Classes = Texts(ClassesKey),
            Targets = isRegression ? Texts(TargetsKey) : [],
            Preparations = [.. recipe.Preparations.Select(make => make())],
            TargetPreparations = [.. recipe.TargetPreparations.Select(make => make())],
            Calibrators = [.. recipe.Calibrators.Select(make => make())],
            Conformal = recipe.Conformal?.Invoke(),
        };
        IReadOnlyList<IConformalPredictor> sets = parts.Conformal is null ? [] : [parts.Conformal];
        var differences = new ModelDifferences(recipe, file);
        differences.Name(Text(RecipeKey));
        differences.Task(file.Metadata.GetValueOrDefault(TaskKey, nameof(RecipeTask.Classification)));
        differences.InputSize(Text(InputSizeKey));
        differences.Classes(parts.Classes.Count);
        if (isRegression) differences.Targets(parts.Targets.Count);
        differences.Layers();
        differences.Steps("preparation", Names(PreparationsKey), parts.Preparations);
        if (isRegression) differences.Steps("target preparation", Names(TargetPreparationsKey), parts.TargetPreparations);
        differences.Steps("calibrators", Names(CalibratorsKey), parts.Calibrators);
        differences.Steps("conformal sets", Names(ConformalKey), sets);
        differences.Fingerprint(Text(FingerprintKey));
        if (differences.Found) throw new InvalidModelFileException(path, differences.ToString());

        // A state may read well and still be of other features or classes, so each step is tried on a row.
        Restore(PreparationsKey, parts.Preparations, step => step.Apply(new float[recipe.InputSize], recipe.InputSize));
        if (isRegression) Restore(TargetPreparationsKey, parts.TargetPreparations, step => step.Undo(new float[recipe.Targets], recipe.Targets));
        Restore(CalibratorsKey, parts.Calibrators, step => step.Apply(new float[recipe.Classes], recipe.Classes));
        Restore(ConformalKey, sets, step => step.PredictSet(new float[recipe.Classes], new int[recipe.Classes]));
        return parts;

        string Text(string key) => file.Metadata.TryGetValue(key, out string? text)
            ? text
            : throw new InvalidModelFileException(path, $"its metadata has no \"{key}\".");

        string[] Texts(string key)
        {
            try
            {
                return JsonTexts.Read(Text(key));
            }
            catch (JsonException e)
            {
                throw new InvalidModelFileException(path, $"the \"{key}\" of its metadata is not a list of texts: {e.Message}", e);
            }
        }

        // A step is two texts, its type's name and its state.
        string[] Names(string key) => [.. Texts(key).Where((_, i) => i % 2 == 0)];

        void Restore<TStep>(string key, IReadOnlyList<TStep> steps, Action<TStep> attempt) where TStep : IFitted
        {
            string[] texts = Texts(key);
            if (texts.Length != 2 * steps.Count) throw new InvalidModelFileException(path, $"the \"{key}\" of its metadata is cut short.");
            for (int s = 0; s < steps.Count; s++)
            {
                try
                {
                    steps[s].LoadState(texts[2 * s + 1]);
                    attempt(steps[s]);
                }
                catch (Exception e) when (e is FormatException or ArgumentException)
                {
                    throw new InvalidModelFileException(path, $"the state of its {NameOf(steps[s])} is damaged: {e.Message}", e);
                }
            }
        }
    }

    /// <summary>The name by which a step is known in a file.</summary>
    public static string NameOf(IFitted step) => step.GetType().Name;

    private static string Write(IReadOnlyList<IFitted> steps) => JsonTexts.Write([.. steps.SelectMany(step => new[] { NameOf(step), step.SaveState() })]);
}
