using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules.Ranges;

namespace Recipes.Generators.Rules.Ramps;

/// <summary>What the path of a <c>[Ramp]</c> leads to.</summary>
internal static class RampTarget
{
    /// <summary>The knob of this path in the trainer, or null.</summary>
    public static PlannedKnob? Knob(StepPlan plan, string path)
    {
        foreach (PlannedKnob knob in plan.Knobs)
            if (knob.Path == path)
                return knob;
        return null;
    }

    /// <summary>The declaration and property that a path names, whether or not it is a knob.</summary>
    public static (Declaration Declaration, string Property)? Find(RecipeContext context, string path)
    {
        int dot = path.LastIndexOf('.');
        if (dot < 0) return null;
        string owner = path.Substring(0, dot), property = path.Substring(dot + 1);
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (declaration.Kind == DeclarationKind.Foreign || declaration.Name != owner) continue;
            if (declaration.IsMethod ? HasKnob(declaration, property) : DeclaredRanges.PropertyOf(context.AttributeOf(declaration).AttributeClass, property)?.Name == property)
                return (declaration, property);
        }
        return null;
    }

    /// <summary>Whether the recipe moves the knob of this declaration, so that its declared value is only where it starts.</summary>
    public static bool Moves(RecipeContext context, Declaration declaration, string property)
    {
        string path = declaration.Name + "." + property;
        foreach (Declaration ramp in context.Recipe.Of(DeclarationKind.Ramp))
            if (ramp.Text("knob") == path)
                return true;
        return false;
    }

    private static bool HasKnob(Declaration declaration, string property)
    {
        foreach (Formulas.FormulaParameter parameter in declaration.Formula?.Parameters ?? default)
            if (Names.Pascal(parameter.Name) == property)
                return true;
        return false;
    }
}
