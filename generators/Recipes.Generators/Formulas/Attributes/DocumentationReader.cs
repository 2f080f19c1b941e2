using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Attributes;

/// <summary>
/// Makes an attribute's documentation of a formula's. It is read from the comment's characters, since the compiler parses
/// documentation only in projects that ask for a documentation file.
/// </summary>
internal static class DocumentationReader
{
    /// <summary>The documentation of <paramref name="method"/>, with the source that <paramref name="paper"/> names.</summary>
    public static FormulaDocumentation Read(MethodDeclarationSyntax method, FormulaDefinition formula, (string Title, int Year)? paper)
    {
        XElement comment = Parse(CommentOf(method)) ?? new XElement("doc");
        HashSet<string> knobs = [.. formula.Parameters.Where(p => p.Role is FormulaRole.Knob or FormulaRole.Flag).Select(p => p.Name)];
        ReplaceReferences(comment, knobs);

        string summary = Inner(comment.Element("summary"));
        string remarks = Inner(comment.Element("remarks"));
        if (paper is var (title, year))
        {
            string source = new XElement("para", $"\"{title}\" ({Literals.Literal(year)}).").ToString(SaveOptions.DisableFormatting);
            // Text beside paragraphs would run into the first of them.
            remarks = remarks.Length == 0 || remarks.StartsWith("<para>", StringComparison.Ordinal) ? remarks : $"<para>{remarks}</para>";
            remarks += (remarks.Length == 0 ? "" : "\n") + source;
        }

        var parameters = new List<ParameterDocumentation>();
        foreach (XElement parameter in comment.Elements("param"))
        {
            string name = parameter.Attribute("name")?.Value ?? "";
            string text = Inner(parameter);
            if (knobs.Contains(name) && text.Length > 0 && parameters.All(p => p.Name != name)) parameters.Add(new(name, text));
        }

        return new FormulaDocumentation(summary.Length == 0 ? $"The formula <c>{formula.Name}</c>." : summary, remarks, parameters.ToEquatableArray());
    }

    /// <summary>The text of the last block of <c>///</c> lines before the method.</summary>
    private static string CommentOf(MethodDeclarationSyntax method)
    {
        var lines = new List<string>();
        foreach (string line in method.GetLeadingTrivia().ToFullString().Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal)) lines.Add(trimmed.Substring(3));
            // A directive may stand between the comment and the method.
            else if (trimmed.Length > 0 && trimmed[0] != '#') lines.Clear();
        }

        return string.Join("\n", lines);
    }

    private static XElement? Parse(string comment)
    {
        try
        {
            return XElement.Parse("<doc>" + comment + "</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler says what is wrong with it.
            return null;
        }
    }

    /// <summary>
    /// A reference is resolved where it stands, and the attribute stands elsewhere: among other usings, and without parameters.
    /// </summary>
    private static void ReplaceReferences(XElement comment, HashSet<string> knobs)
    {
        foreach (XElement element in comment.Descendants().ToArray())
        {
            switch (element.Name.LocalName)
            {
                case "paramref" when element.Attribute("name") is { } name && knobs.Contains(name.Value):
                    element.ReplaceWith(new XElement("see", new XAttribute("cref", KnobNames.PropertyOf(name.Value))));
                    break;
                case "c" when !element.HasElements && knobs.Contains(element.Value):
                    element.ReplaceWith(new XElement("see", new XAttribute("cref", KnobNames.PropertyOf(element.Value))));
                    break;
                case "paramref" or "typeparamref":
                    element.ReplaceWith(new XElement("c", element.Attribute("name")?.Value));
                    break;
                case "see" or "seealso" when element.Attribute("cref") is { } reference:
                    element.ReplaceWith(new XElement("c", element.IsEmpty ? ShortName(reference.Value) : element.Value));
                    break;
                case "include" or "inheritdoc":
                    element.Remove();
                    break;
            }
        }
    }

    /// <summary>The last name of a reference: <c>IRow&lt;TAxis&gt;</c> of <c>T:Recipes.IRow{TAxis}</c>.</summary>
    private static string ShortName(string reference)
    {
        int end = reference.IndexOf('(');
        string name = end < 0 ? reference : reference.Substring(0, end);
        int brace = name.IndexOf('{');
        int start = name.LastIndexOfAny(['.', ':'], brace < 0 ? name.Length - 1 : brace);
        return name.Substring(start + 1).Replace('{', '<').Replace('}', '>');
    }

    /// <summary>What is inside of an element, each line trimmed.</summary>
    private static string Inner(XElement? element)
    {
        if (element is null) return "";
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes()) text.Append(node.ToString(SaveOptions.DisableFormatting));
        return string.Join("\n", text.ToString().Split('\n').Select(line => line.Trim())).Trim();
    }
}
