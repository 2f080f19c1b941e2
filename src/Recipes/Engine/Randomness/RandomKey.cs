using System.Text;

namespace Recipes.Engine;

/// <summary>Random numbers as a function of (seed, purpose, draw ordinal, element): no state, so any draw can be repeated, in any order and on any thread.</summary>
/// <remarks>
/// The seed is the key of <see cref="Philox"/>; the counter holds the element, the ordinal and a hash of the purpose. Purposes are
/// names, not numbers: a technique that is added draws from its own numbers and leaves everyone else's as they were. One
/// purpose should keep to one kind of draw, as all kinds are made of the same bits.
/// </remarks>
public readonly struct RandomKey
{
    private readonly uint _key0, _key1, _purpose;

    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the numbers are for, such as "Dropout 3"; compared byte by byte in UTF-8.</param>
    public RandomKey(ulong seed, string purpose)
    {
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _purpose = Hash(purpose);
    }

    /// <summary>32 random bits.</summary>
    public uint UInt32(ulong ordinal, uint element = 0) =>
        Philox.Word(element, (uint)ordinal, (uint)(ordinal >> 32), _purpose, _key0, _key1);

    /// <summary>64 random bits.</summary>
    public ulong UInt64(ulong ordinal, uint element = 0)
    {
        (uint word0, uint word1, _, _) = Block(ordinal, element);
        return word0 | ((ulong)word1 << 32);
    }

    /// <summary>Uniform in [0, 1), with 53 random bits.</summary>
    public double Uniform(ulong ordinal, uint element = 0) => ToUnit(UInt64(ordinal, element));

    /// <summary>Normal with mean 0 and variance 1 (Box–Muller).</summary>
    public double Normal(ulong ordinal, uint element = 0)
    {
        (uint word0, uint word1, uint word2, uint word3) = Block(ordinal, element);
        double radius = Math.Sqrt(-2 * Math.Log(1 - ToUnit(word0 | ((ulong)word1 << 32))));
        return radius * Math.Cos(2 * Math.PI * ToUnit(word2 | ((ulong)word3 << 32)));
    }

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1; no value is favoured by more than 2⁻³² of its probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int Below(int bound, ulong ordinal, uint element = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(UInt64(ordinal, element), (ulong)bound, out _);
    }

    /// <summary>Puts the values into a random order, each order being equally likely (Fisher–Yates).</summary>
    public void Shuffle(Span<int> values, ulong ordinal)
    {
        for (int last = values.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1, ordinal, (uint)last);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>Fills the span with uniform numbers in [0, 1) of 24 random bits; element i is that of <see cref="UInt32"/>.</summary>
    public unsafe void FillUniform(Span<float> values, ulong ordinal)
    {
        uint* words = stackalloc uint[Philox.GroupLength];
        for (int start = 0; start < values.Length; start += Philox.GroupLength)
        {
            FillGroup(VectorPaths.Best, ordinal, (uint)start / Philox.GroupLength, words);
            Span<float> target = values[start..Math.Min(values.Length, start + Philox.GroupLength)];
            for (int i = 0; i < target.Length; i++) target[i] = (words[i] >> 8) * (1f / (1 << 24));
        }
    }

    /// <summary>The bits of elements 64 · <paramref name="group"/> … + 63, each as <see cref="UInt32"/> gives it.</summary>
    internal unsafe void FillGroup(VectorPath path, ulong ordinal, uint group, uint* words) =>
        Philox.Group(path, group, (uint)ordinal, (uint)(ordinal >> 32), _purpose, _key0, _key1, words);

    private (uint Word0, uint Word1, uint Word2, uint Word3) Block(ulong ordinal, uint element) =>
        Philox.Block(element, (uint)ordinal, (uint)(ordinal >> 32), _purpose, _key0, _key1);

    private static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    // FNV-1a: stable across processes, machines and versions, unlike string.GetHashCode.
    private static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(name)) hash = (hash ^ b) * 16777619;
        return hash;
    }
}
