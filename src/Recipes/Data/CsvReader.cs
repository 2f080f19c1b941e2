using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recipes;

/// <summary>Reads records of separated values by RFC 4180: quoted fields may hold separators, line ends and doubled quotes.</summary>
/// <remarks>
/// Lines end with CR LF, LF or CR; empty lines are skipped; white space belongs to its field. The fields of the current
/// record stay valid until the next is read.
/// </remarks>
internal sealed class CsvReader(TextReader text, char separator, string file)
{
    private const int End = -1;
    private readonly SearchValues<char> _endsOfPlain = SearchValues.Create([separator, '"', '\r', '\n']);
    private readonly char[] _buffer = new char[1 << 16];
    private int _position;
    private int _filled;
    private int _line = 1;
    private char[] _record = new char[256];
    private int _recordLength;
    private int[] _ends = new int[16];
    private int[] _lines = new int[16];

    /// <summary>Fields in the current record.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The line that the current record starts on, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>A field of the current record, unquoted.</summary>
    public ReadOnlySpan<char> Field(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _record.AsSpan(start, _ends[index] - start);
    }

    /// <summary>The line that a field of the current record starts on.</summary>
    public int LineOf(int index) => _lines[index];

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="InvalidDataFileException">A quote stands where none may, or none closes; the bytes are not UTF-8.</exception>
    public bool Read()
    {
        while (Peek() is '\r' or '\n') EndLine(Next());
        if (Peek() == End) return false;
        Line = _line;
        FieldCount = 0;
        _recordLength = 0;
        while (ReadField()) { }
        return true;
    }

    /// <summary>Reads one field and what ends it; true when another follows in the record.</summary>
    private bool ReadField()
    {
        int line = _line;
        if (Peek() == '"') ReadQuoted(line);
        else ReadPlain();

        if (FieldCount == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * FieldCount);
            Array.Resize(ref _lines, 2 * FieldCount);
        }
        _lines[FieldCount] = line;
        _ends[FieldCount++] = _recordLength;

        int end = Next();
        if (end == separator) return true;
        if (end != End) EndLine(end);
        return false;
    }

    private void ReadPlain()
    {
        while (_position < _filled || Fill())
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_position, _filled - _position);
            int length = rest.IndexOfAny(_endsOfPlain);
            Append(length < 0 ? rest : rest[..length]);
            _position += length < 0 ? rest.Length : length;
            if (length < 0) continue;
            if (_buffer[_position] != '"') return;
            throw Invalid(_line, "a quote stands inside a field that does not begin with one. Put the whole field in quotes and double the quotes in it.");
        }
    }

    private void ReadQuoted(int line)
    {
        Next();
        while (true)
        {
            int c = Next();
            if (c == End) throw Invalid(line, "a quote opens here and none closes it before the end of the file. Close it, or double a quote that is meant as text.");
            if (c == '"')
            {
                if (Peek() != '"') break;
                Next();
            }
            else if (c == '\n' || (c == '\r' && Peek() != '\n'))
            {
                _line++;
            }
            Append([(char)c]);
        }
        int after = Peek();
        if (after != separator && after is not ('\r' or '\n' or End))
            throw Invalid(_line, $"\"{(char)after}\" follows the quote that closes a field, where only a separator or a line end may. Double a quote that is meant as text.");
    }

    private void EndLine(int first)
    {
        if (first == '\r' && Peek() == '\n') Next();
        _line++;
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        int needed = _recordLength + characters.Length;
        if (needed > _record.Length) Array.Resize(ref _record, Math.Max(needed, 2 * _record.Length));
        characters.CopyTo(_record.AsSpan(_recordLength));
        _recordLength = needed;
    }

    private int Peek() => _position < _filled || Fill() ? _buffer[_position] : End;

    private int Next() => _position < _filled || Fill() ? _buffer[_position++] : End;

    private bool Fill()
    {
        try
        {
            _filled = text.Read(_buffer);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataFileException(file, string.Create(CultureInfo.InvariantCulture,
                $"some bytes after line {_line} are not UTF-8 text. Save the file as UTF-8."), innerException: e);
        }
        _position = 0;
        return _filled > 0;
    }

    private InvalidDataFileException Invalid(int line, string problem) =>
        new(file, problem, line, (FieldCount + 1).ToString(CultureInfo.InvariantCulture));
}
