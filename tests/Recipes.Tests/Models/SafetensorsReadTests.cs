using System.Buffers.Binary;
using System.Text;
using Recipes.Tests.Data;

namespace Recipes.Tests.Models;

public sealed class SafetensorsReadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Make(string header, params byte[] data) => Make(Encoding.UTF8.GetBytes(header), data);

    private static byte[] Make(byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. data];
    }

    private SafetensorsFile Read(byte[] file) => SafetensorsFile.Read(_folder.File("m.safetensors", file));

    private void Refused(string message, byte[] file)
    {
        string path = _folder.File("m.safetensors", file);
        var thrown = Assert.Throws<InvalidModelFileException>(() => SafetensorsFile.Read(path));
        Assert.Equal(path, thrown.File);
        Assert.StartsWith(path + ": ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private const string Two = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    private static string Entry(string name, string type, string shape, string offsets) =>
        $"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{shape}],\"data_offsets\":[{offsets}]}}";

    [Fact]
    public void Every_floating_point_type_is_read_in_single_precision()
    {
        // 1 and −2.5 in IEEE 754 binary32, binary64, binary16, and the upper halves of binary32.
        string header = $"{{{Entry("d", "F64", "2", "0,16")},{Entry("s", "F32", "2", "16,24")},{Entry("h", "F16", "2", "24,28")},{Entry("b", "BF16", "2", "28,32")}}}";
        SafetensorsFile file = Read(Make(header,
            0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0x04, 0xC0,
            0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0,
            0x00, 0x3C, 0x00, 0xC1,
            0x80, 0x3F, 0x20, 0xC0));
        Assert.Equal(["d", "s", "h", "b"], file.Tensors.Select(tensor => tensor.Name));
        Assert.All(file.Tensors, tensor => Assert.Equal([1f, -2.5f], tensor.Values.ToArray()));
    }

    [Fact]
    public void Other_numbers_are_passed_over()
    {
        SafetensorsFile file = Read(Make($"{{{Entry("count", "I64", "", "0,8")},{Entry("mask", "BOOL", "3", "8,11")},{Entry("w", "F32", "1", "11,15")}}}",
            [.. new byte[11], 0, 0, 0x80, 0x3F]));
        Assert.Equal("w", Assert.Single(file.Tensors).Name);
        Assert.Equal([1f], file["w"].Values.ToArray());
        Assert.False(file.Contains("count"));
        Assert.Contains("Did you mean \"w\"?", Assert.Throws<InvalidModelFileException>(() => file["W"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_may_come_in_any_order_and_with_white_space_in_the_header()
    {
        string header = $"{{ {Entry("b", "F32", "1", "4,8")} ,\n {Entry("a", "F32", "1", "0, 4")}, {Entry("z", "F32", "0, 9", "4,4")} }}      ";
        SafetensorsFile file = Read(Make(header, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40));
        Assert.Equal((1f, 2f), (file["a"].Values.Span[0], file["b"].Values.Span[0]));
        Assert.Equal([0, 9], file["z"].Shape);
    }

    [Fact]
    public void What_an_entry_has_beside_its_own_is_passed_over() =>
        Assert.Equal([2], Read(Make("{\"w\":{\"x\":{\"y\":[1,{}]},\"data_offsets\":[0,8],\"shape\":[2],\"dtype\":\"F32\"}}", new byte[8]))["w"].Shape);

    [Fact]
    public void A_missing_file_is_reported() =>
        Assert.Contains("no such file", Assert.Throws<InvalidModelFileException>(() => SafetensorsFile.Read(_folder.File("none"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_refused() => Assert.Throws<InvalidModelFileException>(() => SafetensorsFile.Read(_folder.Path));

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        byte[] whole = Make(Two, new byte[8]);
        Read(whole);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            Assert.Throws<InvalidModelFileException>(() => Read(cut));
        }
        Refused("need 8 bytes behind the header and there are 7", whole[..^1]);
        Refused("need 8 bytes behind the header and there are 9", [.. whole, 0]);
    }

    [Fact]
    public void Foreign_files_are_refused()
    {
        Refused("shorter than the 8 bytes", []);
        Refused("no safetensors file", [0x50, 0x4B, 3, 4, .. new byte[100]]);
        Refused("no safetensors file", [.. "p00,p01,p02,p03,digit\n0,0,5,13,9"u8]);
        Refused("does not begin with {", Make("[1,2]   "));
        Refused("does not begin with {", Make(" {}"));
        Refused("does not begin with {", Make(""));
    }

    [Fact]
    public void A_header_of_any_promised_length_takes_no_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused("the format allows 100000000", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'{']);
        Refused("the format allows 100000000", [1, 0xE1, 0xF5, 0x05, 0, 0, 0, 0, (byte)'{']);
        Refused("cut short", [0, 0xE1, 0xF5, 0x05, 0, 0, 0, 0, (byte)'{']);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Theory]
    [InlineData("0,8", "4,12")]
    [InlineData("0,8", "0,8")]
    [InlineData("0,8", "12,20")]
    [InlineData("4,12", "12,20")]
    [InlineData("0,8", "9223372036854775800,9223372036854775807")]
    public void Overlaps_and_gaps_are_refused(string first, string second) =>
        Refused("overlap or leave a gap", Make($"{{{Entry("a", "F32", "2", first)},{Entry("b", "F32", "2", second)}}}", new byte[20]));

    [Theory]
    [InlineData("3", "0,8")]
    [InlineData("1", "0,8")]
    [InlineData("", "0,8")]
    [InlineData("0", "0,8")]
    public void Bytes_that_are_not_those_of_the_shape_are_refused(string shape, string offsets) =>
        Refused("are not those of F32", Make($"{{{Entry("w", "F32", shape, offsets)}}}", new byte[8]));

    [Fact]
    public void Offsets_that_run_backwards_are_refused() =>
        Refused("should begin at 0", Make($"{{{Entry("w", "F32", "2", "8,0")}}}", new byte[8]));

    [Theory]
    [InlineData("4611686018427387904,4")]
    [InlineData("4294967296,4294967296,0")]
    public void Shapes_whose_product_overflows_are_refused(string shape) =>
        Refused("larger than any file", Make($"{{{Entry("w", "F32", shape, "0,0")}}}"));

    [Fact]
    public void An_empty_tensor_of_a_size_beyond_arrays_is_refused() =>
        Refused("too large to be held", Make($"{{{Entry("w", "F32", "0,4294967296", "0,0")}}}"));

    [Theory]
    [InlineData("-1", "0,8")]
    [InlineData("2.0", "0,8")]
    [InlineData("2e0", "0,8")]
    [InlineData("\\\"2\\\"", "0,8")]
    [InlineData("null", "0,8")]
    [InlineData("9223372036854775808", "0,8")]
    [InlineData("2", "-8,0")]
    [InlineData("2", "0,18446744073709551616")]
    public void Sizes_and_offsets_that_are_not_whole_numbers_are_refused(string shape, string offsets) =>
        Refused("not a whole number", Make($"{{{Entry("w", "F32", shape.Replace("\\\"", "\"", StringComparison.Ordinal), offsets)}}}", new byte[8]));

    [Theory]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2]}}", "lacks its dtype")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", "lacks its dtype")]
    [InlineData("{\"w\":{\"shape\":[2],\"data_offsets\":[0,8]}}", "lacks its dtype")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4,8]}}", "two data_offsets")]
    [InlineData("{\"w\":{\"dtype\":\"F33\",\"shape\":[2],\"data_offsets\":[0,8]}}", "\"F33\"")]
    [InlineData("{\"w\":{\"dtype\":1,\"shape\":[2],\"data_offsets\":[0,8]}}", "has Number at byte")]
    [InlineData("{\"w\":[]}", "has StartArray at byte")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}", "has Number at byte")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", "has Number at byte")]
    [InlineData("{\"__metadata__\":\"a\"}", "has String at byte")]
    [InlineData("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", "\"a\" twice")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}}", "\"__metadata__\" twice")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "\"dtype\" twice")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"\\u0077\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[8,8]}}", "\"w\" twice")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},}", "not the JSON")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}", "not the JSON")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}{}", "not the JSON")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}\0", "not the JSON")]
    [InlineData("{\"\\ud800\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "not the JSON")]
    public void Headers_that_break_a_rule_are_refused(string header, string message) => Refused(message, Make(header, new byte[8]));

    [Fact]
    public void Names_that_are_not_text_are_refused() =>
        Refused("not the JSON", Make([.. "{\""u8, 0xFF, 0xFE, .. "\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"u8], new byte[8]));

    [Fact]
    public void A_header_nested_without_end_is_refused()
    {
        string deep = new('[', 100_000);
        Refused("not the JSON", Make($"{{\"w\":{{\"x\":{deep}"));
    }

    [Theory]
    [InlineData("F4", "4", 2)]
    [InlineData("F6_E2M3", "4", 3)]
    [InlineData("F8_E4M3", "3", 3)]
    [InlineData("C64", "2", 16)]
    public void Types_that_are_not_read_are_still_checked(string type, string shape, int bytes)
    {
        Assert.Empty(Read(Make($"{{{Entry("w", type, shape, $"0,{bytes}")}}}", new byte[bytes])).Tensors);
        Refused("are not those of", Make($"{{{Entry("w", type, shape, $"0,{bytes + 1}")}}}", new byte[bytes + 1]));
    }

    [Fact]
    public void Part_of_a_byte_is_refused() => Refused("are not those of F4", Make($"{{{Entry("w", "F4", "3", "0,1")}}}", new byte[1]));

    [Fact]
    public void Any_changed_byte_is_read_or_refused_and_nothing_else()
    {
        byte[] whole = Make($"{{\"__metadata__\":{{\"a\":\"b\"}},{Entry("w", "F32", "2,1", "0,8")},{Entry("v", "F64", "1", "8,16")}}}", new byte[16]);
        var random = new Random(5);
        for (int i = 0; i < 600; i++)
        {
            byte[] changed = [.. whole];
            for (int change = 0; change <= i % 3; change++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                Read(changed);
            }
            catch (InvalidModelFileException)
            {
            }
        }
    }
}
