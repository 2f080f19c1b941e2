using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Layers;

public sealed class LayerTests
{
    public static TheoryData<string> Names() => [.. Library.Formulas.Values.Where(m => m.IsDefined(typeof(LayerAttribute), false)).Select(m => m.Name)];

    /// <summary>A learned number is 0.7; of two learned rows the first are the gains.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Is_that_of_PyTorch_or_of_its_paper(string name)
    {
        var method = Library.Formulas[name];
        var rows = 0;
        object?[] arguments =
        [
            .. method.GetParameters().Select(p => p.ParameterType == typeof(Row<Feature>) ? (Row<Feature>)LayerGolden.Rows
                : p.ParameterType == typeof(LearnedRow) ? (LearnedRow)(rows++ == 0 ? LayerGolden.Gains : LayerGolden.Shifts)
                : p.ParameterType == typeof(Learned) ? (Learned)0.7
                : p.DefaultValue),
        ];
        Examples.AssertClose(LayerGolden.All[name], ((Row<Feature>)method.Invoke(null, arguments)!).ToArray());
    }

    [Fact]
    public void Normalised_rows_have_mean_zero_and_variance_one()
    {
        Row<Feature> normalised = Recipes.Layers.LayerNorm(LayerGolden.Rows, new double[] { 1, 1, 1, 1 }, new double[4]);
        foreach (var row in (int[])[0, 1])
        {
            Assert.Equal(0, Mean(normalised)[row], 1e-12);
            // ε takes 10⁻⁵ of a variance of about 1.5, and nothing of one of millions.
            Assert.Equal(1, Mean(Square(normalised))[row], row == 0 ? 1e-5 : 1e-11);
        }
    }

    [Fact]
    public void Normalised_rows_have_length_one() => Assert.Equal([1, 1, 1, 0, 1], Norm(Recipes.Layers.L2Normalize(LayerGolden.Rows)).ToArray().Select(n => Math.Round(n, 14)));
}
