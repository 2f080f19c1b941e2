using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recipes;

/// <summary>A list of texts as a JSON array, which any other reader of the file understands.</summary>
internal static class JsonTexts
{
    /// <summary>The array.</summary>
    public static string Write(IReadOnlyList<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (string text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The texts of an array.</summary>
    /// <exception cref="JsonException">It is no array of texts.</exception>
    public static string[] Read(string array)
    {
        using JsonDocument document = JsonDocument.Parse(array);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw new JsonException("It is no array.");
        var texts = new List<string>();
        foreach (JsonElement element in document.RootElement.EnumerateArray())
            texts.Add(element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new JsonException("It holds something else than texts."));
        return [.. texts];
    }
}
