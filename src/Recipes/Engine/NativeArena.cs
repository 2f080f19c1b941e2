using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Recipes.Engine;

/// <summary>Native memory, aligned to 64 bytes and zeroed, that hands out buffers and frees them all at once.</summary>
/// <remarks>Not safe for concurrent allocation. Buffers are invalid after <see cref="Dispose"/>.</remarks>
public sealed unsafe class NativeArena : IDisposable
{
    private const int Alignment = 64;
    private readonly List<nint> _blocks = [];

    /// <summary>Bytes handed out so far, padding included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Allocates <paramref name="length"/> zeroed elements, the first one aligned to 64 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="OutOfMemoryException">The system has no memory left.</exception>
    public NativeBuffer<T> Allocate<T>(long length) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        // One cache line more than asked for, so that a full vector may be read at the last element.
        nuint bytes = checked((nuint)(length * sizeof(T)) + Alignment + Alignment - 1) & ~(nuint)(Alignment - 1);
        void* block = NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(block, bytes);
        _blocks.Add((nint)block);
        Bytes += (long)bytes;
        return new NativeBuffer<T>((T*)block, checked((int)length));
    }

    /// <summary>Frees every buffer.</summary>
    public void Dispose()
    {
        FreeBlocks();
        GC.SuppressFinalize(this);
    }

    [SuppressMessage("Design", "CA1063", Justification = "Sealed: the finalizer only frees native memory.")]
    ~NativeArena() => FreeBlocks();

    private void FreeBlocks()
    {
        foreach (nint block in _blocks) NativeMemory.AlignedFree((void*)block);
        _blocks.Clear();
    }
}
