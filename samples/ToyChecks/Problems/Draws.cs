namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>Random numbers of one problem: those of different names and seeds have nothing to do with each other.</summary>
internal sealed class Draws(string name, int seed)
{
    private readonly Random _random = new(Hash(name, seed));

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Uniform between two numbers.</summary>
    public double Uniform(double low, double high) => low + (high - low) * _random.NextDouble();

    /// <summary>One of 0, 1, …, <paramref name="count"/> − 1.</summary>
    public int Index(int count) => _random.Next(count);

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>0, 1, …, <paramref name="count"/> − 1 in random order.</summary>
    public int[] Order(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        _random.Shuffle(order);
        return order;
    }

    /// <summary>FNV-1a: the same on every machine, unlike <c>string.GetHashCode</c>.</summary>
    private static int Hash(string name, int seed)
    {
        uint hash = 2166136261;
        foreach (char c in $"{name}/{seed}") hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash & int.MaxValue);
    }
}
