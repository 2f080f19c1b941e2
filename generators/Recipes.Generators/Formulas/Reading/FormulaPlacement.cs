using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Where a marked method stands: in a library class, from which attributes are derived, or in a recipe, to which it belongs.</summary>
internal static class FormulaPlacement
{
    /// <summary>Whether an attribute is derived from the formulas of this class.</summary>
    public static bool IsLibrary(INamedTypeSymbol type) => type is { IsStatic: true, ContainingType: null, IsGenericType: false } && !IsRecipe(type);

    /// <summary>Whether the class, or one around it, is a recipe.</summary>
    public static bool IsRecipe(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? each = type; each is not null; each = each.ContainingType)
            if (each.GetAttributes().Any(a => a.AttributeClass is { Name: "RecipeAttribute" } attribute && SourceNames.IsInRecipes(attribute))) return true;
        return false;
    }

    /// <summary>Refuses marks that nothing would read.</summary>
    public static void Check(IMethodSymbol method, IReadOnlyList<FormulaMark> marks, ProblemList problems)
    {
        FormulaMark mark = marks[0];
        foreach (FormulaMark second in marks.Skip(1))
            problems.Add(FormulaProblems.MisplacedMark, second.Syntax, second.Name, $"stands beside [{mark.Name}]", "a formula has one kind: remove one of them");

        bool isRecipe = IsRecipe(method.ContainingType);
        if (mark.IsTerm && !isRecipe)
            problems.Add(FormulaProblems.MisplacedMark, mark.Syntax, mark.Name, "stands outside of a recipe", "write [Loss] in a static class, or move the method into the recipe");
        else if (mark is { Kind: FormulaKind.Loss, IsTerm: false } && isRecipe)
            problems.Add(FormulaProblems.MisplacedMark, mark.Syntax, mark.Name, "stands in a recipe", "write [LossTerm]");
        else if (!isRecipe && !IsLibrary(method.ContainingType))
            problems.Add(FormulaProblems.MisplacedMark, mark.Syntax, mark.Name, $"stands in '{method.ContainingType.Name}', which is no recipe and no static class of a namespace", "move the method into one");
    }
}
