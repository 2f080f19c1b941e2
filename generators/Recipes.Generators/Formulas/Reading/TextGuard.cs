using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// Looks over a text from a stranger's assembly before anything recursive sees it. The C# parser is recursive too, and not everywhere
/// on its guard: whatever makes it go deeper is counted here, in one pass over the characters.
/// </summary>
internal static class TextGuard
{
    /// <summary>Signs in a row, as in <c>&amp;&amp;!</c> or <c>=&gt;-</c>; prefix operators nest without brackets.</summary>
    private const int MaximumSigns = 4;

    /// <summary>Of <c>?</c>, of <c>:</c>, of <c>if</c> and of <c>=&gt;</c> in a text: they nest without brackets.</summary>
    private const int MaximumOfEach = 128;

    /// <summary><c>&lt;</c> in each other: types have one argument.</summary>
    private const int MaximumAngles = 2;

    private static readonly HashSet<string> s_words = ["static", "return", "if", "else", "true", "false", "double", "bool", "ref"];

    /// <summary>Why the text is not looked at further; null when it may be parsed.</summary>
    public static string? Refusal(string text)
    {
        if (text.Length > FormulaLanguage.MaximumLength) return $"the text has {Literals.Literal(text.Length)} characters, more than {Literals.Literal(FormulaLanguage.MaximumLength)}";
        int depth = 0, angles = 0, signs = 0, questions = 0, colons = 0, choices = 0, arrows = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\r' or '\n') continue;
            if (char.IsLetterOrDigit(c) || c is '_' or '@')
            {
                int end = i + 1;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
                string word = text.Substring(i, end - i);
                if (IsForbidden(word)) return $"'{word}' is not in the formula language";
                if (word == "if") choices++;
                i = end - 1;
                signs = 0;
                continue;
            }

            switch (c)
            {
                case '(' or '[' or '{':
                    depth++;
                    signs = 0;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    signs = 0;
                    break;
                case '.' or ',' or ';':
                    signs = 0;
                    break;
                case '+' or '-' or '*' or '/' or '!' or '&' or '|' or '=' or '<' or '>' or '?' or ':':
                    signs++;
                    if (c == '<') angles++;
                    if (c == '>' && i > 0 && text[i - 1] == '=') arrows++;
                    else if (c == '>') angles--;
                    if (c == '?') questions++;
                    if (c == ':') colons++;
                    break;
                default:
                    return $"the character U+{(int)c:X4} is not in the formula language";
            }

            // A comment would hide what follows from the counts.
            if (c == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*') return "a text has no comments";
            if (signs > MaximumSigns || angles > MaximumAngles || depth > FormulaLanguage.MaximumDepth) return "the text is nested too deeply";
            if (Math.Max(Math.Max(questions, colons), Math.Max(choices, arrows)) > MaximumOfEach) return "the text is nested too deeply";
        }

        return null;
    }

    private static bool IsForbidden(string word) =>
        (SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None && !s_words.Contains(word)) || FunctionWriter.IsContextual(word);
}
