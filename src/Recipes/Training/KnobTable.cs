using System.Globalization;

namespace Recipes.Training;

/// <summary>The knobs' values: declared, overridden by the options, moved by ramps.</summary>
internal sealed class KnobTable
{
    private readonly IReadOnlyList<RampInfo> _ramps;
    private readonly double[] _values;

    /// <exception cref="ArgumentException">An override names no knob, or one that the recipe ramps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An override lies outside its knob's range.</exception>
    public KnobTable(RecipeDefinition recipe, IReadOnlyDictionary<string, double>? overrides)
    {
        _ramps = recipe.Ramps;
        _values = new double[recipe.Knobs.Count];
        for (int k = 0; k < _values.Length; k++) _values[k] = recipe.Knobs[k].Value;
        Changed = [.. (overrides ?? new Dictionary<string, double>()).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        foreach ((string path, double value) in Changed) Override(recipe, path, value);
        Overrides = string.Join(';', Changed.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value:R}")));
        Advance(0);
    }

    /// <summary>The overrides as culture-free text, in order of path: <c>Focal.Gamma=3;Sgd.LearningRate=0.1</c>.</summary>
    public string Overrides { get; }

    /// <summary>The overridden knobs, in order of path.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Changed { get; }

    /// <summary>The value of the knob in this step.</summary>
    public double this[int knob] => _values[knob];

    /// <summary>Moves ramped knobs to where they are at this fraction of the run; true if any of them moved.</summary>
    public bool Advance(double progress)
    {
        bool moved = false;
        for (int r = 0; r < _ramps.Count; r++)
        {
            RampInfo ramp = _ramps[r];
            double value = At(ramp, progress);
            if (value == _values[ramp.Knob]) continue;
            _values[ramp.Knob] = value;
            moved = true;
        }
        return moved;
    }

    private static double At(RampInfo ramp, double progress)
    {
        if (progress <= ramp.Start) return ramp.From;
        if (progress >= ramp.Until) return ramp.To;
        return ramp.From + (ramp.To - ramp.From) * ((progress - ramp.Start) / (ramp.Until - ramp.Start));
    }

    private void Override(RecipeDefinition recipe, string path, double value)
    {
        int knob = IndexOf(recipe, path);
        KnobInfo info = recipe.Knobs[knob];
        if (!info.Allows(value))
            throw new ArgumentOutOfRangeException(nameof(TrainingOptions.Knobs), value, $"The knob '{path}' takes {info.Range()}.");
        if (recipe.Ramps.Any(ramp => ramp.Knob == knob))
            throw new ArgumentException($"The recipe {recipe.Name} ramps the knob '{path}'; a value for it would have no effect.", nameof(TrainingOptions.Knobs));
        _values[knob] = value;
    }

    private static int IndexOf(RecipeDefinition recipe, string path)
    {
        for (int k = 0; k < recipe.Knobs.Count; k++)
            if (recipe.Knobs[k].Path == path) return k;
        throw new ArgumentException(
            $"The recipe {recipe.Name} has no knob '{path}'.{NearestName.Suggestion(path, recipe.Knobs.Select(knob => knob.Path))} " +
            "(Shapes such as widths and the batch size are compiled into the trainer: change them in the recipe.)", nameof(TrainingOptions.Knobs));
    }
}
