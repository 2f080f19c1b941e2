using static Recipes.Optimizers;
using static Recipes.Tests.Formulas.Optimizers.Regression;

namespace Recipes.Tests.Formulas.Optimizers;

/// <content>Optimizers of single elements, and of all of them together.</content>
internal static partial class OptimizerCases
{
    private delegate Scalar OneState(Scalar w, Scalar g, ref State a, StepCount t);

    private delegate Scalar TwoStates(Scalar w, Scalar g, ref State a, ref State b, StepCount t);

    private delegate Scalar ThreeStates(Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t);

    private delegate Scalar FourStates(Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t);


    private static readonly Dictionary<string, Func<bool, Update>> s_elements = new()
    {
        ["Sgd"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.5, t)),
        ["SgdMomentum"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.1, t, momentum: 0.9, weightDecay: 0.01)),
        ["SgdNesterov"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.1, t, momentum: 0.9, weightDecay: 0.01, nesterov: true)),
        ["SgdDampened"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Sgd(w, g, ref a, 0.3, t, momentum: 0.8, weightDecay: 0.02, dampening: 0.4)),
        ["Adam"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => Adam(w, g, ref a, ref b, ref c, 0.05, t, weightDecay: 0.02)),
        ["AdamMax"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => Adam(w, g, ref a, ref b, ref c, 0.05, t, 0.7, 0.8, 1e-4, 0.02, amsgrad: true)),
        ["AdamWMax"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => AdamW(w, g, ref a, ref b, ref c, 0.05, t, 0.7, 0.8, 1e-4, 0.1, amsgrad: true)),
        ["AdamW"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => AdamW(w, g, ref a, ref b, ref c, 0.05, t, weightDecay: 0.1)),
        ["AdamWDefaults"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => AdamW(w, g, ref a, ref b, ref c, 0.01, t)),
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
        ["AdEmaMix"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => AdEmaMix(w, g, ref a, ref b, ref c, 0.02, t, 100)),
        ["AdEmaMixKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, StepCount t) => AdEmaMix(w, g, ref a, ref b, ref c, 0.02, t, 100, 0.8, 0.95, 0.99, 2, 0.4, 1e-3, 0.1)),
        ["SpikeCompensation"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SpikeCompensation(w, g, ref a, 0.1, 4)),
        ["SpikeCompensationKnobs"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SpikeCompensation(w, g, ref a, 0.1, 2, 0.8, 0.02)),
        ["Lion"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => Lion(w, g, ref a, 0.01, weightDecay: 0.1)),
        ["SignSgd"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SignSgd(w, g, ref a, 0.01)),
        ["Signum"] = Of((Scalar w, Scalar g, ref State a, StepCount t) => SignSgd(w, g, ref a, 0.01, 0.9, 0.1)),
        ["Adan"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t) => Adan(w, g, ref a, ref b, ref c, ref d, 0.02, t)),
        ["AdanKnobs"] = Of((Scalar w, Scalar g, ref State a, ref State b, ref State c, ref State d, StepCount t) => Adan(w, g, ref a, ref b, ref c, ref d, 0.02, t, 0.9, 0.8, 0.95, 1e-3, 0.1)),
    };

    private static Func<bool, Update> Of(OneState optimizer) => _ =>
    {
        State a = default;
        return (w, g, t) => optimizer(w, g, ref a, t).ToArray();
    };

    private static Func<bool, Update> Of(TwoStates optimizer) => _ =>
    {
        State a = default, b = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, t).ToArray();
    };

    private static Func<bool, Update> Of(ThreeStates optimizer) => _ =>
    {
        State a = default, b = default, c = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, ref c, t).ToArray();
    };

    private static Func<bool, Update> Of(FourStates optimizer) => _ =>
    {
        State a = default, b = default, c = default, d = default;
        return (w, g, t) => optimizer(w, g, ref a, ref b, ref c, ref d, t).ToArray();
    };
}
