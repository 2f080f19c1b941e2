using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Recipes.Training;

/// <summary>Writes a TensorBoard event file: one event with all scalars per epoch.</summary>
/// <remarks>
/// A record is length (u64), masked CRC-32C of the length, data, masked CRC-32C of the data. The data is an <c>Event</c>
/// protocol buffer: wall_time 1 (double), step 2 (varint), file_version 3 (string) or summary 5 { value 1 { tag 1, simple_value 2 } }.
/// </remarks>
internal sealed class EventFile : IDisposable
{
    private const string Version = "brain.Event:2";
    private readonly SafeFileHandle _file;
    private readonly byte[][] _tags;
    private readonly byte[] _buffer;
    private int _count;
    private long _length;

    /// <summary>Opens the file, whatever it holds; <see cref="Rewind"/> comes next.</summary>
    /// <exception cref="IOException">It cannot be opened, or another run is writing it.</exception>
    public EventFile(string path, EpochHistory history)
    {
        _tags = [.. history.Columns.Select((column, index) => Encoding.UTF8.GetBytes(Tag(history, column, index)))];
        // Per scalar: its tag, and at most 20 bytes of keys, lengths and value; 64 for the rest of the record.
        _buffer = new byte[64 + _tags.Sum(tag => tag.Length + 20)];
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Makes the file hold exactly these epochs of a run that began at this time (seconds since 1970, UTC).</summary>
    public void Rewind(EpochHistory history, double started)
    {
        _length = 0;
        Begin();
        Double(1, started);
        Bytes(3, Encoding.UTF8.GetBytes(Version));
        End();
        for (int epoch = 0; epoch < history.Count; epoch++) Append(history[epoch]);
        RandomAccess.SetLength(_file, _length);
    }

    /// <summary>Adds an epoch.</summary>
    public void Append(ReadOnlySpan<double> epoch)
    {
        Begin();
        Double(1, epoch[EpochHistory.FinishedColumn]);
        Key(2, 0);
        Varint((ulong)epoch[EpochHistory.StepColumn]);
        int summary = 0;
        for (int column = EpochHistory.LossColumn; column < epoch.Length; column++)
            if (!double.IsNaN(epoch[column])) summary += 1 + VarintLength(ValueLength(column)) + ValueLength(column);
        Key(5, 2);
        Varint((ulong)summary);
        for (int column = EpochHistory.LossColumn; column < epoch.Length; column++)
        {
            if (double.IsNaN(epoch[column])) continue;
            Key(1, 2);
            Varint((ulong)ValueLength(column));
            Bytes(1, _tags[column]);
            Float(2, (float)epoch[column]);
        }
        End();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string Tag(EpochHistory history, string column, int index) =>
        index >= EpochHistory.FirstTermColumn && index < history.LearningRateColumn ? "term/" + column
        : index >= history.ValidationColumn ? "validation/" + column["validation_".Length..]
        : column;

    private int ValueLength(int column) => 1 + VarintLength(_tags[column].Length) + _tags[column].Length + 1 + sizeof(float);

    private static int VarintLength(int value)
    {
        int length = 1;
        for (; value >= 0x80; value >>= 7) length++;
        return length;
    }

    private void Begin() => _count = 12;

    private void End()
    {
        int length = _count - 12;
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer, (ulong)length);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(8), Crc32C.Masked(_buffer.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(_count), Crc32C.Masked(_buffer.AsSpan(12, length)));
        _count += 4;
        RandomAccess.Write(_file, _buffer.AsSpan(0, _count), _length);
        _length += _count;
    }

    private void Key(int field, int type) => _buffer[_count++] = (byte)(field << 3 | type);

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _buffer[_count++] = (byte)(value | 0x80);
        _buffer[_count++] = (byte)value;
    }

    private void Double(int field, double value)
    {
        Key(field, 1);
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_count), value);
        _count += 8;
    }

    private void Float(int field, float value)
    {
        Key(field, 5);
        BinaryPrimitives.WriteSingleLittleEndian(_buffer.AsSpan(_count), value);
        _count += 4;
    }

    private void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, 2);
        Varint((ulong)value.Length);
        value.CopyTo(_buffer.AsSpan(_count));
        _count += value.Length;
    }
}
