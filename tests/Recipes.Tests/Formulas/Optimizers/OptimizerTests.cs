using System.Reflection;

namespace Recipes.Tests.Formulas.Optimizers;

public sealed class OptimizerTests
{
    public static TheoryData<string> Names() => [.. OptimizerCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_that_of_PyTorch_or_of_its_paper(string name) =>
        Regression.AssertClose(Golden(name), Regression.Train(OptimizerCases.All[name], name == "Rprop" ? 40 : 100));

    [Fact]
    public void Every_golden_value_is_compared()
    {
        string[] elsewhere = ["Asgd", "ScheduleFree", "Prodigy", "NAdam"]; // ModelOptimizerTests
        Assert.Equal(Goldens.Where(name => !elsewhere.Any(other => name.StartsWith(other, StringComparison.Ordinal))).Order(StringComparer.Ordinal), OptimizerCases.All.Keys);
    }

    [Fact]
    public void Every_optimizer_has_golden_values()
    {
        IEnumerable<string> formulas = Library.Formulas.Values.Where(formula => formula.IsDefined(typeof(OptimizerAttribute))).Select(formula => formula.Name);
        Assert.All(formulas, name => Assert.Contains(name, Goldens));
    }

    /// <summary>By hand: in the first step m̂/√v̂ = ±1, and a tensor without length takes it as it is.</summary>
    [Fact]
    public void Lamb_moves_a_tensor_that_is_zero()
    {
        Row<Element> m = default, v = default;
        Row<Element> w = Recipes.Optimizers.Lamb(new double[] { 0, 0 }, new double[] { 3, -5 }, ref m, ref v, 0.1, 1, epsilon: 0);
        Assert.Equal(-0.1, w[0], 1e-15);
        Assert.Equal(0.1, w[1], 1e-15);
    }

    [Fact]
    public void Nothing_to_learn_leaves_the_weights_where_they_are()
    {
        State m = default, v = default, greatest = default;
        Assert.Equal(0.5, (double)Recipes.Optimizers.AdamW(0.5, 0, ref m, ref v, ref greatest, 0.1, 1, weightDecay: 0));
        Assert.Equal(0.5, (double)Recipes.Optimizers.Lion(0.5, 0, ref m, 0.1));
    }

    private static IEnumerable<string> Goldens => typeof(OptimizerGolden).GetFields(BindingFlags.Public | BindingFlags.Static).Select(golden => golden.Name);

    private static double[] Golden(string name) => (double[])typeof(OptimizerGolden).GetField(name)!.GetValue(null)!;
}
