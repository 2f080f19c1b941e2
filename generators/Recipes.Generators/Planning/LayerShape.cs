using System.Globalization;

namespace Recipes.Generators.Planning;

/// <summary>What a row is between two layers.</summary>
internal enum LayerRank
{
    /// <summary>Features without order.</summary>
    Features = 1,
    /// <summary>Channels × length.</summary>
    Sequence = 2,
    /// <summary>Channels × height × width.</summary>
    Image = 3,
}

/// <summary>The sizes of a row between two layers.</summary>
/// <remarks>Features that were an image keep its height and width: they lie in memory pixel by pixel, and weights that PyTorch has channel by channel are placed accordingly.</remarks>
internal readonly record struct LayerShape(LayerRank Rank, int Channels, int Height, int Width)
{
    public static LayerShape Features(int count) => new(LayerRank.Features, count, 1, 1);

    public bool IsFlat => Rank == LayerRank.Features;

    /// <summary>Pixels of a channel.</summary>
    public int Positions => Height * Width;

    public long Floats => (long)Channels * Height * Width;

    /// <summary>As PyTorch says it: 16 × 28 × 28.</summary>
    public override string ToString() => Rank switch
    {
        LayerRank.Image => Number(Channels) + " × " + Number(Height) + " × " + Number(Width),
        LayerRank.Sequence => Number(Channels) + " × " + Number(Width),
        _ => Number(Floats),
    };

    /// <summary>As it lies in memory, pixel by pixel: 28 × 28 × 16.</summary>
    public string InMemory => Rank switch
    {
        LayerRank.Image => Number(Height) + " × " + Number(Width) + " × " + Number(Channels),
        LayerRank.Sequence => Number(Width) + " × " + Number(Channels),
        _ => Number(Floats),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
