using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Recipes;

/// <summary>SHA-256 of a sequence of values, the same on every machine: little-endian, lengths in front, no culture.</summary>
internal sealed class ContentHasher : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentHasher Add(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _hash.AppendData(bytes);
        return this;
    }

    public ContentHasher Add(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Add(bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    public ContentHasher Add(IReadOnlyList<string> values)
    {
        Add(values.Count);
        foreach (string value in values) Add(value);
        return this;
    }

    public ContentHasher Add(ReadOnlySpan<int> values)
    {
        Add(values.Length);
        if (BitConverter.IsLittleEndian) _hash.AppendData(MemoryMarshal.AsBytes(values));
        else foreach (int value in values) Add(value);
        return this;
    }

    public ContentHasher Add(ReadOnlySpan<float> values) => Add(MemoryMarshal.Cast<float, int>(values));

    /// <summary>The hash as lower-case hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
