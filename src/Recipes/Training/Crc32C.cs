using System.Numerics;

namespace Recipes.Training;

/// <summary>CRC-32C (Castagnoli), as TensorBoard's records are checked with.</summary>
internal static class Crc32C
{
    /// <summary>The checksum: reflected polynomial 0x82F63B78, all ones before and after.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    /// <summary>The checksum as records store it: rotated and shifted, so that a checksum of checksums stays useful.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => unchecked(BitOperations.RotateRight(Of(bytes), 15) + 0xA282EAD8u);
}
