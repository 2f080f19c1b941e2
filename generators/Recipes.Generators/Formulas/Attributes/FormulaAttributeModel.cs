using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Attributes;

/// <summary>All that is written of the attribute which is derived from one formula. Equal models make equal files.</summary>
/// <param name="Namespace">The namespace of the formula's class; empty for none.</param>
/// <param name="ContainingClass">The formula's class.</param>
/// <param name="IsPublic">Whether others may use it.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Documentation">Its documentation, made for the attribute.</param>
/// <param name="IsLikelihood">Whether the formula is marked as a likelihood, as the attribute is then.</param>
/// <param name="UsualRate">The least and greatest learning rate that an optimizer is marked with, as the attribute is then; null without.</param>
/// <param name="Failure">What went wrong inside of the generator; nothing is written then.</param>
internal sealed record FormulaAttributeModel(
    string Namespace, string ContainingClass, bool IsPublic, FormulaDefinition Formula, FormulaDocumentation Documentation, bool IsLikelihood = false,
    (double Minimum, double Maximum)? UsualRate = null, string? Failure = null)
{
    /// <summary>The attribute's class.</summary>
    public string ClassName => Formula.Name + "Attribute";

    /// <summary>A file name that no other formula of the project has: two classes may each have a formula of one name.</summary>
    public string HintName => $"{(Namespace.Length == 0 ? "" : Namespace + ".")}{ContainingClass}.{ClassName}.g.cs";
}

/// <summary>Documentation as XML without <c>///</c>.</summary>
/// <param name="Summary">What stands in <c>summary</c>.</param>
/// <param name="Remarks">What stands in <c>remarks</c>; empty for none.</param>
/// <param name="Parameters">What is said of each parameter.</param>
internal sealed record FormulaDocumentation(string Summary, string Remarks, EquatableArray<ParameterDocumentation> Parameters)
{
    /// <summary>What is said of a parameter; a sentence that says its name if nothing is.</summary>
    public string Of(string parameter)
    {
        foreach (ParameterDocumentation each in Parameters)
            if (each.Name == parameter) return each.Text;
        return $"The formula's <c>{parameter}</c>.";
    }
}

/// <summary>What is said of one parameter.</summary>
internal sealed record ParameterDocumentation(string Name, string Text);
