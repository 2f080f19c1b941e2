using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Ranges;

/// <summary>Which range an argument of a declaration has: ranges stand beside what they bound, and one rule reads them all.</summary>
internal static class DeclaredRanges
{
    /// <summary>From the constructor's parameter, the property, or the formula behind the attribute; null if nothing bounds it.</summary>
    public static ValueRange? Of(RecipeContext context, Declaration declaration, string argument)
    {
        if (context.AttributeOf(declaration) is { } attribute)
        {
            foreach (IParameterSymbol parameter in attribute.AttributeConstructor?.Parameters ?? [])
                if (Same(parameter.Name, argument) && ValueRange.Of(parameter) is { } range)
                    return range;
            if (PropertyOf(attribute.AttributeClass, argument) is { } property && ValueRange.Of(property) is { } bound) return bound;
        }
        if (declaration.Formula is { } formula)
            foreach (FormulaParameter knob in formula.Parameters)
                if (knob.Role == FormulaRole.Knob && Same(knob.Name, argument))
                    return ValueRange.Of(knob);
        return null;
    }

    /// <summary>The property of an attribute class or of its bases, letter case free, or null.</summary>
    public static IPropertySymbol? PropertyOf(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            foreach (ISymbol member in type.GetMembers())
                if (member is IPropertySymbol property && Same(property.Name, name))
                    return property;
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
