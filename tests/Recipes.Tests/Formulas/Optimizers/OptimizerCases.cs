using static Recipes.Optimizers;
using static Recipes.Tests.Formulas.Optimizers.Regression;

namespace Recipes.Tests.Formulas.Optimizers;

/// <summary>An optimizer for each of the golden values, by its name there: the same settings, a state of its own for each tensor.</summary>
internal static class OptimizerCases
{
    private delegate Scalar OneState(Scalar w, Scalar g, ref State a, StepCount t);

    private delegate Scalar TwoStates(Scalar w, Scalar g, ref State a, ref State b, StepCount t);

    private delegate Scalar ThreeStates(Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t);

    private delegate Scalar FourStates(Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t);

    private delegate Row<Element> TwoRows(Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, StepCount t);

    /// <summary>By the name of the golden values.</summary>
    public static readonly SortedDictionary<string, Func<Update>> All = new(StringComparer.Ordinal)
    {
        ["Sgd"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.5, t)),
        ["SgdMomentum"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.1, t, momentum: 0.9, weightDecay: 0.01)),
        ["SgdNesterov"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.1, t, momentum: 0.9, weightDecay: 0.01, nesterov: true)),
        ["SgdDampened"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.3, t, momentum: 0.8, weightDecay: 0.02, dampening: 0.4)),
        ["Adam"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Adam(w, g, ref a, ref b, 0.05, t, weightDecay: 0.02)),
        ["AdamW"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => AdamW(w, g, ref a, ref b, 0.05, t, weightDecay: 0.1)),
        ["AdamWDefaults"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => AdamW(w, g, ref a, ref b, 0.01, t)),
        ["Adamax"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Adamax(w, g, ref a, ref b, 0.02, t)),
        ["AdamaxKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Adamax(w, g, ref a, ref b, 0.02, t, 0.8, 0.95, 1e-3, 0.03)),
        ["RAdam"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => RAdam(w, g, ref a, ref b, 0.05, t)),
        ["RAdamKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => RAdam(w, g, ref a, ref b, 0.05, t, 0.8, 0.95, 1e-3, 0.03)),
        ["RAdamDecoupled"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => RAdam(w, g, ref a, ref b, 0.05, t, 0.8, 0.95, 1e-3, 0.03, decoupled: true)),
        ["AdaBelief"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => AdaBelief(w, g, ref a, ref b, 0.02, t)),
        ["AdaBeliefKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => AdaBelief(w, g, ref a, ref b, 0.02, t, 0.8, 0.95, 1e-3, 0.1)),
        ["Yogi"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Yogi(w, g, ref a, ref b, 0.02, t)),
        ["YogiKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Yogi(w, g, ref a, ref b, 0.02, t, 0.8, 0.95, 1e-2, 0.1)),
        ["Adagrad"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Adagrad(w, g, ref a, 0.1, t)),
        ["AdagradKnobs"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Adagrad(w, g, ref a, 0.1, t, 0.02, 0.03, 0.1, 1e-3)),
        ["Adadelta"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Adadelta(w, g, ref a, ref b, 1)),
        ["AdadeltaKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Adadelta(w, g, ref a, ref b, 0.7, 0.8, 1e-4, 0.03)),
        ["RmsProp"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => RmsProp(w, g, ref a, ref b, ref c, 0.01)),
        ["RmsPropKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => RmsProp(w, g, ref a, ref b, ref c, 0.01, 0.9, 1e-3, 0.03, 0.7, centered: true)),
        ["Rprop"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Rprop(w, g, ref a, ref b, 0.01, t)),
        ["RpropKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, StepCount t) => Rprop(w, g, ref a, ref b, 0.02, t, 0.4, 1.1, 1e-3, 0.3)),
        ["Lion"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Lion(w, g, ref a, 0.01, weightDecay: 0.1)),
        ["SignSgd"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SignSgd(w, g, ref a, 0.01)),
        ["Signum"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SignSgd(w, g, ref a, 0.01, 0.9, 0.1)),
        ["Adan"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t) => Adan(w, g, ref a, ref b, ref c, ref d, 0.02, t)),
        ["AdanKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t) => Adan(w, g, ref a, ref b, ref c, ref d, 0.02, t, 0.9, 0.8, 0.95, 1e-3, 0.1)),
        ["Lamb"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, StepCount t) => Lamb(w, g, ref a, ref b, 0.05, t)),
        ["LambDecay"] = Of((Row<Element> w, Row<Element> g, ref Row<Element> a, ref Row<Element> b, StepCount t) => Lamb(w, g, ref a, ref b, 0.05, t, weightDecay: 0.1)),
    };

    private static Func<Update> Of(OneState optimizer) => () =>
    {
        State a = default;
        return (w, g, t) => optimizer(w, g, ref a, t).ToArray();
    };

    private static Func<Update> Of(TwoStates optimizer) => () =>
    {
        State a = default, b = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, t).ToArray();
    };

    private static Func<Update> Of(ThreeStates optimizer) => () =>
    {
        State a = default, b = default, c = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, ref c, t).ToArray();
    };

    private static Func<Update> Of(FourStates optimizer) => () =>
    {
        State a = default, b = default, c = default, d = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, ref c, ref d, t).ToArray();
    };

    private static Func<Update> Of(TwoRows optimizer) => () =>
    {
        Row<Element> a = default, b = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, t).ToArray();
    };
}
