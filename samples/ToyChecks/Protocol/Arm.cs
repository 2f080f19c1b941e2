using Recipes.Training;

namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>One side of a check: a recipe, and the settings of its knobs that are tried.</summary>
internal sealed class Arm
{
    private readonly Func<Splits, TrainingOptions, TrainedModel?> _train;

    private Arm(RecipeDefinition recipe, IReadOnlyList<Setting> settings, Func<Splits, TrainingOptions, TrainedModel?> train)
    {
        Recipe = recipe;
        Settings = settings;
        _train = train;
    }

    public RecipeDefinition Recipe { get; }

    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>From what the generator adds to the recipe class: <c>Arm.Of(Plain.Definition, Plain.Train, Grid.Of(…))</c>.</summary>
    public static Arm Of<TModel, TTest>(
        RecipeDefinition recipe, Func<Splits, TrainingOptions?, CancellationToken, TrainingResult<TModel, TTest>> train, IReadOnlyList<Setting> settings)
        where TModel : TrainedModel
        where TTest : class =>
        new(recipe, settings, (splits, options) =>
        {
            TrainingResult<TModel, TTest> run = train(splits, options, CancellationToken.None);
            return run.Status == RunStatus.Diverged ? null : run.Model;
        });

    /// <summary>A trained model; null if the run diverged.</summary>
    public TrainedModel? Train(ToyData data, Setting setting, int seed) =>
        // One thread: the checks run several trainings at once, and results do not depend on it.
        _train(data.Splits, new TrainingOptions { Threads = 1, Seed = seed, Knobs = new Dictionary<string, double>(setting.Knobs) });
}
