using static Recipes.Optimizers;
using static Recipes.Tests.Formulas.Optimizers.Regression;

namespace Recipes.Tests.Formulas.Optimizers;

/// <content>Optimizers of whole tensors and of the rows of units.</content>
internal static partial class OptimizerCases
{
    private delegate Row<Element> OfTensor(Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, ref Row<Element> c, ref State s, StepCount t, bool isMatrix);

    private delegate Row<Incoming> OfUnits(Row<Incoming> w, Row<Incoming> g, ref State r, ref Running<Incoming> c, ref Row<Incoming> a, ref Row<Incoming> b, StepCount t, bool isMatrix);

    private static readonly Dictionary<string, Func<bool, Update>> s_tensors = new()
    {
        ["Lamb"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, ref Row<Element> _, ref State _, StepCount t, bool _) => Lamb(w, g, ref a, ref b, 0.05, t)),
        ["LambDecay"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, ref Row<Element> _, ref State _, StepCount t, bool _) => Lamb(w, g, ref a, ref b, 0.05, t, weightDecay: 0.1)),
        ["Lars"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> _, ref Row<Element> _, ref State _, StepCount _, bool isMatrix) => Lars(w, g, ref a, 2, isMatrix)),
        ["LarsKnobs"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> _, ref Row<Element> _, ref State _, StepCount _, bool isMatrix) => Lars(w, g, ref a, 2, isMatrix, 0.8, 0.02, 0.01, 0.1, nesterov: true)),
        ["NovoGrad"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> _, ref Row<Element> _, ref State s, StepCount t, bool _) => NovoGrad(w, g, ref a, ref s, 0.05, t)),
        ["NovoGradKnobs"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> _, ref Row<Element> _, ref State s, StepCount t, bool _) => NovoGrad(w, g, ref a, ref s, 0.05, t, 0.8, 0.9, 1e-3, 0.1)),
        ["Fromage"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> _, ref Row<Element> _, ref Row<Element> _, ref State _, StepCount _, bool _) => Fromage(w, g, 0.02)),
        ["FromageKnobs"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> _, ref Row<Element> _, ref Row<Element> _, ref State _, StepCount _, bool _) => Fromage(w, g, 0.02, 0.5)),
        ["Mars"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, ref Row<Element> c, ref State _, StepCount t, bool isMatrix) => Mars(w, g, ref a, ref b, ref c, 0.02, t, isMatrix)),
        ["MarsKnobs"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, ref Row<Element> c, ref State _, StepCount t, bool isMatrix) => Mars(w, g, ref a, ref b, ref c, 0.02, t, isMatrix, 0.9, 0.95, 0.5, 1e-3, 0.1, 0.8, 0.9)),
    };

    private static readonly Dictionary<string, Func<bool, Update>> s_units = new()
    {
        ["Adafactor"] = Of((Row<Incoming> w, Row<Incoming> g, ref State r, ref Running<Incoming> c, ref Row<Incoming> a, ref Row<Incoming> _, StepCount t, bool isMatrix) => Adafactor(w, g, ref r, ref c, ref a, 0.05, t, isMatrix)),
        ["AdafactorKnobs"] = Of((Row<Incoming> w, Row<Incoming> g, ref State r, ref Running<Incoming> c, ref Row<Incoming> a, ref Row<Incoming> _, StepCount t, bool isMatrix) => Adafactor(w, g, ref r, ref c, ref a, 0.05, t, isMatrix, 0.6, 0.01, 0.5, 0.7, 0.1)),
        ["Sm3"] = Of((Row<Incoming> w, Row<Incoming> g, ref State r, ref Running<Incoming> c, ref Row<Incoming> a, ref Row<Incoming> b, StepCount _, bool isMatrix) => Sm3(w, g, ref r, ref c, ref a, ref b, 0.1, isMatrix)),
        ["Sm3Knobs"] = Of((Row<Incoming> w, Row<Incoming> g, ref State r, ref Running<Incoming> c, ref Row<Incoming> a, ref Row<Incoming> b, StepCount _, bool isMatrix) => Sm3(w, g, ref r, ref c, ref a, ref b, 0.1, isMatrix, 0.7, 0.9, 1e-3)),
        ["Muon"] = Of((Row<Incoming> w, Row<Incoming> g, ref State _, ref Running<Incoming> _, ref Row<Incoming> a, ref Row<Incoming> b, StepCount t, bool isMatrix) => Muon(w, g, ref a, ref b, 0.02, t, isMatrix)),
        ["MuonKnobs"] = Of((Row<Incoming> w, Row<Incoming> g, ref State _, ref Running<Incoming> _, ref Row<Incoming> a, ref Row<Incoming> b, StepCount t, bool isMatrix) =>
            Muon(w, g, ref a, ref b, 0.02, t, isMatrix, 0.8, 0.02, nesterov: false, matchRms: true, 0.01, 0.5, 0.8, 0.9, 1e-3)),
    };

    private static Func<bool, Update> Of(OfTensor optimizer) => isMatrix =>
    {
        Row<Element> a = default, b = default, c = default;
        State s = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, ref c, ref s, t, isMatrix).ToArray();
    };

    /// <summary>The matrix is stored as [incoming, units].</summary>
    private static Func<bool, Update> Of(OfUnits optimizer) => isMatrix =>
    {
        State r = default;
        Running<Incoming> c = default;
        Row<Incoming> a = default, b = default;
        int incoming = isMatrix ? 3 : 4, units = isMatrix ? 4 : 1;
        return (w, g, t) => Transposed(optimizer(Units(w), Units(g), ref r, ref c, ref a, ref b, t, isMatrix).ToArray(), units, incoming);

        Row<Incoming> Units(double[] numbers) => new(Transposed(numbers, incoming, units).Chunk(incoming).ToArray());
    };

    private static double[] Transposed(double[] numbers, int rows, int columns) => [.. Enumerable.Range(0, numbers.Length).Select(i => numbers[i % rows * columns + i / rows])];
}
