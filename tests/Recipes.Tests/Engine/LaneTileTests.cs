using System.Runtime.Intrinsics;
using Recipes.Engine;

namespace Recipes.Tests.Engine;

public sealed class LaneTileTests
{
    [Theory, CombinatorialWidths]
    public void A_tile_has_a_vector_for_each_column_and_goes_back(int bits, int width, int rows)
    {
        int lanes = bits / 32;
        if (rows > lanes) return;
        using var arena = new NativeArena();
        NativeBuffer<float> source = arena.Allocate<float>((rows + 3) * width);
        NativeBuffer<float> target = arena.Allocate<float>((rows + 3) * width);
        NativeBuffer<int> indices = arena.Allocate<int>(16);
        for (int i = 0; i < source.Length; i++) source[i] = i + 1;
        target.Span.Fill(-1);
        for (int i = 0; i < rows; i++) indices[i] = rows - i;

        float[] tile = new float[width * lanes], picked = new float[width * lanes];
        Run(bits, tile, picked, source, target, indices, width, rows);

        for (int column = 0; column < width; column++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                Assert.Equal(lane < rows ? source[((lane + 1) * width) + column] : 0, tile[(column * lanes) + lane]);
                Assert.Equal(lane < rows ? source[((rows - lane) * width) + column] : 0, picked[(column * lanes) + lane]);
            }
        }

        for (int i = 0; i < target.Length; i++)
            Assert.Equal(i >= width && i < (rows + 1) * width ? source[i] : -1, target[i]);
    }

    private static void Run(
        int bits, float[] tile, float[] picked, NativeBuffer<float> source, NativeBuffer<float> target, NativeBuffer<int> indices, int width, int rows)
    {
        switch (bits)
        {
            case 512:
            {
                var vectors = new Vector512<float>[width];
                LaneTile.Load(ref vectors[0], source, width, width, rows);
                Copy(vectors, tile);
                LaneTile.Store(ref vectors[0], target, width, width, rows);
                LaneTile.Load(ref vectors[0], source, ref indices[0], width, rows);
                Copy(vectors, picked);
                break;
            }
            case 256:
            {
                var vectors = new Vector256<float>[width];
                LaneTile.Load(ref vectors[0], source, width, width, rows);
                Copy(vectors, tile);
                LaneTile.Store(ref vectors[0], target, width, width, rows);
                LaneTile.Load(ref vectors[0], source, ref indices[0], width, rows);
                Copy(vectors, picked);
                break;
            }
            default:
            {
                var vectors = new Vector128<float>[width];
                LaneTile.Load(ref vectors[0], source, width, width, rows);
                Copy(vectors, tile);
                LaneTile.Store(ref vectors[0], target, width, width, rows);
                LaneTile.Load(ref vectors[0], source, ref indices[0], width, rows);
                Copy(vectors, picked);
                break;
            }
        }
    }

    private static void Copy<TVector>(TVector[] vectors, float[] to)
        where TVector : unmanaged => System.Runtime.InteropServices.MemoryMarshal.Cast<TVector, float>(vectors).CopyTo(to);

    /// <summary>Narrow, exact, and wide rows; one, some and all lanes.</summary>
    private sealed class CombinatorialWidthsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from bits in (int[])[512, 256, 128]
            from width in (int[])[1, 2, 3, 7, 8, 10, 15, 16, 17, 37, 64]
            from rows in (int[])[1, 3, 4, 5, 8, 11, 16]
            select new object[] { bits, width, rows };
    }
}
