using System.Globalization;
using System.Text.Json;

namespace Recipes;

/// <summary>What the header says of one tensor.</summary>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);

/// <summary>The header of a safetensors file, read without trust: whatever it says is checked before anything is allocated for it.</summary>
internal sealed class SafetensorsHeader
{
    private readonly string _file;

    private SafetensorsHeader(string file) => _file = file;

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The tensors, in the order of their bytes.</summary>
    public List<SafetensorsEntry> Entries { get; } = [];

    /// <exception cref="InvalidModelFileException">The header breaks a rule of the format, or does not fit the <paramref name="dataLength"/> bytes behind it.</exception>
    public static SafetensorsHeader Read(ReadOnlySpan<byte> json, long dataLength, string file)
    {
        var header = new SafetensorsHeader(file);
        if (json.Length == 0 || json[0] != (byte)'{') throw header.Invalid("its header does not begin with {, so it is no safetensors file.");
        try
        {
            var reader = new Utf8JsonReader(json);
            header.ReadRoot(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is not UTF-8, or half of a surrogate pair.
            throw new InvalidModelFileException(file, $"its header is not the JSON of a safetensors file: {e.Message}", e);
        }
        header.CheckLayout(dataLength);
        return header;
    }

    private void ReadRoot(ref Utf8JsonReader reader)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        reader.Read();
        while (NextName(ref reader, names) is { } name)
        {
            Expect(ref reader, JsonTokenType.StartObject);
            if (name == SafetensorsFile.MetadataName) ReadMetadata(ref reader);
            else Entries.Add(ReadEntry(ref reader, name));
        }
        if (reader.Read()) throw Invalid("its header goes on after the end of its JSON.");
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextName(ref reader, names) is { } name)
        {
            Expect(ref reader, JsonTokenType.String);
            Metadata.Add(name, reader.GetString()!);
        }
    }

    private SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string tensor)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextName(ref reader, names) is { } name)
        {
            switch (name)
            {
                case "dtype":
                    Expect(ref reader, JsonTokenType.String);
                    type = reader.GetString();
                    break;
                case "shape":
                    shape = ReadNumbers(ref reader, tensor);
                    break;
                case "data_offsets":
                    offsets = ReadNumbers(ref reader, tensor);
                    break;
                default:
                    // The reference reader passes over what it does not know.
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
        if (type is null || shape is null || offsets is not [long begin, long end])
            throw Invalid($"tensor \"{tensor}\" lacks its dtype, its shape or its two data_offsets.");
        return new SafetensorsEntry(tensor, type, shape, begin, end);
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader, string tensor)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw Invalid($"tensor \"{tensor}\" has a size or an offset that is not a whole number from 0 to 2⁶³ − 1.");
            numbers.Add(number);
        }
        return [.. numbers];
    }

    /// <summary>The next name in the object, or null at its end; no name may come twice.</summary>
    private string? NextName(ref Utf8JsonReader reader, HashSet<string> names)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject) return null;
        string name = reader.GetString()!;
        return names.Add(name) ? name : throw Invalid($"its header has the name \"{name}\" twice in one place.");
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        reader.Read();
        if (reader.TokenType != type)
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"its header has {reader.TokenType} at byte {reader.TokenStartIndex}, where the format has {type}."));
    }

    /// <summary>The tensors' bytes lie one after another, from the first byte behind the header to the last of the file, and are as many as each shape asks for.</summary>
    private void CheckLayout(long dataLength)
    {
        Entries.Sort((a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End != b.End ? a.End.CompareTo(b.End) : string.CompareOrdinal(a.Name, b.Name));
        long end = 0;
        foreach (SafetensorsEntry entry in Entries)
        {
            if (entry.Begin != end || entry.End < entry.Begin)
                throw Invalid(string.Create(CultureInfo.InvariantCulture,
                    $"tensor \"{entry.Name}\" has the bytes {entry.Begin} to {entry.End}, where they should begin at {end}: tensors overlap or leave a gap."));
            if (entry.End - entry.Begin != Bytes(entry))
                throw Invalid(string.Create(CultureInfo.InvariantCulture,
                    $"tensor \"{entry.Name}\" has {entry.End - entry.Begin} bytes, which are not those of {entry.Type} [{string.Join(", ", entry.Shape)}]."));
            end = entry.End;
        }
        if (end != dataLength)
            throw Invalid(string.Create(CultureInfo.InvariantCulture,
                $"its tensors need {end} bytes behind the header and there are {dataLength}. It is cut short, or not whole."));
    }

    private long Bytes(SafetensorsEntry entry)
    {
        int bits = SafetensorsTypes.Bits(entry.Type);
        if (bits == 0) throw Invalid($"tensor \"{entry.Name}\" has the type \"{entry.Type}\", which the format does not know.");
        try
        {
            long product = bits;
            foreach (long size in entry.Shape) product = checked(product * size);
            return product % 8 == 0 ? product / 8 : -1;
        }
        catch (OverflowException e)
        {
            throw new InvalidModelFileException(_file, $"tensor \"{entry.Name}\" of shape [{string.Join(", ", entry.Shape)}] is larger than any file.", e);
        }
    }

    private InvalidModelFileException Invalid(string problem) => new(_file, problem);
}
