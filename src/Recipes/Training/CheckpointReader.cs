using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>Reads what <see cref="CheckpointWriter"/> wrote. The checksum is verified before anything is handed out.</summary>
internal sealed class CheckpointReader : IDisposable
{
    private const int HashBytes = 32;
    private const int MaximumNameBytes = 4096;
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly Dictionary<string, (long Start, long Length)> _sections = new(StringComparer.Ordinal);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidCheckpointException">It is no checkpoint, or a damaged one.</exception>
    public CheckpointReader(string path)
    {
        _path = path;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            ReadTable();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Length of a section's content in bytes; −1 if there is no such section.</summary>
    public long LengthOf(string name) => _sections.TryGetValue(name, out var section) ? section.Length : -1;

    /// <summary>A section's content as text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Values<byte>(name));

    /// <summary>A section's content as an array.</summary>
    public T[] Values<T>(string name) where T : unmanaged
    {
        long length = LengthOf(name);
        if (length < 0) throw new InvalidCheckpointException($"The checkpoint '{_path}' has no section '{name}'.");
        if (length % Unsafe.SizeOf<T>() != 0) throw WrongLength(name, length);
        var values = new T[length / Unsafe.SizeOf<T>()];
        Into(name, values);
        return values;
    }

    /// <summary>Fails unless a section has the length that is needed.</summary>
    public void Expect<T>(string name, long count) where T : unmanaged
    {
        long length = LengthOf(name);
        if (length < 0) throw new InvalidCheckpointException($"The checkpoint '{_path}' has no section '{name}'.");
        if (length != count * Unsafe.SizeOf<T>()) throw WrongLength(name, length);
    }

    /// <summary>Copies a section's content, whose length was checked, to where it belongs.</summary>
    public void Into<T>(string name, NativeBuffer<T> target) where T : unmanaged => Into(name, target.Span);

    /// <inheritdoc cref="Into{T}(string, NativeBuffer{T})"/>
    public void Into<T>(string name, Span<T> target) where T : unmanaged
    {
        (long position, _) = _sections[name];
        const int piece = 1 << 20;
        while (target.Length > 0)
        {
            Span<T> part = target[..Math.Min(piece, target.Length)];
            Fill(MemoryMarshal.AsBytes(part), position);
            position += (long)part.Length * Unsafe.SizeOf<T>();
            target = target[part.Length..];
        }
    }

    public void Dispose() => _file.Dispose();

    private void ReadTable()
    {
        long end = RandomAccess.GetLength(_file) - HashBytes;
        Span<byte> header = stackalloc byte[16];
        if (end < header.Length) throw Damaged("it is too short");
        Fill(header, 0);
        if (!header[..8].SequenceEqual(CheckpointWriter.Magic)) throw new InvalidCheckpointException($"'{_path}' is not a checkpoint of Recipes.");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (version != CheckpointWriter.Version)
            throw new InvalidCheckpointException($"The checkpoint '{_path}' has version {version}; this version of Recipes reads version {CheckpointWriter.Version}.");
        VerifyChecksum(end);
        uint sections = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        long position = header.Length;
        for (uint s = 0; s < sections; s++) position = ReadSection(position, end);
        if (position != end) throw Damaged("bytes follow its last section");
    }

    private long ReadSection(long position, long end)
    {
        Span<byte> number = stackalloc byte[8];
        Need(4);
        Fill(number[..4], position);
        uint nameLength = BinaryPrimitives.ReadUInt32LittleEndian(number);
        position += 4;
        if (nameLength > MaximumNameBytes) throw Damaged("a section's name is too long");
        Need(nameLength + 8);
        var name = new byte[nameLength];
        Fill(name, position);
        position += nameLength;
        Fill(number, position);
        position += 8;
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(number);
        if (length > (ulong)(end - position)) throw Damaged("a section reaches beyond its end");
        if (!_sections.TryAdd(Encoding.UTF8.GetString(name), (position, (long)length))) throw Damaged("a section occurs twice");
        return position + (long)length;

        void Need(long bytes)
        {
            if (bytes > end - position) throw Damaged("it ends within a section's header");
        }
    }

    private void VerifyChecksum(long end)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (long position = 0; position < end;)
        {
            Span<byte> piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - position));
            Fill(piece, position);
            hash.AppendData(piece);
            position += piece.Length;
        }
        Span<byte> stored = stackalloc byte[HashBytes];
        Fill(stored, end);
        if (!stored.SequenceEqual(hash.GetHashAndReset())) throw Damaged("its checksum does not match its content");
    }

    private void Fill(Span<byte> target, long position)
    {
        while (target.Length > 0)
        {
            int read = RandomAccess.Read(_file, target, position);
            if (read == 0) throw Damaged("it is too short");
            position += read;
            target = target[read..];
        }
    }

    private InvalidCheckpointException Damaged(string how) => new($"The checkpoint '{_path}' is damaged: {how}.");

    private InvalidCheckpointException WrongLength(string name, long length) =>
        new($"The checkpoint '{_path}' does not fit this run: its section '{name}' has {length} bytes.");
}
