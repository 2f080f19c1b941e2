using System.Runtime.Intrinsics.Arm;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>What decides the last bits of a result: the vector instructions that are used, and the code that uses them.</summary>
internal static class InstructionSet
{
    /// <summary>The widest vector instructions that generated loops and the engine choose on this machine.</summary>
    public static string Name => VectorPaths.Best switch
    {
        VectorPath.Avx512 => "AVX-512",
        VectorPath.Avx2 => "AVX2",
        _ => AdvSimd.Arm64.IsSupported ? "AdvSimd" : "portable",
    };

    /// <summary>Identifies the build of this library and of the trainer.</summary>
    public static string BuildOf(Type trainer) => Build(typeof(InstructionSet)) + "+" + Build(trainer);

    private static string Build(Type type)
    {
        try
        {
            // A hash of the compiled code when the build is deterministic, as .NET's are by default.
            return type.Module.ModuleVersionId.ToString("N");
        }
        catch (InvalidOperationException)
        {
            // Natively compiled programs may not carry it.
            return type.Assembly.GetName().Version?.ToString() ?? "unknown";
        }
    }
}
