using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Recipes;

/// <summary>An IDX file: type, sizes (big-endian), then row-major numbers (big-endian).</summary>
/// <remarks>"THE MNIST DATABASE of handwritten digits", LeCun, Cortes and Burges, section on file formats.</remarks>
internal sealed class IdxFile
{
    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly byte _type;
    private readonly int _itemSize;

    private IdxFile(string path, byte type, int itemSize, int[] sizes, byte[] bytes)
    {
        _path = path;
        _type = type;
        _itemSize = itemSize;
        Sizes = sizes;
        _bytes = bytes;
    }

    public int[] Sizes { get; }

    /// <summary>Numbers in the file.</summary>
    public int Count => _bytes.Length / _itemSize;

    public bool IsInteger => _type < 0x0D;

    public string TypeName => Describe(_type).Name;

    /// <summary>The number with this index.</summary>
    public double Number(int index)
    {
        ReadOnlySpan<byte> at = _bytes.AsSpan(index * _itemSize);
        return _type switch
        {
            0x08 => at[0],
            0x09 => (sbyte)at[0],
            0x0B => BinaryPrimitives.ReadInt16BigEndian(at),
            0x0C => BinaryPrimitives.ReadInt32BigEndian(at),
            0x0D => BinaryPrimitives.ReadSingleBigEndian(at),
            _ => BinaryPrimitives.ReadDoubleBigEndian(at),
        };
    }

    /// <summary>All numbers in single precision; <paramref name="perRow"/> serves the error's place.</summary>
    public float[] ToFloats(int perRow)
    {
        float[] floats = new float[Count];
        for (int i = 0; i < floats.Length; i++)
        {
            double value = Number(i);
            floats[i] = (float)value;
            if (!float.IsFinite(floats[i]))
                throw new InvalidDataFileException(_path, string.Create(CultureInfo.InvariantCulture,
                    $"number {i % perRow} of row {i / perRow} (both counted from 0) is {value:R}, not a finite number of single precision. Correct it, or leave the row out."),
                    text: value.ToString("R", CultureInfo.InvariantCulture));
        }
        return floats;
    }

    public static IdxFile Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            bool compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            if (!compressed) return Read(file, path, file.Length);
            using var content = new GZipStream(file, CompressionMode.Decompress);
            return Read(content, path, length: null);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataFileException(path, "the compressed content is damaged. Get the file anew.", innerException: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFile.CannotRead(path, e);
        }
    }

    /// <remarks>The length is the stream's where that is known before reading.</remarks>
    private static IdxFile Read(Stream stream, string path, long? length)
    {
        Span<byte> head = stackalloc byte[4];
        int read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        (string typeName, int itemSize) = read == 4 ? Describe(head[2]) : default;
        if (read < 4 || head[0] != 0 || head[1] != 0 || itemSize == 0 || head[3] == 0)
            throw new InvalidDataFileException(path, "this is not an IDX file: it does not begin with two zero bytes, a type and a number of dimensions.");

        byte type = head[2];
        int[] sizes = new int[head[3]];
        long bytes = itemSize;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4)
                throw new InvalidDataFileException(path, "the file ends within its sizes. Get it anew.");
            uint size = BinaryPrimitives.ReadUInt32BigEndian(head);
            // Both factors stay below 2³², so the product is exact; a zero keeps it zero whatever follows.
            bytes = bytes > Array.MaxLength ? bytes : bytes * size;
            if (size > int.MaxValue || bytes > Array.MaxLength)
                throw new InvalidDataFileException(path, string.Create(CultureInfo.InvariantCulture,
                    $"its sizes ask for more than {Array.MaxLength} bytes of {typeName}, which cannot be held. Is the file damaged?"));
            sizes[i] = (int)size;
        }

        long expected = 4 + (4L * sizes.Length) + bytes;
        if (length is { } actual && actual != expected) throw WrongLength(path, expected, string.Create(CultureInfo.InvariantCulture, $"{actual}"));
        byte[] content = ReadContent(stream, (int)bytes, length is null);
        if (content.Length < bytes) throw WrongLength(path, expected, string.Create(CultureInfo.InvariantCulture, $"{expected - bytes + content.Length}"));
        if (stream.ReadByte() >= 0) throw WrongLength(path, expected, "more");
        return new IdxFile(path, type, itemSize, sizes, content);
    }

    /// <summary>Reads up to <paramref name="bytes"/>. Where the length is not known before, memory grows only with what really comes.</summary>
    private static byte[] ReadContent(Stream stream, int bytes, bool growing)
    {
        byte[] content = new byte[growing ? Math.Min(bytes, 1 << 20) : bytes];
        int filled = 0;
        while (true)
        {
            int read = stream.ReadAtLeast(content.AsSpan(filled), content.Length - filled, throwOnEndOfStream: false);
            filled += read;
            if (filled < content.Length || filled == bytes) break;
            Array.Resize(ref content, (int)Math.Min(bytes, 2L * content.Length));
        }
        return filled == content.Length ? content : content[..filled];
    }

    private static InvalidDataFileException WrongLength(string path, long expected, string actual) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"its sizes ask for {expected} bytes and it has {actual}. Get the file anew."));

    private static (string Name, int Size) Describe(byte type) => type switch
    {
        0x08 => ("unsigned bytes", 1),
        0x09 => ("signed bytes", 1),
        0x0B => ("16-bit integers", 2),
        0x0C => ("32-bit integers", 4),
        0x0D => ("single-precision numbers", 4),
        0x0E => ("double-precision numbers", 8),
        _ => default,
    };
}
