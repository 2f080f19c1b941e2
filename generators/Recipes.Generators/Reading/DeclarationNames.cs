using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Reading;

/// <summary>Names for layers that the recipe leaves unnamed: the second <c>Dense</c> is <c>Dense2</c>.</summary>
/// <remarks>Terms are not numbered: two of one name are an error, since reports and knob paths could not tell them apart.</remarks>
internal static class DeclarationNames
{
    public static EquatableArray<Declaration> Number(List<Declaration> declarations)
    {
        var seen = new Dictionary<string, int>();
        var result = new Declaration[declarations.Count];
        for (int i = 0; i < result.Length; i++)
        {
            Declaration declaration = declarations[i];
            if (declaration.Kind is DeclarationKind.Dense or DeclarationKind.Conv or DeclarationKind.BatchNorm or DeclarationKind.Dropout or DeclarationKind.FormulaLayer or DeclarationKind.Apply
                && declaration.Find("Name") is null)
            {
                seen.TryGetValue(declaration.Name, out int count);
                seen[declaration.Name] = ++count;
                if (count > 1) declaration = declaration with { Name = declaration.Name + count };
            }
            result[i] = declaration;
        }
        return new EquatableArray<Declaration>(result);
    }
}
