using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Gives a formula's parameters their meaning, and remembers the C# of each input that stands for one.</summary>
internal sealed class FormulaArguments(FormulaGraph graph)
{
    /// <summary>A C# expression for each axis-free input.</summary>
    public Dictionary<string, string> Scalars { get; } = new(StringComparer.Ordinal);

    /// <summary>The input of a knob, or its switch.</summary>
    public Meaning Knob(BoundFormula formula, FormulaParameter parameter)
    {
        foreach (BoundKnob knob in formula.Knobs)
        {
            if (knob.Parameter != parameter.Name) continue;
            if (parameter.Role == FormulaRole.Flag) return knob.Flag ?? throw new FormulaLimitException($"the switch '{parameter.Name}' has no value");
            return Scalar($"{formula.Prefix}.{parameter.Name}", knob.Expression, knob.Declared);
        }

        if (parameter.Role == FormulaRole.Flag && parameter.DefaultFlag is { } flag) return flag;
        if (parameter.Role == FormulaRole.Knob && parameter.Default is { } value) return graph.Constant(value);
        throw new FormulaLimitException($"'{parameter.Name}' has no value");
    }

    /// <summary>The axis-free input that a C# expression gives.</summary>
    public Node Scalar(string name, string expression, double declared = double.NaN)
    {
        Scalars[name] = expression;
        Node input = graph.Input(name, Axes.None);
        if (!double.IsNaN(declared)) input.Declared = declared;
        return input;
    }

    /// <summary>Where a learned or remembered parameter is kept.</summary>
    public static string Slot(BoundFormula formula, string parameter) => Place(formula, parameter).Expression;

    /// <summary>Where a parameter is kept, with where it begins.</summary>
    public static BoundSlot Place(BoundFormula formula, string parameter)
    {
        foreach (BoundSlot slot in formula.Slots)
            if (slot.Parameter == parameter) return slot;
        throw new FormulaLimitException($"'{parameter}' has no place");
    }

    /// <summary>Binds a formula whose parameters mean what <paramref name="meaning"/> says; knobs and switches are seen to.</summary>
    public BoundBody Bind(BoundFormula formula, Func<FormulaParameter, Meaning> meaning)
    {
        var arguments = new List<Meaning>();
        foreach (FormulaParameter parameter in formula.Formula.Parameters)
            arguments.Add(parameter.Role is FormulaRole.Knob or FormulaRole.Flag ? Knob(formula, parameter) : meaning(parameter));
        return FormulaBinder.Bind(graph, formula.Formula, arguments);
    }
}
