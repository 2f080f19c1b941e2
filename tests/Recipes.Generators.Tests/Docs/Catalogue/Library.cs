using System.Reflection;

namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>Every attribute of the library that stands for a formula, a component or a step transform, found in the assembly.</summary>
internal static class Library
{
    private static readonly Type[] s_exported = typeof(RecipeAttribute).Assembly.GetExportedTypes();

    /// <summary>Headings of the kinds of formulas, in the page's order; a kind that is missing here follows under its own name.</summary>
    private static readonly (string Kind, string Heading)[] s_kinds =
    [
        ("Loss", "Losses"), ("Weighting", "Weightings of classes"), ("TermWeighting", "Weightings of terms"), ("LogitTransform", "Logit transforms"),
        ("Activation", "Activations"), ("Layer", "Row-wise layers"), ("Optimizer", "Optimizers"), ("GradientTransform", "Gradient transforms"),
        ("Averaging", "Averages of weights"), ("Parametrization", "Parametrisations of weights"), ("Schedule", "Schedules"),
    ];

    public static IReadOnlyList<LibraryEntry> Formulas { get; } =
    [
        .. s_exported
            .Where(type => type.GetCustomAttribute<FormulaAttribute>() is not null)
            .Select(FormulaEntry)
            .OrderBy(entry => Order(entry.Group)).ThenBy(entry => entry.Group, StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>What is declared with <c>[Component&lt;T&gt;]</c>, by the role that T implements; then what changes the step.</summary>
    public static IReadOnlyList<LibraryEntry> Components { get; } =
    [
        .. s_exported
            .Where(type => ComponentOf(type) is not null)
            .Select(type => new LibraryEntry(type, RoleOf(ComponentOf(type)!), Marks(type), XmlDocumentation.Paper(type)))
            .OrderBy(entry => entry.Group, StringComparer.Ordinal).ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>Attributes that stand for a technique and are neither: they change the step.</summary>
    public static IReadOnlyList<LibraryEntry> StepTransforms { get; } =
    [
        .. s_exported
            .Where(type => type.GetCustomAttribute<FormulaAttribute>() is null && ComponentOf(type) is null && Marks(type).Length > 0)
            .Select(type => new LibraryEntry(type, "Step transforms", Marks(type), XmlDocumentation.Paper(type)))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<LibraryEntry> All => [.. Formulas, .. Components, .. StepTransforms];

    private static LibraryEntry FormulaEntry(Type type)
    {
        string kind = type.GetCustomAttribute<FormulaAttribute>()!.Kind;
        MethodInfo method = MethodOf(type, kind);
        string heading = s_kinds.FirstOrDefault(pair => pair.Kind == kind).Heading ?? kind;
        PaperAttribute? paper = method.GetCustomAttribute<PaperAttribute>();
        return new(type, heading, Marks(method), paper is null ? "" : $"{paper.Title} ({paper.Year})");
    }

    /// <summary>The method that the attribute is derived from: of its name, marked with its kind.</summary>
    private static MethodInfo MethodOf(Type attribute, string kind) => s_exported
        .Where(type => type.IsAbstract && type.IsSealed)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Single(method => method.Name + "Attribute" == attribute.Name && method.GetCustomAttributes().Any(mark => mark.GetType().Name == kind + "Attribute"));

    private static TechniqueAttribute[] Marks(MemberInfo member) => [.. member.GetCustomAttributes<TechniqueAttribute>()];

    private static Type? ComponentOf(Type type) => type.GetCustomAttributes()
        .Select(attribute => attribute.GetType())
        .FirstOrDefault(attribute => attribute.IsGenericType && attribute.GetGenericTypeDefinition() == typeof(ComponentAttribute<>))
        ?.GetGenericArguments()[0];

    /// <summary>A component's role in words: <c>IStoppingRule</c> is "Stopping rules".</summary>
    private static string RoleOf(Type component)
    {
        Type[] own = [.. component.GetInterfaces().Where(type => type.Assembly == component.Assembly)];
        Type role = own.Single(type => !own.Any(other => other != type && other.IsAssignableTo(type)));
        string words = string.Concat(role.Name[1..].Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return words + "s";
    }

    private static int Order(string heading)
    {
        int index = Array.FindIndex(s_kinds, pair => pair.Heading == heading);
        return index < 0 ? s_kinds.Length : index;
    }
}
