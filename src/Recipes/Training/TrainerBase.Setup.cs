using Recipes.Engine;

namespace Recipes.Training;

public abstract partial class TrainerBase
{
    private readonly NativeBuffer<float>[] _memories;
    private readonly double[] _knobs;
    private readonly double[] _termWeights;

    /// <summary>Sets up the run; generated constructors allocate their own buffers from <see cref="Arena"/> after it.</summary>
    protected TrainerBase(RecipeDefinition recipe, TrainingOptions? options)
    {
        Recipe = recipe;
        options ??= new TrainingOptions();
        Team = new ThreadTeam(Math.Max(1, options.Threads));
        Arena = new NativeArena();
        _memories = [];
        _knobs = new double[recipe.Knobs.Count];
        _termWeights = new double[recipe.Terms.Count];
    }
}
