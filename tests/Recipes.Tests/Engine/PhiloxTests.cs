using Recipes.Engine;

namespace Recipes.Tests.Engine;

public unsafe class PhiloxTests
{
    // Random123 1.14, tests/kat_vectors, lines "philox4x32 10".
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Blocks_are_those_of_the_published_vectors(uint c0, uint c1, uint c2, uint c3, uint key0, uint key1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, key0, key1));

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Vectors_make_the_same_words_as_the_scalar_text(int path)
    {
        var random = new Random(3);
        uint* words = stackalloc uint[Philox.GroupLength];
        foreach (uint group in (uint[])[0, 1, 77, (1 << 26) - 1])
        {
            (uint c1, uint c2, uint c3, uint key0, uint key1) = (Next(), Next(), Next(), Next(), Next());
            Philox.Group((VectorPath)path, group, c1, c2, c3, key0, key1, words);
            for (uint i = 0; i < Philox.GroupLength; i++)
            {
                Assert.Equal(Philox.Word((group * Philox.GroupLength) + i, c1, c2, c3, key0, key1), words[i]);
            }
        }

        uint Next() => (uint)random.NextInt64(1L << 32);
    }

    [Fact]
    public void No_two_elements_share_a_word()
    {
        var seen = new HashSet<(uint, uint)>();
        for (uint element = 0; element < 4096; element++) seen.Add(((element >> 6 << 4) | (element & 15), (element >> 4) & 3));
        Assert.Equal(4096, seen.Count);
    }
}
