using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Names for values, from what they mean; each is given once.</summary>
internal sealed class NameTable
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameTable(params string[] reserved) => _taken.UnionWith(reserved);

    /// <summary>The name for a value, starting with a small letter.</summary>
    public string For(Operation operation) => Unique(Meaning(operation));

    public string Unique(string name)
    {
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None) name += "Value";
        string unique = name;
        for (int i = 2; !_taken.Add(unique); i++) unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
    }

    /// <summary>What a value means, in a word or two.</summary>
    public static string Meaning(Operation operation)
    {
        if (operation.Hint is { Length: > 0 and < 40 } hint) return hint;
        Operation? first = operation.Operands.Length > 0 ? operation.Operands[0] : null;
        switch (operation.Kind)
        {
            case Operator.Input or Operator.LabelInput: return operation.Name.Substring(operation.Name.LastIndexOf('.') + 1);
            case Operator.Function:
                return operation.Function switch
                {
                    Function.Exp => "exponential",
                    Function.Log => first!.Kind == Operator.RowSum && Meaning(first) == "sumExp" ? "logSumExp" : "logarithm",
                    Function.Sqrt => "root",
                    Function.Abs => "magnitude",
                    var other => char.ToLowerInvariant(other.ToString()[0]) + other.ToString().Substring(1),
                };
            case Operator.Power: return "power";
            case Operator.Compare or Operator.SameLabel or Operator.And or Operator.Or or Operator.Not: return "condition";
            case Operator.Maximum: return "greater";
            case Operator.Minimum: return "lesser";
            case Operator.RowMaximum or Operator.RowOffset: return "maximum";
            case Operator.RowArgMax: return "indexOfMaximum";
            case Operator.RowSum: return first!.Kind == Operator.Function && first.Function == Function.Exp ? "sumExp" : "sum";
            case Operator.Pick: return Meaning(first!) + "OfLabel";
            case Operator.OneHot: return "oneHot";
            case Operator.ExampleSum: return "batchSum";
            case Operator.LabelSum: return "labelSum";
            case Operator.OfLabel: return "ofLabel";
            case Operator.Divide when first!.Kind == Operator.Constant: return "reciprocal";
            case Operator.Subtract when first!.Kind == Operator.Input: return Meaning(first) + "Shifted";
            case Operator.Divide or Operator.Multiply: return operation.Axes == Axes.None ? "stepFactor" : operation.Has(Axes.Row) ? "product" : "factor";
            default: return operation.Axes == Axes.None ? "stepTerm" : operation.Has(Axes.Row) ? "term" : "exampleTerm";
        }
    }
}
