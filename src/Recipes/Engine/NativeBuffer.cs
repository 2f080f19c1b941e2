using System.Runtime.CompilerServices;

namespace Recipes.Engine;

/// <summary>A run of elements in a <see cref="NativeArena"/>: an address and a length, free to copy and to hand to other threads.</summary>
/// <remarks>
/// Indexing is unchecked: it is what generated loops are written in. Use <see cref="Span"/> where the index comes from a
/// person. Emitted code reads vectors with <c>Vector512.LoadUnsafe(ref buffer[i])</c> and needs no unsafe context.
/// </remarks>
public readonly unsafe struct NativeBuffer<T> where T : unmanaged
{
    internal readonly T* Pointer;

    internal NativeBuffer(T* pointer, int length)
    {
        Pointer = pointer;
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The element at <paramref name="index"/>; not bounds-checked.</summary>
    public ref T this[nint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Pointer[index];
    }

    /// <summary>The address of the first element, or null if there is none: an operand that is not there.</summary>
    internal T* PointerOrNull => Length == 0 ? null : Pointer;

    /// <summary>The elements as a span.</summary>
    public Span<T> Span => new(Pointer, Length);

    /// <summary>The <paramref name="length"/> elements from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slice does not lie inside the buffer.</exception>
    public NativeBuffer<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)Length || (uint)length > (uint)(Length - start)) throw new ArgumentOutOfRangeException(nameof(start));
        return new NativeBuffer<T>(Pointer + start, length);
    }
}
