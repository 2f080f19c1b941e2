using Recipes.Generators.Infrastructure;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Writing;

/// <summary>Constructor calls of the recipe's components, with constants.</summary>
internal static class ComponentWriter
{
    public static void Write(SourceWriter writer, RecipeModel recipe)
    {
        Declaration? sampler = recipe.First(DeclarationKind.Sampler);
        writer.WriteLine("Sampler = static () => " + (sampler is null ? "new UniformSampler()" : Construct(sampler)) + ",");
        WriteMany(writer, recipe, DeclarationKind.Preparation, "Preparations", "IPreparation");
        WriteMany(writer, recipe, DeclarationKind.TargetPreparation, "TargetPreparations", "ITargetPreparation");
        if (recipe.First(DeclarationKind.StoppingRule) is { } stopping) writer.WriteLine("StoppingRule = static () => " + Construct(stopping) + ",");
        WriteMany(writer, recipe, DeclarationKind.Calibrator, "Calibrators", "ICalibrator");
        if (recipe.First(DeclarationKind.ConformalPredictor) is { } conformal) writer.WriteLine("Conformal = static () => " + Construct(conformal) + ",");
    }

    private static void WriteMany(SourceWriter writer, RecipeModel recipe, DeclarationKind kind, string property, string role)
    {
        var calls = new List<string>();
        foreach (Declaration declaration in recipe.Of(kind)) calls.Add("static () => " + Construct(declaration));
        if (calls.Count > 0) writer.WriteLine(property + " = new Func<" + role + ">[] { " + string.Join(", ", calls) + " },");
    }

    /// <summary>The augmentations that the step uses, with the names that their draws are made under.</summary>
    public static void WriteAugmentations(SourceWriter writer, IReadOnlyList<Declaration> augmentations)
    {
        if (augmentations.Count == 0) return;
        var entries = new List<string>();
        foreach (Declaration augmentation in augmentations) entries.Add("new(" + Literals.Literal(augmentation.Name) + ", static () => " + Construct(augmentation) + ")");
        writer.WriteLine("Augmentations = new AugmentationInfo[] { " + string.Join(", ", entries) + " },");
    }

    private static string Construct(Declaration declaration)
    {
        var arguments = new List<string>();
        foreach (string parameter in declaration.Component!.Parameters)
            if (declaration.Find(parameter) is { } argument)
                arguments.Add(parameter + ": " + ValueOf(argument));
        return "new " + declaration.Component.Type + "(" + string.Join(", ", arguments) + ")";
    }

    private static string ValueOf(Argument argument)
    {
        if (argument.Text is { } text) return Literals.Literal(text);
        if (argument.Flag is { } flag) return Literals.Literal(flag);
        string number = argument.Integer is { } integer ? integer.ToString(System.Globalization.CultureInfo.InvariantCulture) : Literals.Literal(argument.Number ?? 0);
        return argument.EnumType is null ? number : "(" + argument.EnumType + ")" + number;
    }
}
