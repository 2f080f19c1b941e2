using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <summary>The instruction sets that the engine has a text for.</summary>
internal enum VectorPath
{
    /// <summary>128-bit vectors of whatever processor this is.</summary>
    Portable,
    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,
    /// <summary>512-bit vectors.</summary>
    Avx512,
}

/// <summary>Which <see cref="VectorPath"/> this processor takes.</summary>
internal static class VectorPaths
{
    /// <summary>The widest path this processor has.</summary>
    /// <remarks>Asks for the instruction set: <c>Vector512.IsHardwareAccelerated</c> is false on some processors that have it.</remarks>
    public static VectorPath Best =>
        Avx512F.IsSupported ? VectorPath.Avx512 : Avx2.IsSupported && Fma.IsSupported ? VectorPath.Avx2 : VectorPath.Portable;

    /// <summary>Every path this processor can run, narrowest first.</summary>
    public static VectorPath[] Supported => Enum.GetValues<VectorPath>()[..((int)Best + 1)];
}
