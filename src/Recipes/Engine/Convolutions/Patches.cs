using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <summary>The left operand of a convolution's product: for each position of a grid, the pixels that the kernel covers there, as one row.</summary>
/// <remarks>
/// The matrix exists nowhere. Some rows of it at a time are copied into a thread's scratch, where the tiles read them; taps that
/// stand beside the image are zeros. What is contiguous in the image is copied as one segment: a row of the kernel, or a tap.
/// </remarks>
internal unsafe struct Patches
{
    /// <summary>[images, Height, Width, Pixel].</summary>
    public float* Source;
    public int Height, Width, Pixel;
    /// <summary>Positions of an image.</summary>
    public int GridHeight, GridWidth;
    /// <summary>Pixels from one position to the next.</summary>
    public int Step;
    /// <summary>Where the first tap of the first position is; negative in the padding.</summary>
    public int FirstRow, FirstColumn;
    /// <summary>Pixels from one tap to the next.</summary>
    public int Spacing;
    public int TapRows, TapColumns;
    /// <summary>The channels of a tap, and the first of them.</summary>
    public int Channels, FirstChannel;

    public readonly int Positions => GridHeight * GridWidth;

    public readonly int Depth => TapRows * TapColumns * Channels;

    /// <summary>Copies columns <paramref name="from"/> … <paramref name="to"/> − 1 of <paramref name="count"/> rows, without gaps between them. A vector beyond the last may be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Pack(int first, int count, int from, int to, float* target)
    {
        bool joined = Spacing == 1 && Channels == Pixel;
        int segmentsOfRow = joined ? 1 : TapColumns, length = joined ? TapColumns * Channels : Channels, rowFloats = Width * Pixel;
        if (length == 0 || to <= from) return;
        int firstSegment = from / length, endSegment = (to + length - 1) / length;
        (int image, int position) = Math.DivRem(first, Positions);
        (int gridRow, int gridColumn) = Math.DivRem(position, GridWidth);
        float* source = Source + ((nint)image * Height * rowFloats);
        for (; count > 0; count--)
        {
            int row = (gridRow * Step) + FirstRow, column = (((gridColumn * Step) + FirstColumn) * Pixel) + FirstChannel;
            int tapRow = firstSegment / segmentsOfRow, tapColumn = firstSegment % segmentsOfRow;
            for (int segment = firstSegment; segment < endSegment; segment++)
            {
                int start = segment * length, low = Math.Max(from - start, 0), high = Math.Min(to - start, length);
                int line = row + (tapRow * Spacing), offset = column + (tapColumn * Spacing * Pixel);
                if ((uint)line >= (uint)Height) Clear(target, high - low);
                else
                {
                    // Floats of the segment that lie inside of the line of pixels.
                    int begin = Math.Clamp(-offset, low, high), end = Math.Clamp(rowFloats - offset, begin, high);
                    if (begin > low) Clear(target, begin - low);
                    if (end > begin) Copy(source + ((nint)line * rowFloats) + offset + begin, target + (begin - low), end - begin);
                    if (high > end) Clear(target + (end - low), high - end);
                }
                target += high - low;
                if (++tapColumn == segmentsOfRow) (tapColumn, tapRow) = (0, tapRow + 1);
            }
            if (++gridColumn < GridWidth) continue;
            gridColumn = 0;
            if (++gridRow < GridHeight) continue;
            gridRow = 0;
            source += (nint)Height * rowFloats;
        }
    }

    // Both may go on for a vector: what follows is written afterwards. (Buffers may be read a line beyond their end.)

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* from, float* to, int count)
    {
        if (count <= 4) Vector128.Load(from).Store(to);
        else if (Avx512F.IsSupported)
        {
            for (int i = 0; i < count; i += 16) Vector512.Load(from + i).Store(to + i);
        }
        else
        {
            for (int i = 0; i < count; i += 8) Vector256.Load(from + i).Store(to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(float* to, int count)
    {
        if (Avx512F.IsSupported)
        {
            for (int i = 0; i < count; i += 16) Vector512<float>.Zero.Store(to + i);
        }
        else
        {
            for (int i = 0; i < count; i += 8) Vector256<float>.Zero.Store(to + i);
        }
    }
}
