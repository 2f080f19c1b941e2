using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>Writes a checkpoint: named sections of bytes between a header and a SHA-256 of everything before it.</summary>
/// <remarks>
/// Little-endian. Header: the 8 bytes of <see cref="Magic"/>, version (u32), sections (u32). Section: length of the name (u32), name (UTF-8),
/// length of the content (u64), content. Trailer: 32 bytes of SHA-256.
/// </remarks>
internal sealed class CheckpointWriter : IDisposable
{
    public const uint Version = 1;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public CheckpointWriter(Stream stream, int sections)
    {
        _stream = stream;
        Write(Magic);
        Write(Version);
        Write((uint)sections);
    }

    /// <summary>What a checkpoint begins with. The line ends show a transfer that changed them.</summary>
    public static ReadOnlySpan<byte> Magic => "RCPCHK\r\n"u8;

    public void Section(string name, ReadOnlySpan<byte> content)
    {
        Begin(name, content.Length);
        Write(content);
    }

    public void Section<T>(string name, ReadOnlySpan<T> content) where T : unmanaged
    {
        Begin(name, (long)content.Length * Marshal.SizeOf<T>());
        // In pieces, as a span of bytes cannot be longer than two billion.
        const int piece = 1 << 20;
        for (; content.Length > piece; content = content[piece..]) Write(MemoryMarshal.AsBytes(content[..piece]));
        Write(MemoryMarshal.AsBytes(content));
    }

    public void Section<T>(string name, NativeBuffer<T> content) where T : unmanaged => Section(name, (ReadOnlySpan<T>)content.Span);

    /// <summary>Writes the checksum; nothing may follow.</summary>
    public void End() => _stream.Write(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Begin(string name, long length)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        Write((uint)bytes.Length);
        Write(bytes);
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, (ulong)length);
        Write(number);
    }

    private void Write(uint value)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(number, value);
        Write(number);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _stream.Write(bytes);
    }
}
