using System.Reflection;

namespace Recipes.Tests.Formulas.Losses;

/// <summary>The losses, called as they stand, against PyTorch and independent versions written from the papers.</summary>
public sealed class GoldenLossTests
{
    public static TheoryData<string> Names() => [.. GoldenLoss.All.Keys];

    public static TheoryData<string> Losses() => [.. Library.Formulas.Values.Where(f => f.IsDefined(typeof(LossAttribute))).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradient_are_the_golden_ones(string name)
    {
        GoldenLoss golden = GoldenLoss.All[name];
        Scalar loss = Call(golden, new Row<Class>(GoldenLoss.Logits), golden.Learned, out Memory after);
        for (var row = 0; row < golden.Values.Length; row++)
            Examples.AssertClose(golden.Values[row], loss[loss.Length == 1 ? 0 : row]);
        if (golden.MemoryAfter is { } memory)
            Examples.AssertClose([.. memory.SelectMany(row => row)], ((Row<Class>)after).ToArray());
        if (golden.Detached)
            return;
        // Central differences at 1e-5 are off by their third derivative's 1e-10 and by the rounding of a loss of some hundreds, 1e-9.
        var at = new double[GoldenLoss.Logits.Length, GoldenLoss.Logits[0].Length];
        Buffer.BlockCopy(GoldenLoss.Logits.SelectMany(row => row).ToArray(), 0, at, 0, at.Length * sizeof(double));
        var differences = Differences.Gradient(z => Call(golden, z, golden.Learned, out _).ToArray().Average(), at, 1e-5);
        foreach (var (expected, difference) in golden.Gradient.SelectMany(row => row).Zip(differences))
            Assert.Equal(expected, difference, 1e-8 * Math.Max(1, Math.Abs(expected)));
        foreach (var (learned, expected) in golden.LearnedGradient ?? [])
        {
            double Moved(double by) => Call(
                golden, new Row<Class>(GoldenLoss.Logits), new(golden.Learned!) { [learned] = golden.Learned![learned] + by }, out _).ToArray().Average();
            Assert.Equal(expected, (Moved(1e-5) - Moved(-1e-5)) / 2e-5, 1e-8 * Math.Max(1, Math.Abs(expected)));
        }
    }

    /// <summary>A new loss comes with numbers of another program.</summary>
    [Theory]
    [MemberData(nameof(Losses))]
    public void Every_loss_has_golden_values(string name) =>
        Assert.True(GoldenLoss.All.Values.Any(golden => golden.Loss == name)
            || typeof(Golden).GetFields().Any(field => field.Name.StartsWith(name, StringComparison.Ordinal)), name);

    private static Scalar Call(GoldenLoss golden, Logits z, Dictionary<string, double>? learned, out Memory after)
    {
        MethodInfo formula = Library.Formulas[golden.Loss];
        var parameters = formula.GetParameters();
        var arguments = parameters.Select(parameter => Argument(golden, parameter, z, learned)).ToArray();
        var loss = (Scalar)formula.Invoke(null, arguments)!;
        var memory = Array.FindIndex(parameters, parameter => parameter.ParameterType.IsByRef);
        after = memory < 0 ? default : (Memory)arguments[memory];
        return loss;
    }

    private static object Argument(GoldenLoss golden, ParameterInfo parameter, Logits z, Dictionary<string, double>? learned) =>
        parameter.ParameterType.Name.TrimEnd('&') switch
        {
            "Double" => golden.Knobs is { } knobs && knobs.TryGetValue(parameter.Name!, out var value) ? value : parameter.DefaultValue!,
            "Boolean" => golden.Knobs is { } flags && flags.TryGetValue(parameter.Name!, out var flag) ? flag != 0 : parameter.DefaultValue!,
            "Logits" => z,
            "Label" => new Label(GoldenLoss.Labels),
            "Learned" => (Learned)learned![parameter.Name!],
            "Memory" => (Memory)new Row<Class>(golden.Memory!),
            var other => throw new NotSupportedException($"{golden.Loss} takes {other}, of which the golden batch has none."),
        };
}
