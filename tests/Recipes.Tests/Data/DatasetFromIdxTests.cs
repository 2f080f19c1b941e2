using System.Buffers.Binary;
using System.IO.Compression;

namespace Recipes.Tests.Data;

public sealed class DatasetFromIdxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The format as its authors describe it: 0, 0, type, dimensions, big-endian sizes, content.</summary>
    private static byte[] Idx(byte type, uint[] sizes, params byte[] content)
    {
        byte[] file = new byte[4 + (4 * sizes.Length) + content.Length];
        (file[2], file[3]) = (type, (byte)sizes.Length);
        for (int i = 0; i < sizes.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4 + (4 * i)), sizes[i]);
        content.CopyTo(file, 4 + (4 * sizes.Length));
        return file;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(content);
        return memory.ToArray();
    }

    private static readonly byte[] s_images = Idx(0x08, [3, 1, 2], 1, 2, 3, 4, 255, 0);
    private static readonly byte[] s_labels = Idx(0x08, [3], 7, 3, 7);

    private Dataset Read(byte[] images, byte[] labels) => Dataset.FromIdx(_folder.File("images", images), _folder.File("labels", labels));

    private InvalidDataFileException Refused(byte[] images, byte[] labels, string file, string message)
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Read(images, labels));
        Assert.Equal(_folder.File(file), thrown.File);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        return thrown;
    }

    [Fact]
    public void Images_and_labels_are_read_plain_and_compressed()
    {
        Dataset plain = Read(s_images, s_labels);
        Assert.Equal((3, 2), (plain.Count, plain.FeatureCount));
        Assert.Equal([1f, 2, 3, 4, 255, 0], plain.Features.ToArray());
        Assert.Equal(["3", "7"], plain.Classes);
        Assert.Equal([1, 0, 1], plain.Labels.ToArray());
        Assert.Equal(plain.ContentHash, Read(Gzip(s_images), Gzip(s_labels)).ContentHash);
        Assert.Equal(plain.ContentHash, Read(Gzip(s_images), s_labels).ContentHash);
    }

    [Fact]
    public void A_compressed_file_larger_than_the_first_allocation_is_read_whole()
    {
        byte[] content = new byte[2_600_000];
        new Random(1).NextBytes(content);
        Dataset data = Read(Gzip(Idx(0x08, [2, 1_300_000], content)), Idx(0x08, [2], 0, 1));
        for (int i = 0; i < content.Length; i += 9_999) Assert.Equal(content[i], data.Features[i]);
        Assert.Equal(content[^1], data.Features[^1]);
    }

    [Theory]
    [InlineData(0x09, new byte[] { 0xFE, 0x02 }, -2f, 2f)]
    [InlineData(0x0B, new byte[] { 0xFF, 0x00, 0x01, 0x02 }, -256f, 258f)]
    [InlineData(0x0C, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x01, 0x00, 0x00 }, -1f, 65536f)]
    [InlineData(0x0D, new byte[] { 0x3F, 0x80, 0x00, 0x00, 0xC0, 0x20, 0x00, 0x00 }, 1f, -2.5f)]
    [InlineData(0x0E, new byte[] { 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0x04, 0, 0, 0, 0, 0, 0 }, 1f, -2.5f)]
    public void Every_type_is_read(byte type, byte[] content, float first, float second) =>
        Assert.Equal([first, second], Read(Idx(type, [2, 1], content), Idx(0x0B, [2], 0xFF, 0xFF, 0, 1)).Features.ToArray());

    [Fact]
    public void Other_files_are_refused()
    {
        Refused([1, 2], s_labels, "images", "not an IDX file");
        Refused([], s_labels, "images", "not an IDX file");
        Refused([.. "p00,p01,digit\n"u8], s_labels, "images", "not an IDX file");
        Refused(Idx(0x0A, [3, 1], 1, 2, 3), s_labels, "images", "not an IDX file");
        Refused(Idx(0x08, []), s_labels, "images", "not an IDX file");
        Assert.Contains("no such file", Assert.Throws<InvalidDataFileException>(() => Dataset.FromIdx("nowhere", "nowhere")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_another_length_than_their_sizes_say_are_refused()
    {
        Refused(s_images[..^1], s_labels, "images", "ask for 22 bytes and it has 21");
        Refused([.. s_images, 0], s_labels, "images", "ask for 22 bytes and it has 23");
        Refused(s_images[..9], s_labels, "images", "ends within its sizes");
        Refused(Gzip(s_images[..^1]), s_labels, "images", "ask for 22 bytes and it has 21");
        Refused(Gzip([.. s_images, 0]), s_labels, "images", "ask for 22 bytes and it has more");
    }

    [Fact]
    public void Sizes_beyond_the_content_are_refused_without_allocating_for_them()
    {
        // 2,000,000,000 bytes are promised and 6 are there.
        byte[] images = Idx(0x08, [2_000, 1_000, 1_000], 1, 2, 3, 4, 5, 6);
        byte[] compressed = Gzip(images);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(images, s_labels, "images", "2000000016 bytes");
        Refused(compressed, s_labels, "images", "2000000016 bytes");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        Refused(Idx(0x0E, [uint.MaxValue, uint.MaxValue, uint.MaxValue]), s_labels, "images", "cannot be held");
        Refused(Idx(0x08, [0, uint.MaxValue]), s_labels, "images", "cannot be held");
    }

    [Fact]
    public void A_damaged_compressed_file_is_refused()
    {
        byte[] compressed = Gzip(Idx(0x08, [2, 30_000], new byte[60_000]));
        Refused(compressed[..^12], s_labels, "images", "");
        byte[] flipped = [.. compressed];
        flipped[^6] ^= 0xFF;
        Refused(flipped, s_labels, "images", "damaged");
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        Refused(s_images, Idx(0x08, [2], 1, 2), "labels", "2 labels for the 3 examples");
        Refused(s_labels, s_images, "images", "one dimension");
        Refused(s_images, s_images, "labels", "whole numbers in one dimension");
        Refused(s_images, Idx(0x0D, [1], 0, 0, 0, 0), "labels", "single-precision");
        Refused(Idx(0x08, [0, 2]), Idx(0x08, [0]), "images", "no example");
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused_with_their_place() =>
        Assert.Equal("NaN", Refused(Idx(0x0D, [2, 1], 0, 0, 0, 0, 0x7F, 0xC0, 0, 0), Idx(0x08, [2], 0, 1), "images", "number 0 of row 1").Text);
}
