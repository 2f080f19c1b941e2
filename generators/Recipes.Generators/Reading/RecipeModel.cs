using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Reading;

/// <summary>A recipe as it was declared: immutable, equatable, free of symbols. Everything after reading works from it.</summary>
internal sealed record RecipeModel(
    string Namespace,
    string Name,
    EquatableArray<ContainingType> ContainingTypes,
    string Accessibility,
    RunModel Run,
    EquatableArray<Declaration> Declarations,
    string Source,
    RecipeShape Shape)
{
    /// <summary>The full metadata name, unique in the project, fit for a hint name.</summary>
    public string HintName
    {
        get
        {
            string name = Namespace.Length == 0 ? "" : Namespace + ".";
            foreach (ContainingType type in ContainingTypes) name += type.Name + ".";
            return name + Name;
        }
    }

    /// <summary>The declarations of a kind, in order.</summary>
    public IEnumerable<Declaration> Of(DeclarationKind kind)
    {
        foreach (Declaration declaration in Declarations)
            if (declaration.Kind == kind)
                yield return declaration;
    }

    /// <summary>The first declaration of a kind, or null.</summary>
    public Declaration? First(DeclarationKind kind)
    {
        foreach (Declaration declaration in Of(kind)) return declaration;
        return null;
    }
}

/// <summary>A type around the recipe, whose header the output repeats.</summary>
internal sealed record ContainingType(string Keyword, string Name);

/// <summary>What <c>[Recipe]</c> says.</summary>
internal sealed record RunModel(int Epochs, int BatchSize, long Seed, bool DropLast);

/// <summary>How the recipe class itself is written; what makes it unfit is a rule.</summary>
internal sealed record RecipeShape(bool IsPartial, bool IsStatic, bool IsGeneric, bool ContainersArePartial, bool IsAbstract);
