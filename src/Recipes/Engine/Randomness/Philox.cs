using System.Runtime.CompilerServices;

namespace Recipes.Engine;

/// <summary>Philox4x32 with ten rounds: a function from a 128-bit counter and a 64-bit key to 128 random bits.</summary>
/// <remarks>Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", 2011.</remarks>
internal static partial class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Increment0 = 0x9E3779B9, Increment1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The block of this counter and key, words in the order of the paper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(uint c0, uint c1, uint c2, uint c3, uint key0, uint key1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0, product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ key0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ key1;
            c3 = (uint)product0;
            key0 += Increment0;
            key1 += Increment1;
        }
        return (c0, c1, c2, c3);
    }
}
