using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Rules.Ranges;

/// <summary>The values that a number may take, as <c>[Range]</c> or a formula's parameter says.</summary>
internal readonly record struct ValueRange(double Minimum, double Maximum, bool ExclusiveMinimum, bool ExclusiveMaximum)
{
    public static ValueRange Of(FormulaParameter knob) => new(knob.Minimum, knob.Maximum, knob.ExclusiveMinimum, knob.ExclusiveMaximum);

    /// <summary>False for a value that is not a number, too.</summary>
    public bool Contains(double value) =>
        (ExclusiveMinimum ? value > Minimum : value >= Minimum) && (ExclusiveMaximum ? value < Maximum : value <= Maximum);

    /// <summary>The same with both ends allowed.</summary>
    public ValueRange Closed() => this with { ExclusiveMinimum = false, ExclusiveMaximum = false };

    /// <summary>As mathematics writes it: <c>[0, 1)</c>, <c>(0, ∞)</c>.</summary>
    public override string ToString()
    {
        // int.MaxValue is how a range of whole numbers says that nothing bounds them.
        bool unbounded = Maximum >= int.MaxValue;
        return (ExclusiveMinimum ? "(" : "[") + Names.Number(Minimum) + ", " + (unbounded ? "∞" : Names.Number(Maximum)) + (ExclusiveMaximum || unbounded ? ")" : "]");
    }

    /// <summary>The <c>[Range]</c> of a parameter or property, or null.</summary>
    public static ValueRange? Of(ISymbol symbol)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (!RecipesNamespace.Has(data.AttributeClass, "RangeAttribute")) continue;
            if (data.ConstructorArguments.Length != 2 || Number(data.ConstructorArguments[0]) is not { } minimum || Number(data.ConstructorArguments[1]) is not { } maximum) continue;
            bool exclusiveMinimum = false, exclusiveMaximum = false;
            foreach (KeyValuePair<string, TypedConstant> named in data.NamedArguments)
            {
                if (named is { Key: "ExclusiveMinimum", Value.Value: true }) exclusiveMinimum = true;
                if (named is { Key: "ExclusiveMaximum", Value.Value: true }) exclusiveMaximum = true;
            }
            return new ValueRange(minimum, maximum, exclusiveMinimum, exclusiveMaximum);
        }
        return null;
    }

    private static double? Number(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: double number } ? number : null;
}
