using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Recipes.Generators.Tests.Docs;

/// <summary>docs/recipes.md names every attribute that docs/catalogue.md does not list, no other, and the defaults that they have.</summary>
public partial class GrammarPageTests
{
    private static readonly MarkdownPage s_page = MarkdownPage.All.Single(page => page.Path == "docs/recipes.md");
    private static readonly MarkdownPage s_catalogue = MarkdownPage.All.Single(page => page.Path == "docs/catalogue.md");

    /// <summary>Public attributes by the name that they are written with; <c>[Formula]</c> is the generator's to write.</summary>
    private static readonly Dictionary<string, Type> s_attributes = typeof(RecipeAttribute).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract && type != typeof(FormulaAttribute))
        .ToDictionary(type => type.Name.Split('`')[0][..^"Attribute".Length]);

    /// <summary>The rows of all tables: the attributes' names, and the text beside them.</summary>
    private static IEnumerable<(string[] Names, string Text)> Rows => s_page.Text.Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', 3))
        .Select(cells => (Code().Matches(cells[1]).Select(match => match.Groups[1].Value).ToArray(), cells[2]));

    [Fact]
    public void Every_attribute_is_named()
    {
        string[] named = [.. Code().Matches(s_page.Text).Concat(Code().Matches(s_catalogue.Text)).Select(match => match.Groups[1].Value)];
        Assert.Empty(s_attributes.Keys.Except(named));
    }

    [Fact]
    public void Every_name_is_an_attribute() => Assert.Empty(Rows.SelectMany(row => row.Names).Except(s_attributes.Keys));

    [Fact]
    public void Defaults_are_as_the_page_says()
    {
        var wrong = new List<string>();
        foreach ((string[] names, string text) in Rows)
        {
            if (names.Length != 1) continue;
            Type type = s_attributes[names[0]];
            foreach (Match match in PropertyWithDefault().Matches(text))
            {
                string property = match.Groups[1].Value, claimed = match.Groups[2].Value;
                object? value = type.GetProperty(property)?.GetValue(Create(type));
                string actual = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "nothing";
                if (!string.Equals(actual, claimed, StringComparison.OrdinalIgnoreCase)) wrong.Add($"{names[0]}.{property} is {actual} by default, not {claimed}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Properties_are_there()
    {
        var missing = new List<string>();
        foreach ((string[] names, string text) in Rows)
        {
            if (names.Length != 1 || s_attributes[names[0]] is not { } type || !type.IsAssignableTo(typeof(Attribute))) continue;
            // Between the last semicolon or colon and the cell's end stand the properties.
            int from = text.LastIndexOfAny([';', ':']);
            if (from < 0) continue;
            foreach (Match match in Identifier().Matches(text[from..]))
                if (type.GetProperty(match.Groups[1].Value) is null) missing.Add($"{names[0]}.{match.Groups[1].Value}");
        }
        Assert.Empty(missing);
    }

    private static object Create(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType == typeof(string) ? "" : Activator.CreateInstance(parameter.ParameterType))]);
    }

    [GeneratedRegex(@"`(\w+)(?:[(<][^`]*)?`")]
    private static partial Regex Code();

    [GeneratedRegex(@"`([A-Z]\w+)` \(([^)]+)\)")]
    private static partial Regex PropertyWithDefault();

    [GeneratedRegex(@"`([A-Z]\w+)`")]
    private static partial Regex Identifier();
}
