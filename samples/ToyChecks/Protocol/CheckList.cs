using System.Reflection;

namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>All checks of this assembly.</summary>
internal static class CheckList
{
    /// <summary>Checks by name, which is their class's, in order.</summary>
    public static IReadOnlyDictionary<string, ToyCheck> All { get; } = new SortedDictionary<string, ToyCheck>(
        Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IToyCheck)))
            .ToDictionary(type => type.Name, type => ((IToyCheck)Activator.CreateInstance(type)!).Check),
        StringComparer.Ordinal);

    /// <summary>The checks with these names; all for none. A name is a check's, or its technique's.</summary>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    public static IReadOnlyList<KeyValuePair<string, ToyCheck>> Named(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return [.. All];
        foreach (string name in names)
            if (!All.Any(check => Matches(check, name))) throw new ArgumentException($"There is no check named {name}. There are {string.Join(", ", All.Keys)}.");
        return [.. All.Where(check => names.Any(name => Matches(check, name)))];
    }

    private static bool Matches(KeyValuePair<string, ToyCheck> check, string name) =>
        string.Equals(check.Key, name, StringComparison.OrdinalIgnoreCase) || string.Equals(check.Value.Technique, name, StringComparison.OrdinalIgnoreCase);
}
