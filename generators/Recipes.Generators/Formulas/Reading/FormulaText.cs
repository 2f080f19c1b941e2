using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Parses canonical texts, on its guard: a text may come from anyone's assembly.</summary>
internal static class FormulaText
{
    /// <summary>Levels that nesting in a text adds to what was measured in source.</summary>
    private const int Slack = 16;

    // Fixed, so that a text reads the same in every project.
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12, DocumentationMode.None);

    /// <summary>The function that the text is; null with a <paramref name="problem"/> when it is none that could be read.</summary>
    public static FunctionSyntax? Parse(int version, string? kindName, string? text, out FormulaKind kind, ref string? problem)
    {
        kind = default;
        if (version != FormulaLanguage.Version)
            problem = $"its text has version {Literals.Literal(version)} and this compiler reads version {Literals.Literal(FormulaLanguage.Version)}; update the Recipes package";
        else if (kindName is null || !Enum.TryParse(kindName, out kind) || kind.ToString() != kindName)
            problem = "its kind is unknown; update the Recipes package";
        else if (text is null)
            problem = "it has no text";
        else if (TextGuard.Refusal(text) is { } refusal)
            problem = refusal;
        else if (SyntaxFactory.ParseStatement(text, options: s_options) is not LocalFunctionStatementSyntax function)
            problem = "its text is not one function";
        else if (function.ContainsDiagnostics || function.FullSpan.Length != text.Length)
            problem = "its text does not parse: " + (function.GetDiagnostics().FirstOrDefault()?.GetMessage(System.Globalization.CultureInfo.InvariantCulture) ?? "there is more than one statement");
        else if (FormulaSize.Refusal(function, Slack) is { } size)
            problem = $"it has {size[0]} {size[1]}, more than {size[2]}";
        else
            return FunctionSyntax.Of(function);

        return null;
    }
}
