namespace Recipes.Tests.Formulas.Losses;

/// <summary>The losses, called as they stand, against PyTorch and independent versions written from the papers.</summary>
public sealed class GoldenLossTests
{
    private const double Step = 1e-5;

    public static TheoryData<string> Names() => [.. GoldenLoss.All.Keys];

    public static TheoryData<string> Losses() => [.. Library.Formulas.Values.Where(f => f.IsDefined(typeof(LossAttribute), false)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_the_golden_ones(string name)
    {
        GoldenLoss golden = GoldenLoss.All[name];
        var call = new GoldenLossCall(golden);
        Scalar loss = call.Loss();
        for (var row = 0; row < golden.Values.Length; row++)
            Examples.AssertClose(golden.Values[row], loss[loss.Length == 1 ? 0 : row]);
        foreach (var (kept, after) in golden.KeptAfter ?? [])
            Examples.AssertClose([.. GoldenLoss.Rows(after).SelectMany(row => row)], call.Kept(kept));
        // What has no gradient is held where it is while numbers are moved.
        var held = new DetachedValues();
        held.Record(call.Loss);
        var mean = golden.Values.Average();
        foreach (var (moved, rows) in call.Moving)
        {
            var expected = golden.Gradients.TryGetValue(moved, out var numbers) ? GoldenLoss.Rows(numbers).SelectMany(row => row).ToArray() : new double[rows.Sum(row => row.Length)];
            var place = 0;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    // Differences of five places at 1e-5 are off by 1e-21 of the fifth derivative, and by the rounding of the loss, 1e-11 of it.
                    var difference = Difference(call, held, ref row[i]);
                    var tolerance = (1e-8 * Math.Max(1, Math.Abs(expected[place]))) + (1e-10 * Math.Abs(mean));
                    Assert.True(Math.Abs(expected[place] - difference) <= tolerance, $"{moved}[{place}]: {difference}, should be {expected[place]}.");
                    place++;
                }
            }
        }
    }

    /// <summary>A new loss comes with numbers of another program.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void Every_loss_has_golden_values(string name) =>
        Assert.True(GoldenLoss.All.Values.Any(golden => golden.Loss == name)
            || typeof(Golden).GetFields().Any(field => field.Name.StartsWith(name, StringComparison.Ordinal)), name);

    private static double Difference(GoldenLossCall call, DetachedValues held, ref double place)
    {
        var before = place;
        var near = Apart(Step, ref place);
        var far = Apart(2 * Step, ref place);
        return ((8 * near) - far) / (12 * Step);

        double Apart(double step, ref double moved)
        {
            moved = before + step;
            var above = held.Replay(call.Loss).ToArray().Average();
            moved = before - step;
            var below = held.Replay(call.Loss).ToArray().Average();
            moved = before;
            return above - below;
        }
    }
}
