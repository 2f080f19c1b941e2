using Recipes.Training;

namespace Recipes;

/// <summary>The calibration rows, divided once, stratified, among the steps that are fitted after training: calibrators in order, then the conformal predictor.</summary>
/// <remarks>
/// No two steps share a row. Each gets an equal part; rows with a label never seen in train are divided like a class of their own.
/// The division is made before the first step of training, so that too few rows are not found out at its end.
/// </remarks>
internal sealed class CalibrationDivision
{
    private readonly int[][] _rows;

    private CalibrationDivision(int[][] rows, CalibrationPart[] parts)
    {
        _rows = rows;
        Parts = parts;
    }

    /// <summary>The steps' names and how many rows each has.</summary>
    public IReadOnlyList<CalibrationPart> Parts { get; }

    /// <summary>The rows of a step, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int step) => _rows[step];

    /// <summary>Divides the rows among the recipe's steps.</summary>
    /// <exception cref="StartupGuardException">A step has fewer rows than its method can bear.</exception>
    public static CalibrationDivision Of(RecipeDefinition recipe, CalibrationRows rows, ulong seed)
    {
        var needs = new List<(string Name, int Least, bool Calibrates)>();
        foreach (Func<ICalibrator> make in recipe.Calibrators)
        {
            ICalibrator calibrator = make();
            needs.Add((calibrator.GetType().Name, calibrator.MinimumRows(recipe.Classes), true));
        }

        if (recipe.Conformal?.Invoke() is { } conformal) needs.Add((conformal.GetType().Name, conformal.MinimumRows(recipe.Classes), false));
        if (needs.Count == 0) return new CalibrationDivision([], []);

        int[][] division = rows.Divide(needs.Count, seed);
        var parts = new CalibrationPart[needs.Count];
        for (int s = 0; s < parts.Length; s++)
        {
            int unseen = division[s].Count(row => rows.Label(row) == RowScore.UnseenLabel);
            // A conformal predictor counts rows of unseen labels as misses; a calibrator can learn nothing from them.
            int usable = needs[s].Calibrates ? division[s].Length - unseen : division[s].Length;
            StartupGuards.EnoughRows(needs[s].Name, usable, needs[s].Least, needs.Count);
            parts[s] = new CalibrationPart(needs[s].Name, division[s].Length, unseen);
        }

        return new CalibrationDivision(division, parts);
    }
}
