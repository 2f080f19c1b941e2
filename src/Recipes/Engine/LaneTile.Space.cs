using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <content>Where tiles are kept: memory of the thread's own, as a part of the stack would be zeroed at each call.</content>
public static unsafe partial class LaneTile
{
    /// <summary>Room for vectors, aligned to their size, with undefined contents. It is this thread's until the thread asks again.</summary>
    public static ref Vector512<float> Space512(int vectors) => ref Unsafe.AsRef<Vector512<float>>(Space.Of((nuint)vectors * 64));

    /// <inheritdoc cref="Space512"/>
    public static ref Vector256<float> Space256(int vectors) => ref Unsafe.AsRef<Vector256<float>>(Space.Of((nuint)vectors * 32));

    /// <inheritdoc cref="Space512"/>
    public static ref Vector128<float> Space128(int vectors) => ref Unsafe.AsRef<Vector128<float>>(Space.Of((nuint)vectors * 16));

    /// <summary>Memory that is made once per thread and freed with it.</summary>
    private sealed class Space
    {
        [ThreadStatic]
        private static Space? t_current;

        private void* _start;
        private nuint _bytes;

        ~Space() => NativeMemory.AlignedFree(_start);

        public static void* Of(nuint bytes)
        {
            Space space = t_current ??= new Space();
            if (space._bytes < bytes) space.Grow(bytes);
            return space._start;
        }

        private void Grow(nuint bytes)
        {
            const nuint least = 16 * 1024; // enough for most loops, so that one allocation serves them all
            bytes = nuint.Max(bytes, least);
            NativeMemory.AlignedFree(_start);
            _start = null;
            _bytes = 0;
            _start = NativeMemory.AlignedAlloc(bytes, 64);
            _bytes = bytes;
        }
    }
}
