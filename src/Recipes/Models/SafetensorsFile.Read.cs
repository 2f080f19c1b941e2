using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Recipes;

public sealed partial class SafetensorsFile
{
    /// <summary>The longest header that the format allows.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>Reads a file. Whatever it says of itself is checked before memory is taken for it.</summary>
    /// <remarks>Tensors of other than floating-point numbers, such as PyTorch's counts of batches, are checked and left out.</remarks>
    /// <exception cref="InvalidModelFileException">The file is missing, cannot be read, is cut short, or breaks a rule of the format.</exception>
    public static SafetensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return Read(stream, path);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidModelFileException(path, "it became shorter while it was read.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidModelFileException(path, $"there is no such file. It was looked for at {Path.GetFullPath(path)}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidModelFileException(path, $"it cannot be read: {e.Message}", e);
        }
    }

    private static SafetensorsFile Read(FileStream stream, string path)
    {
        if (stream.Length < LengthBytes) throw new InvalidModelFileException(path, "it is shorter than the 8 bytes that a safetensors file begins with.");
        Span<byte> prefix = stackalloc byte[LengthBytes];
        stream.ReadExactly(prefix);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > LongestHeader)
            throw new InvalidModelFileException(path, string.Create(CultureInfo.InvariantCulture,
                $"it asks for a header of {headerLength} bytes, and the format allows {LongestHeader}; so it is no safetensors file."));
        long dataLength = stream.Length - LengthBytes - (long)headerLength;
        if (dataLength < 0)
            throw new InvalidModelFileException(path, string.Create(CultureInfo.InvariantCulture,
                $"it asks for a header of {headerLength} bytes and has {stream.Length} in all. It is cut short, or no safetensors file."));

        byte[] json = new byte[(int)headerLength];
        stream.ReadExactly(json);
        SafetensorsHeader header = SafetensorsHeader.Read(json, dataLength, path);
        var tensors = new List<SafetensorsTensor>();
        foreach (SafetensorsEntry entry in header.Entries)
        {
            if (SafetensorsTypes.IsRead(entry.Type)) tensors.Add(ReadTensor(stream, entry, path));
            else stream.Seek(entry.End - entry.Begin, SeekOrigin.Current);
        }
        return new SafetensorsFile(path, header.Metadata, tensors);
    }

    private static SafetensorsTensor ReadTensor(FileStream stream, SafetensorsEntry entry, string path)
    {
        int size = SafetensorsTypes.Bits(entry.Type) / 8;
        long elements = (entry.End - entry.Begin) / size;
        // An empty tensor may still have a size that no array index reaches.
        if (elements > Array.MaxLength || Array.Exists(entry.Shape, length => length > int.MaxValue))
            throw new InvalidModelFileException(path, $"tensor \"{entry.Name}\" of shape [{string.Join(", ", entry.Shape)}] is too large to be held.");
        float[] values = new float[elements];
        if (entry.Type == "F32" && BitConverter.IsLittleEndian)
        {
            const int Part = 1 << 26;
            for (int i = 0; i < values.Length; i += Part)
                stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(i, Math.Min(Part, values.Length - i))));
        }
        else
        {
            const int Part = 1 << 13;
            byte[] bytes = new byte[Part * size];
            for (int i = 0; i < values.Length; i += Part)
            {
                Span<float> part = values.AsSpan(i, Math.Min(Part, values.Length - i));
                stream.ReadExactly(bytes, 0, part.Length * size);
                SafetensorsTypes.Convert(entry.Type, bytes, part);
            }
        }
        return new SafetensorsTensor(entry.Name, Array.ConvertAll(entry.Shape, length => (int)length), values);
    }
}
