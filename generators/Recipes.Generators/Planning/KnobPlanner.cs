using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>Gives every scalar of the recipe a path and a field, and binds formulas to them.</summary>
internal sealed class KnobPlanner
{
    private readonly List<PlannedKnob> _knobs = [];
    private readonly HashSet<string> _fields = [];

    public IReadOnlyList<PlannedKnob> Knobs => _knobs;

    public PlannedKnob Add(string owner, string property, double value, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity, bool exclusiveMinimum = false, bool exclusiveMaximum = false)
    {
        string field = "_" + Names.Camel(owner) + property;
        while (!_fields.Add(field)) field += "_";
        var knob = new PlannedKnob(_knobs.Count, owner + "." + property, field, value, minimum, maximum, exclusiveMinimum, exclusiveMaximum);
        _knobs.Add(knob);
        return knob;
    }

    /// <summary>Binds a formula's knobs: to fields that are loaded at each step, or (<paramref name="constant"/>) to the declared values.</summary>
    public PlannedFormula Bind(Declaration declaration, IReadOnlyList<(string, string)> slots, bool constant = false)
    {
        var bound = new List<(string, string, double, bool?)>();
        foreach (FormulaParameter parameter in declaration.Formula!.Parameters)
        {
            if (parameter.Role == FormulaRole.Flag)
            {
                bool flag = declaration.Flag(parameter.Name, parameter.DefaultFlag ?? false);
                bound.Add((parameter.Name, flag ? "true" : "false", flag ? 1 : 0, flag));
            }
            else if (parameter.Role == FormulaRole.Knob)
            {
                double value = declaration.Number(parameter.Name, parameter.Default ?? 0);
                string expression = constant
                    ? Infrastructure.Literals.Literal(value)
                    : Add(declaration.Name, Names.Pascal(parameter.Name), value, parameter.Minimum, parameter.Maximum, parameter.ExclusiveMinimum, parameter.ExclusiveMaximum).Field;
                bound.Add((parameter.Name, expression, value, null));
            }
        }
        return new PlannedFormula(declaration, new BoundFormulaParts(bound, slots));
    }
}
