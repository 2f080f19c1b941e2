using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Values for the knobs of a formula.</summary>
internal static class KnobSettings
{
    // A range that is open ends here.
    private const double Endless = 1e3;
    private const double Nudge = 1e-3;

    /// <summary>Every knob at its default, or in the middle of its range if it has none.</summary>
    public static Dictionary<string, object> Defaults(FormulaDefinition formula)
    {
        var settings = new Dictionary<string, object>();
        foreach (FormulaParameter knob in formula.Parameters.Where(p => p.Role == FormulaRole.Knob))
            settings[knob.Name] = knob.Default ?? ((Least(knob) + Math.Min(Greatest(knob), Least(knob) + 2)) / 2);
        foreach (FormulaParameter flag in formula.Parameters.Where(p => p.Role == FormulaRole.Flag)) settings[flag.Name] = flag.DefaultFlag ?? false;
        return settings;
    }

    /// <summary>All at their defaults, then each alone at its least and at its greatest value, then all of them there.</summary>
    public static IEnumerable<Dictionary<string, object>> Ends(FormulaDefinition formula)
    {
        Dictionary<string, object> defaults = Defaults(formula);
        yield return defaults;
        FormulaParameter[] knobs = [.. formula.Parameters.Where(p => p.Role == FormulaRole.Knob)];
        foreach (FormulaParameter knob in knobs)
        {
            yield return new(defaults) { [knob.Name] = Least(knob) };
            yield return new(defaults) { [knob.Name] = Greatest(knob) };
        }
    }

    private static double Least(FormulaParameter knob) =>
        double.IsInfinity(knob.Minimum) ? -Endless : knob.ExclusiveMinimum ? knob.Minimum + Nudge : knob.Minimum;

    private static double Greatest(FormulaParameter knob)
    {
        double maximum = Math.Min(knob.Maximum, Math.Max(Endless, knob.Minimum));
        return knob.ExclusiveMaximum && maximum == knob.Maximum ? maximum - Nudge : maximum;
    }
}
