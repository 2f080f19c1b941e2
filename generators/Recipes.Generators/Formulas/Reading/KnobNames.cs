using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The names of the properties that knobs become.</summary>
internal static class KnobNames
{
    private static readonly HashSet<string> s_ofEvery = ["Name", "TypeId", "Match", "Equals", "GetHashCode", "GetType", "ToString", "IsDefaultAttribute", "MemberwiseClone"];
    private static readonly HashSet<string> s_ofLosses = ["Weight", "Head", "View", "Stream", "Target", "Updates", "Every", "From", "Until"];
    private static readonly HashSet<string> s_ofOptimizers = ["LearningRate", "DecayAll"];

    /// <summary>The property of the knob <paramref name="parameter"/>: the same with an upper first letter.</summary>
    public static string PropertyOf(string parameter) => char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    /// <summary>Refuses knobs whose property would be another's.</summary>
    public static void Check(MethodDeclarationSyntax method, FormulaKind kind, ProblemList problems)
    {
        var taken = new Dictionary<string, string>();
        foreach (ParameterSyntax parameter in method.ParameterList.Parameters)
        {
            string name = parameter.Identifier.ValueText;
            if (name.Length == 0 || parameter.Type is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.BoolKeyword }) continue;
            string property = PropertyOf(name);
            string? why = s_ofEvery.Contains(property) ? "every attribute of a formula has"
                : kind == FormulaKind.Loss && s_ofLosses.Contains(property) ? "every loss term has"
                : kind == FormulaKind.Optimizer && s_ofOptimizers.Contains(property) ? "every optimizer has"
                : taken.TryGetValue(property, out string? other) ? $"'{other}' becomes too"
                : property == method.Identifier.ValueText + "Attribute" ? "is the name of the attribute"
                : null;
            if (why is not null) problems.Add(FormulaProblems.KnobNameTaken, parameter.Identifier.Span, name, property, why);
            else taken.Add(property, name);
        }
    }
}
