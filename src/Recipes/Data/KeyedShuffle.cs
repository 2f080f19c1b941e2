namespace Recipes;

/// <summary>Fisher–Yates shuffles that are a pure function of seed, purpose and ordinal.</summary>
internal static class KeyedShuffle
{
    /// <summary>Puts <paramref name="items"/> in an order that each of the n! is equally likely to be. Allocates nothing.</summary>
    public static void Shuffle(Span<int> items, KeyedSequence random)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)random.Below((uint)i + 1, (ulong)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

/// <summary>Random numbers addressed by element, for one seed, purpose and ordinal.</summary>
internal readonly struct KeyedSequence
{
    private readonly ulong _key;

    public KeyedSequence(ulong seed, ulong purpose, ulong ordinal) => _key = Mix(Mix(Mix(seed) ^ purpose) ^ ordinal);

    /// <summary>A whole number in [0, bound), each as likely as the others up to 2⁻³².</summary>
    public uint Below(uint bound, ulong element) => (uint)Math.BigMul(Mix(_key + element), bound, out _);

    /// <summary>SplitMix64's finalizer: "Fast Splittable Pseudorandom Number Generators" (2014).</summary>
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
