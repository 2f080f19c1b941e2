namespace Recipes.Tests.Formulas.Losses;

public sealed class MeanSquaredErrorTests
{
    private static readonly double[,] s_targets =
    {
        { 0.5, -1.5, 2.0, 3.5 },
        { -2.0, 0.25, 8.0, -1.0 },
        { 29.0, -21.0, 0.0, 1.0 },
        { 0.0, 0.0, 0.0, 0.0 },
        { -3.0, 2.0, 1.0, 0.5 },
    };

    [Fact]
    public void Is_that_of_PyTorch() => Examples.AssertLoss(
        Golden.MeanSquaredError, Golden.MeanSquaredErrorGradient, z => Recipes.Losses.MeanSquaredError((Row<Output>)new Outputs(Numbers(z)), s_targets));

    private static double[,] Numbers(Logits z)
    {
        double[] cells = ((Row<Class>)z).ToArray();
        var rows = new double[5, 4];
        Buffer.BlockCopy(cells, 0, rows, 0, sizeof(double) * cells.Length);
        return rows;
    }
}
