using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Recipes.Training;

/// <summary>Writes <c>metrics.csv</c>: a header, and a row per epoch. The same text in every culture; equal runs give equal bytes.</summary>
/// <remarks>Numbers are the shortest text that reads back as the same number; one that does not exist is an empty cell.</remarks>
internal sealed class MetricsFile : IDisposable
{
    // The longest double in shortest round-trip form is 24 characters: -2.2250738585072014E-308.
    private const int CellBytes = 25;
    private readonly SafeFileHandle _file;
    private readonly byte[] _header;
    private readonly byte[] _row;
    private long _length;

    /// <summary>Opens the file, whatever it holds; <see cref="Rewind"/> comes next.</summary>
    /// <exception cref="IOException">It cannot be opened, or another run is writing it.</exception>
    public MetricsFile(string path, EpochHistory history)
    {
        _header = System.Text.Encoding.UTF8.GetBytes(string.Join(',', history.Columns.Skip(EpochHistory.EpochColumn)) + "\n");
        _row = new byte[history.Columns.Count * CellBytes];
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Makes the file hold exactly these epochs.</summary>
    public void Rewind(EpochHistory history)
    {
        RandomAccess.Write(_file, _header, 0);
        _length = _header.Length;
        for (int epoch = 0; epoch < history.Count; epoch++) Append(history[epoch]);
        RandomAccess.SetLength(_file, _length);
    }

    /// <summary>Adds an epoch.</summary>
    public void Append(ReadOnlySpan<double> epoch)
    {
        int length = 0;
        for (int column = EpochHistory.EpochColumn; column < epoch.Length; column++)
        {
            if (length > 0) _row[length++] = (byte)',';
            if (double.IsNaN(epoch[column])) continue;
            epoch[column].TryFormat(_row.AsSpan(length), out int written, "R", CultureInfo.InvariantCulture);
            length += written;
        }
        _row[length++] = (byte)'\n';
        RandomAccess.Write(_file, _row.AsSpan(0, length), _length);
        _length += length;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
