using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recipes;

public sealed partial class SafetensorsFile
{
    /// <summary>Writes a file whole or not at all: a write that fails leaves the previous file as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="metadata">Texts by name.</param>
    /// <exception cref="ArgumentException">A name is there twice or reserved, or a tensor has not as many values as its shape says.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsTensor[] sorted = Sorted(tensors);
        byte[] header = WriteHeader(sorted, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (SafetensorsTensor tensor in sorted) WriteValues(stream, tensor.Values.Span);
        });
    }

    private static SafetensorsTensor[] Sorted(IEnumerable<SafetensorsTensor> tensors)
    {
        SafetensorsTensor[] sorted = [.. tensors];
        // By bytes of UTF-8, as the reference does: ordinal order of UTF-16 differs beyond the basic plane.
        byte[][] keys = Array.ConvertAll(sorted, tensor => Encoding.UTF8.GetBytes(tensor.Name));
        Array.Sort(keys, sorted, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int i = 0; i < sorted.Length; i++)
        {
            SafetensorsTensor tensor = sorted[i];
            if (tensor.Name == MetadataName) throw new ArgumentException($"The name \"{MetadataName}\" is the format's own.", nameof(tensors));
            if (i > 0 && tensor.Name == sorted[i - 1].Name) throw new ArgumentException($"Two tensors are named \"{tensor.Name}\".", nameof(tensors));
            long elements = 1;
            foreach (int size in tensor.Shape) elements = checked(elements * size);
            if (elements != tensor.Values.Length || tensor.Shape.Any(size => size < 0))
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"Tensor \"{tensor.Name}\" of shape [{string.Join(", ", tensor.Shape)}] has {tensor.Values.Length} values."), nameof(tensors));
        }
        return sorted;
    }

    private static byte[] WriteHeader(SafetensorsTensor[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // Escapes what JSON demands and no more, as the reference does; the text goes into a file, not into a page.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(MetadataName);
                foreach ((string name, string text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.WriteString(name, text);
                json.WriteEndObject();
            }
            long offset = 0;
            foreach (SafetensorsTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int size in tensor.Shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += sizeof(float) * (long)tensor.Values.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        int length = (buffer.WrittenCount + 7) / 8 * 8;
        byte[] header = new byte[length];
        buffer.WrittenSpan.CopyTo(header);
        header.AsSpan(buffer.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteValues(Stream stream, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            // A span of bytes holds 2³¹ of them, a quarter as many floats.
            const int Part = 1 << 26;
            for (; values.Length > Part; values = values[Part..]) stream.Write(MemoryMarshal.AsBytes(values[..Part]));
            stream.Write(MemoryMarshal.AsBytes(values));
            return;
        }
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            stream.Write(bytes);
        }
    }
}
