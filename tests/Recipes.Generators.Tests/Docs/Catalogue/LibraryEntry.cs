using System.Globalization;
using System.Reflection;

namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>An attribute that a recipe may carry, as the library declares it.</summary>
/// <param name="Type">The attribute's class.</param>
/// <param name="Group">The heading that it stands under: a kind of formula, or a role of a component.</param>
/// <param name="Marks">The techniques that it stands for.</param>
/// <param name="Paper">Where it comes from; empty if nothing is said.</param>
internal sealed record LibraryEntry(Type Type, string Group, IReadOnlyList<TechniqueAttribute> Marks, string Paper)
{
    public string Name => Type.Name[..^"Attribute".Length];

    /// <summary>The first sentence of its documentation.</summary>
    public string Summary => XmlDocumentation.Summary(Type);

    /// <summary>Every knob of its own with default and range; what all attributes of the kind have is left out.</summary>
    public string Knobs => string.Join(", ", Required.Concat(Optional));

    private IEnumerable<string> Required => Type.GetConstructors().Single().GetParameters()
        .Select(parameter => $"`{Capital(parameter.Name!)}`{Interval(parameter.GetCustomAttribute<RangeAttribute>() ?? Property(parameter)?.GetCustomAttribute<RangeAttribute>())}");

    private IEnumerable<string> Optional => Type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is not null)
        .Select(property => $"`{property.Name}` = {Text(property.GetValue(Create()))}{Interval(property.GetCustomAttribute<RangeAttribute>())}");

    private PropertyInfo? Property(ParameterInfo parameter) => Type.GetProperty(Capital(parameter.Name!));

    private object Create()
    {
        ConstructorInfo constructor = Type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType == typeof(string) ? "" : Activator.CreateInstance(parameter.ParameterType))]);
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Text(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Interval(RangeAttribute? range) => range is null ? ""
        : $" in {(range.ExclusiveMinimum || double.IsNegativeInfinity(range.Minimum) ? '(' : '[')}{Number(range.Minimum)}, {Number(range.Maximum)}"
            + (range.ExclusiveMaximum || double.IsPositiveInfinity(range.Maximum) ? ')' : ']');

    private static string Number(double value) => double.IsPositiveInfinity(value) || value == int.MaxValue ? "∞"
        : double.IsNegativeInfinity(value) ? "−∞"
        : value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
