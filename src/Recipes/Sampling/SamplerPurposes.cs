namespace Recipes;

/// <summary>What random numbers are drawn for when rows are sampled.</summary>
internal static class SamplerPurposes
{
    public const ulong Shuffle = 0x53485546;
    public const ulong BalancedClass = 0x42434C53;
    public const ulong BalancedRows = 0x42524F57;
}
