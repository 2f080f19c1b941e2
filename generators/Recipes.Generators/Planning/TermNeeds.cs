using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>What a loss's signature asks of the recipe. The planner builds nothing where something is missing, and the rules say what.</summary>
internal static class TermNeeds
{
    /// <summary>The declaration that a role (or what is kept or learned over an axis) needs, the noun for it, and how it is written; null if it needs none.</summary>
    public static (DeclarationKind Kind, string Noun, string Example)? Of(FormulaParameter parameter) => parameter.Role switch
    {
        FormulaRole.Group => Groups,
        FormulaRole.Domain => Domains,
        FormulaRole.SampleWeight => (DeclarationKind.SampleWeights, "the weight of each row", "[SampleWeights]"),
        FormulaRole.Teacher => (DeclarationKind.TeacherLogits, "a teacher's logits", "[TeacherLogits]"),
        FormulaRole.OtherLogits or FormulaRole.OtherEmbedding => (DeclarationKind.Augmentation, "a second view of each row", "[NoisyView]"),
        _ when parameter.Axis == FormulaAxis.Groups || parameter.Columns == FormulaAxis.Groups => Groups,
        _ when parameter.Axis == FormulaAxis.Domains || parameter.Columns == FormulaAxis.Domains => Domains,
        _ => null,
    };

    /// <summary>Whether what a parameter stands for exists in a recipe that learns this.</summary>
    public static bool Fits(FormulaParameter parameter, LearnedTask task) => parameter.Role switch
    {
        FormulaRole.Outputs or FormulaRole.Targets or FormulaRole.Target => task == LearnedTask.Regression,
        FormulaRole.MultiLabel => task == LearnedTask.MultiLabel,
        FormulaRole.Label or FormulaRole.SoftTarget or FormulaRole.ClassPrior or FormulaRole.Transition => task == LearnedTask.Classification,
        FormulaRole.Logits or FormulaRole.OtherLogits or FormulaRole.Teacher or FormulaRole.ClassCounts or FormulaRole.Memory => task != LearnedTask.Regression,
        _ => true,
    };

    /// <summary>Whether a loss of the recipe is given this.</summary>
    public static bool Asks(RecipeModel recipe, FormulaRole role)
    {
        foreach (Declaration term in recipe.Of(DeclarationKind.Term))
            foreach (FormulaParameter parameter in term.Formula!.Parameters)
                if (parameter.Role == role)
                    return true;
        return false;
    }

    /// <summary>The first parameter that the recipe provides nothing for; null if there is none.</summary>
    public static FormulaParameter? Missing(Declaration term, RecipeModel recipe)
    {
        foreach (FormulaParameter parameter in term.Formula!.Parameters)
            if (Of(parameter) is { } need && recipe.First(need.Kind) is null)
                return parameter;
        return null;
    }

    /// <summary>The first parameter that does not go with what the recipe learns; null if there is none.</summary>
    public static FormulaParameter? Unfit(Declaration term, LearnedTask task)
    {
        foreach (FormulaParameter parameter in term.Formula!.Parameters)
            if (!Fits(parameter, task))
                return parameter;
        return null;
    }

    /// <summary>The parameter that stands for the only target of a row; null if the term has none.</summary>
    public static FormulaParameter? OneTarget(Declaration term)
    {
        foreach (FormulaParameter parameter in term.Formula!.Parameters)
            if (parameter.Role == FormulaRole.Target)
                return parameter;
        return null;
    }

    /// <summary>Whether a formula is given nothing but outputs, targets and what the recipe sets, so that it can be computed for any row.</summary>
    public static bool IsOfRowsAlone(FormulaDefinition formula)
    {
        foreach (FormulaParameter parameter in formula.Parameters)
            if (parameter.Role is not (FormulaRole.Outputs or FormulaRole.Target or FormulaRole.Targets or FormulaRole.Knob or FormulaRole.Flag))
                return false;
        return true;
    }

    /// <summary>Outputs that a term takes for each target.</summary>
    public static int Blocks(Declaration term)
    {
        int blocks = 0;
        foreach (FormulaParameter parameter in term.Formula!.Parameters)
            if (parameter.Role == FormulaRole.Outputs)
                blocks++;
        return blocks;
    }

    private static (DeclarationKind, string, string) Groups => (DeclarationKind.Groups, "the group of each row", "[Groups(2)]");

    private static (DeclarationKind, string, string) Domains => (DeclarationKind.Domains, "the domain of each row", "[Domains(2)]");
}
