using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>A parameter with its canonical text.</summary>
internal sealed record WrittenParameter(FormulaParameter Definition, FormulaType Type, string TypeText, ParameterSyntax Syntax)
{
    /// <summary>As a parameter of the formula, with its attributes and its default.</summary>
    public string FormulaText
    {
        get
        {
            FormulaParameter p = Definition;
            string range = "";
            if (!double.IsNegativeInfinity(p.Minimum) || !double.IsPositiveInfinity(p.Maximum) || p.ExclusiveMinimum || p.ExclusiveMaximum)
            {
                range = $"[Range({Literals.Literal(p.Minimum)},{Literals.Literal(p.Maximum)}";
                if (p.ExclusiveMinimum) range += ",ExclusiveMinimum=true";
                if (p.ExclusiveMaximum) range += ",ExclusiveMaximum=true";
                range += ")]";
            }

            string decay = p.IsDecay ? "[Decay]" : p.Ascends ? "[Ascends]" : p.Role == FormulaRole.IsMatrix ? "[IsMatrix]" : p.Role == FormulaRole.IsStart ? "[IsStart]" : "";
            string initial = p.Initial != 0 ? $"[Initial({Literals.Literal(p.Initial)})]" : "";
            string value = p.Default is { } number ? "=" + Literals.Literal(number) : p.DefaultFlag is { } flag ? "=" + Literals.Literal(flag) : "";
            return range + decay + initial + NestedText + value;
        }
    }

    /// <summary>As a parameter of a nested function: callers give every argument.</summary>
    public string NestedText => $"{(Definition.ByReference ? "ref " : "")}{TypeText} {FunctionWriter.EscapeName(Definition.Name)}";
}

/// <summary>A function with its canonical text, apart from what is nested in it.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Returns">The type of its result.</param>
/// <param name="ReturnText">That type's name.</param>
/// <param name="Statements">What the body does before it returns, each with its semicolon.</param>
/// <param name="Result">The expression that is returned.</param>
/// <param name="Size">Operations, those of what it calls included.</param>
/// <param name="Depth">Levels of nesting of its expressions, those of what it calls included.</param>
internal sealed record WrittenFunction(
    string Name, IReadOnlyList<WrittenParameter> Parameters, FormulaType Returns, string ReturnText, string Statements, string Result, long Size, int Depth)
{
    /// <summary>As the formula itself, with <paramref name="nested"/> functions inside.</summary>
    public string FormulaText(string nested) => Text(Name, Parameters.Select(p => p.FormulaText), nested);

    /// <summary>As a nested function.</summary>
    public string NestedText(string name) => Text(name, Parameters.Select(p => p.NestedText), "");

    private string Text(string name, IEnumerable<string> parameters, string nested)
    {
        string head = $"static {ReturnText} {FunctionWriter.EscapeName(name)}({string.Join(",", parameters)})";
        return nested.Length + Statements.Length == 0 ? $"{head}=>{Result};" : $"{head}{{{nested}{Statements}return {Result};}}";
    }
}
