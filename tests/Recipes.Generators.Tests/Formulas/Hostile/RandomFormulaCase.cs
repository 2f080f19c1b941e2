using Recipes.Generators.Tests.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Proofs;

namespace Recipes.Generators.Tests.Formulas.Hostile;

/// <summary>A random loss as it is emitted: short rows or long ones, fewer examples than a vector has lanes or more than a block has.</summary>
internal sealed class RandomFormulaCase(int seed, EagerFormula formula)
    : LossProof(new ProofVariant($"seed {seed}", formula, s_lengths[seed % s_lengths.Length], VectorBits(seed), []))
{
    // Shorter than a vector, longer than one, longer than what is transposed.
    private static readonly int[] s_lengths = [3, 10, 70];

    private static readonly int[] s_counts = [7, 20, 70];

    public int Seed { get; } = seed;

    /// <summary>Which of several drawings its numbers are.</summary>
    public int Trial { get; set; }

    protected override int Drawing => (1 + Trial) * 1000;

    /// <summary>Long rows of many examples, and all their pairs, would take the most of the time.</summary>
    protected override int Count => s_counts[Seed / 3 % s_counts.Length] is var count && Variant.Length == 70 ? Math.Min(count, 20) : count;

    private static int VectorBits(int seed) => (seed / 9 % 3) switch { 0 => 512, 1 => 256, _ => 128 };
}
