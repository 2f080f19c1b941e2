namespace Recipes.Tests.Formulas.Activations;

public sealed class ActivationTests
{
    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, ActivationGolden.All.Length)];

    [Theory, MemberData(nameof(Cases))]
    public void Is_that_of_PyTorch_or_of_its_paper(int index)
    {
        ActivationValues golden = ActivationGolden.All[index];
        var knobs = golden.Knobs.ToDictionary(k => k.Name, k => (object)k.Value);
        var method = Library.Formulas[golden.Name];
        object?[] arguments =
        [
            (Scalar)ActivationGolden.Points,
            .. method.GetParameters().Skip(1).Select(p => p.ParameterType == typeof(Learned) ? (Learned)(double)knobs[p.Name!] : knobs.GetValueOrDefault(p.Name!, p.DefaultValue!)),
        ];
        Examples.AssertClose(golden.Values, ((Scalar)method.Invoke(null, arguments)!).ToArray());
    }

    [Fact]
    public void Every_activation_is_among_them() => Assert.Empty(
        Library.Formulas.Values.Where(m => m.IsDefined(typeof(ActivationAttribute), false)).Select(m => m.Name).Except(ActivationGolden.All.Select(a => a.Name)));
}
