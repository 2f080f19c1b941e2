using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>The library's documentation file, which the compiler writes beside the assembly.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Lazy<Dictionary<string, XElement>> s_members = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(RecipeAttribute).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value));

    /// <summary>The summary of a type, as Markdown.</summary>
    public static string Summary(Type type) => Text(type, "summary");

    /// <summary>The last paper that the remarks of a type quote: <c>"Title" (2020)</c>; empty for none.</summary>
    public static string Paper(Type type) => Quoted().Matches(Text(type, "remarks")).LastOrDefault() is { } match ? $"{match.Groups[1].Value} ({match.Groups[2].Value})" : "";

    private static string Text(Type type, string element) =>
        s_members.Value.TryGetValue($"T:{type.FullName}", out XElement? member) && member.Element(element) is { } found
            ? White().Replace(string.Concat(found.Nodes().Select(Markdown)), " ").Trim()
            : "";

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } link when !link.Nodes().Any() => $"`{LastPart(link.FirstAttribute?.Value ?? "")}`",
        XElement other => string.Concat(other.Nodes().Select(Markdown)) + " ",
        _ => "",
    };

    private static string LastPart(string reference) => reference.Split('(')[0].Split('.', ':')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("\"([^\"]+)\" \\((\\d{4})\\)")]
    private static partial Regex Quoted();
}
