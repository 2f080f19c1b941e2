using System.Text;
using Recipes.Tests.Data;

namespace Recipes.Tests.Models;

public sealed class SafetensorsWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private byte[] Written(SafetensorsTensor[] tensors, Dictionary<string, string>? metadata = null)
    {
        string path = _folder.File("w.safetensors");
        SafetensorsFile.Write(path, tensors, metadata);
        return File.ReadAllBytes(path);
    }

    private static string Header(byte[] file) => Encoding.UTF8.GetString(file, 8, (int)BitConverter.ToUInt64(file));

    [Fact]
    public void The_smallest_file_is_the_one_that_the_reference_writes()
    {
        // safetensors.numpy.save({"w": numpy.array([1, -2], dtype="<f4")}): 54 bytes of header are padded with spaces to 56; 72 in all.
        byte[] expected =
        [
            56, 0, 0, 0, 0, 0, 0, 0,
            .. "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  "u8,
            0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0,
        ];
        Assert.Equal(72, expected.Length);
        Assert.Equal(expected, Written([new("w", [2], new float[] { 1, -2 })]));
    }

    [Fact]
    public void The_bytes_follow_from_the_content_not_from_the_order()
    {
        var a = new SafetensorsTensor("3.weight", [2, 2], new float[] { 1, 2, 3, 4 });
        var b = new SafetensorsTensor("0.bias", [1], new float[] { 5 });
        byte[] first = Written([a, b], new() { ["z"] = "1", ["a"] = "2" });
        Assert.Equal(first, Written([b, a], new() { ["a"] = "2", ["z"] = "1" }));
        Assert.StartsWith("{\"__metadata__\":{\"a\":\"2\",\"z\":\"1\"},\"0.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"3.weight\":", Header(first), StringComparison.Ordinal);
        Assert.Equal(0ul, BitConverter.ToUInt64(first) % 8);
    }

    [Fact]
    public void Names_are_sorted_by_their_bytes()
    {
        // U+1F600 is F0 9F 98 80 in UTF-8 and D83D DE00 in UTF-16; U+FF5E is EF BD 9E and FF5E: the two orders differ.
        string header = Header(Written([new("\U0001F600", [0], default), new("\uFF5E", [0], default)]));
        Assert.StartsWith("{\"\uFF5E\":", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_every_kind_come_back()
    {
        var texts = new Dictionary<string, string> { ["classes"] = "[\"größe\",\"\\\"no\\\"\",\"<&'>\"]", [""] = "", ["smile\n"] = "\U0001F600\u0001\u2028" };
        SafetensorsTensor[] tensors = [new("scalar", [], new float[] { 7 }), new("none", [0, 3], default), new("ü \"q\"", [1, 2], new[] { float.NaN, float.NegativeInfinity })];
        Written(tensors, texts);
        SafetensorsFile read = SafetensorsFile.Read(_folder.File("w.safetensors"));
        Assert.Equal(texts, read.Metadata);
        foreach (SafetensorsTensor tensor in tensors)
        {
            Assert.Equal(tensor.Shape, read[tensor.Name].Shape);
            Assert.Equal(tensor.Values.ToArray(), read[tensor.Name].Values.ToArray());
        }
    }

    [Fact]
    public void A_file_without_tensors_is_a_file() => Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], Written([]));

    [Fact]
    public void Tensors_that_do_not_make_a_file_are_refused_and_the_previous_file_is_kept()
    {
        byte[] before = Written([new("w", [1], new float[] { 1 })]);
        void Refused(params (string Name, int[] Shape)[] tensors) =>
            Assert.Throws<ArgumentException>(() => Written([.. tensors.Select(tensor => new SafetensorsTensor(tensor.Name, tensor.Shape, new float[] { 1 }))]));
        Refused(("w", [2]));
        // A product of 1 from sizes that are none.
        Refused(("w", [-1, -1]));
        Refused(("w", [1]), ("w", [1]));
        Refused(("__metadata__", [1]));
        Assert.Equal(before, File.ReadAllBytes(_folder.File("w.safetensors")));
    }

    [Fact]
    public void A_large_tensor_comes_back()
    {
        float[] values = new float[300_001];
        for (int i = 0; i < values.Length; i++) values[i] = i * 0.37f;
        Written([new("a", [1], new float[] { 1 }), new("big", [values.Length], values)]);
        Assert.Equal(values, SafetensorsFile.Read(_folder.File("w.safetensors"))["big"].Values.ToArray());
    }
}
