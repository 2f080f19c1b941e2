namespace Recipes.Engine;

/// <summary>What is done to whole arrays between the passes of a loss. Nothing is allocated.</summary>
public static class Arrays
{
    /// <summary>Swaps the axes of an array.</summary>
    /// <param name="source">[rows, columns].</param>
    /// <param name="destination">Receives [columns, rows]; not the source.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    public static void Transpose(NativeBuffer<float> source, NativeBuffer<float> destination, int rows, int columns)
    {
        // Tiles of a cache line each way: both sides are read and written in whole lines.
        const int Tile = 16;
        for (var top = 0; top < rows; top += Tile)
            for (var left = 0; left < columns; left += Tile)
                for (var row = top; row < int.Min(top + Tile, rows); row++)
                    for (var column = left; column < int.Min(left + Tile, columns); column++)
                        destination[((nint)column * rows) + row] = source[((nint)row * columns) + column];
    }

    /// <summary>The place of each number of a row from the greatest: 0, 1, 2 …; of equal ones the first is before, NaN is last.</summary>
    /// <param name="source">[rows, length].</param>
    /// <param name="ranks">Receives the places [rows, length].</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="length">Entries of a row.</param>
    /// <param name="order">Scratch [length].</param>
    public static void Rank(NativeBuffer<float> source, NativeBuffer<float> ranks, int rows, int length, NativeBuffer<long> order)
    {
        var keys = order.Span[..length];
        for (var row = 0; row < rows; row++)
        {
            var start = (nint)row * length;
            for (var i = 0; i < length; i++)
                keys[i] = ((long)Descending(source[start + i]) << 32) | (uint)i;
            keys.Sort();
            for (var place = 0; place < length; place++)
                ranks[start + (int)(uint)keys[place]] = place;
        }
    }

    /// <summary>Moves the numbers of each row to their places: the number at i goes to <paramref name="ranks"/>[i].</summary>
    /// <param name="source">[rows, length].</param>
    /// <param name="ranks">Places [rows, length].</param>
    /// <param name="destination">Receives [rows, length]; not the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="length">Entries of a row.</param>
    public static void MoveTo(NativeBuffer<float> source, NativeBuffer<float> ranks, NativeBuffer<float> destination, int rows, int length)
    {
        for (nint row = 0, start = 0; row < rows; row++, start += length)
            for (var i = 0; i < length; i++)
                destination[start + (int)ranks[start + i]] = source[start + i];
    }

    /// <summary>Takes the numbers of each row from their places back: i gets the number at <paramref name="ranks"/>[i].</summary>
    /// <inheritdoc cref="MoveTo"/>
    public static void MoveBack(NativeBuffer<float> source, NativeBuffer<float> ranks, NativeBuffer<float> destination, int rows, int length)
    {
        for (nint row = 0, start = 0; row < rows; row++, start += length)
            for (var i = 0; i < length; i++)
                destination[start + i] = source[start + (int)ranks[start + i]];
    }

    /// <summary>The place of each number of a column from the greatest: 0, 1, 2 …; of equal ones the first is before, NaN is last.</summary>
    /// <param name="source">[rows, columns].</param>
    /// <param name="ranks">Receives the places [rows, columns].</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="order">Scratch [rows].</param>
    public static void RankColumns(NativeBuffer<float> source, NativeBuffer<float> ranks, int rows, int columns, NativeBuffer<long> order)
    {
        var keys = order.Span[..rows];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
                keys[row] = ((long)Descending(source[((nint)row * columns) + column]) << 32) | (uint)row;
            keys.Sort();
            for (var place = 0; place < rows; place++)
                ranks[((nint)(int)(uint)keys[place] * columns) + column] = place;
        }
    }

    /// <summary>Moves the numbers of each column to their places: the number in row i goes to row <paramref name="ranks"/>[i].</summary>
    /// <param name="source">[rows, columns].</param>
    /// <param name="ranks">Places [rows, columns].</param>
    /// <param name="destination">Receives [rows, columns]; not the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static void MoveColumnsTo(NativeBuffer<float> source, NativeBuffer<float> ranks, NativeBuffer<float> destination, int rows, int columns)
    {
        for (nint row = 0, start = 0; row < rows; row++, start += columns)
            for (var column = 0; column < columns; column++)
                destination[((nint)ranks[start + column] * columns) + column] = source[start + column];
    }

    /// <summary>Takes the numbers of each column from their places back: row i gets the number of row <paramref name="ranks"/>[i].</summary>
    /// <inheritdoc cref="MoveColumnsTo"/>
    public static void MoveColumnsBack(NativeBuffer<float> source, NativeBuffer<float> ranks, NativeBuffer<float> destination, int rows, int columns)
    {
        for (nint row = 0, start = 0; row < rows; row++, start += columns)
            for (var column = 0; column < columns; column++)
                destination[start + column] = source[((nint)ranks[start + column] * columns) + column];
    }

    /// <summary>An integer that is less for a greater number.</summary>
    private static int Descending(float x)
    {
        if (float.IsNaN(x))
            return int.MaxValue;
        // Zero has two signs and one place.
        var bits = BitConverter.SingleToInt32Bits(x == 0 ? 0 : x);
        return bits >= 0 ? -bits : bits & int.MaxValue;
    }
}
