namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>How much of a large proof a run does: a fixed sample, or with <c>RECIPES_FULL_PROOFS=1</c> all of it (docs/testing.md).</summary>
internal static class Thoroughness
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("RECIPES_FULL_PROOFS") == "1";

    /// <summary>Whether a case is part of this run: one in <paramref name="share"/> of the sample, always the same ones.</summary>
    public static bool Includes(string name, int share) => IsFull || Hash(name) % (uint)share == 0;

    /// <summary>One of several variants of a case, always the same one; in full all of them.</summary>
    public static IEnumerable<T> Variants<T>(string name, params T[] variants) => IsFull ? variants : [variants[Hash(name) % (uint)variants.Length]];

    /// <summary>The same number in every run, unlike <see cref="string.GetHashCode()"/> (Fowler, Noll and Vo's 1a).</summary>
    public static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash ^ (hash >> 15);
    }
}
