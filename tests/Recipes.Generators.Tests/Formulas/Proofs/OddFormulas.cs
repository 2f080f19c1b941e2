using Recipes.Generators.Formulas;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Formulas that no paper has, each for a corner of the language.</summary>
internal static class OddFormulas
{
    private static readonly (string Name, FormulaKind Kind, string Text)[] s_all =
    [
        ("a kink, a branch, functions", FormulaKind.Activation, "static Scalar Odd(Scalar x, [Range(0.1, 3)] double beta = 1.5, [Range(1, 3)] double power = 2) => Where(Less(x, -1), Log1p(Pow(Abs(x), power)), beta / 2 * Softplus(beta * x) + Cos(x) * Expm1(-Square(x)));"),
        ("a layer with two learned rows", FormulaKind.Layer, """
            static Row<Feature> Norm(Row<Feature> x, [Initial(1)] LearnedRow weight, LearnedRow bias, [Range(1e-8, 1)] double epsilon = 1e-5)
            {
                Row<Feature> centred = x - Mean(x);
                return centred / Sqrt(Mean(Square(centred)) + epsilon) * weight + bias * bias;
            }
            """),
        ("a layer with a softmax and a maximum", FormulaKind.Layer, "static Row<Feature> Gated(Row<Feature> x, LearnedRow weight, [Range(0, 3)] double power = 2) => Softmax(x * weight) * Pow(Softplus(x), power) + Max(weight) * Mean(x);"),
        ("numbers that a layer learns", FormulaKind.Layer,
            "static Row<Feature> Numbers(Row<Feature> x, [Initial(1)] Learned a, Learned b, LearnedRow weight) => Where(Less(x, b), a * x, x + Exp(a)) / (1 + Mean(Square(x * b)) + a * a) * weight;"),
        ("a maximum and its index, a comparison of rows, a minimum", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) => Softplus(1 + Max(z - 5 * OneHot(y, z)) - z[y]) + Sum(Where(Less(z, z[y]), Square(z - 1), Max(z, 0.5))) - 0.1 * Min(z);"),
        ("batch means inside of functions, of rows and of numbers; stopped gradients", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) { Scalar l = -LogSoftmax(z)[y]; Scalar m = BatchMean(l); return Square(l - m) + 0.3 * Exp(-BatchMean(Square(l - Stop(m)))) * l + BatchMean(l * Tanh(m)); }"),
        ("means by label of numbers and rows, and what they are near to", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) { Row<Class> centre = MeanByLabel(z, y); return Sum(Square(z - centre)) / z.Count + Norm(centre - BatchMean(z)) + Abs(MeanByLabel(z[y], y) - z[y]); }"),
        ("learned numbers", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Learned scale, Learned margin) { Row<Class> a = Softplus(scale) * (z - Sigmoid(margin) * OneHot(y, z)); return LogSumExp(a) - a[y] + 0.01 * Square(scale); }"),
        ("generalised cross-entropy: a power of a probability, with a runtime exponent", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, [Range(0.1, 1)] double q = 0.7) => (1 - Pow(Softmax(z)[y], q)) / q;"),
        ("powers of a row, products of probabilities, an entropy, a second softmax at another temperature", FormulaKind.Loss,
            "static Scalar F([Domain(-60, 60)] Logits z, Label y, [Range(0.5, 10)] double t = 2, [Range(0, 5)] double g = 1.5) { Row<Class> p = Softmax(z / t); Row<Class> q = Softmax(z); return Sum(q * (Log(q) - Log(p))) * t * t + Sum(Pow(1 - p, g) * q) + Dot(p, p) - Log(1 - 0.5 * q[y]); }"),
        ("distances between conditions, Or, Not, Clamp, Sign, Erf, Cos, Log1p, Expm1 of rows", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) => Sum(Where(Or(Less(z, -1), Not(LessOrEqual(z, 1))), Clamp(z, -2, 2), Erf(z) * Cos(z))) + Mean(Log1p(Square(z)) - Expm1(-Abs(z))) + Sign(z[y]) * z[y];"),
        ("the gradient passes a batch mean, a mean by label and a learned number at once", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Learned s) { Row<Class> p = Softmax(z); Row<Class> d = p - MeanByLabel(p, y); return Exp(s) * Sum(Square(d)) / (0.1 + Sum(Square(BatchMean(p)))); }"),
        ("nothing varies along the row or along the batch", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) => 3;"),
        ("rows for the batch alone", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) { Row<Class> m = BatchMean(z); return LogSumExp(m) - Mean(m) + Max(m); }"),
        ("latent numbers, states and a start of each weight", FormulaKind.Parametrization,
            "static Scalar F(Scalar v, ref Latent z, Learned a, ref State s, StepCount t, [IsStart] bool start) { if (start) { z = 0.5 * v; s = v * v; } Scalar w = v * Tanh(z) + a * Sin(v) + s / t; s = 0.9 * s + 0.1 * v; return w; }"),
        ("a frozen number of each weight", FormulaKind.Parametrization, "static Scalar F(Scalar v, Latent z) => Stop(v) * z;"),
        ("further rows that are trained and kept, of whole tensors", FormulaKind.Parametrization,
            "static Row<Element> F(Row<Element> v, Row<Element> z, ref Row<Element> m, Learned a, ref State s, RunSteps n) { Row<Element> w = v * Sigmoid(z + a) + s * m + Mean(v * z) / n; m = v; s = Norm(z); return w; }"),
        ("rows of units, sums over units, a number of each input", FormulaKind.Parametrization,
            "static Row<Incoming> F(Row<Incoming> v, Latent g, Row<Incoming> z, ref Running<Incoming> c, Learned a, Progress t) { Row<Incoming> w = g * v / (1 + Mean(Square(z))) + (1 - t) * c * z + a * UnitMean(v) * Stop(UnitMax(Abs(v))); c = UnitMean(v * z); return w; }"),
        ("a softmax over each unit's weights", FormulaKind.Parametrization, "static Row<Incoming> F(Row<Incoming> v, Latent g) => g * Softmax(v) + 0.1 * LogSoftmax(0.5 * v);"),
        ("a softmax over a tensor", FormulaKind.Parametrization, "static Row<Element> F(Row<Element> v) => v * Softmax(v) + LogSumExp(v) * v;"),
        ("numbers of each weight and of the run, a sum over the model", FormulaKind.Optimizer, """
            static Scalar F(Scalar w, Scalar g, [Initial(0.5)] ref State m, [Initial(2)] ref Running total, Rate lr, StepCount t, Progress done, [Range(0, 1)] double kept = 0.5)
            {
                Scalar all = ModelSum(Abs(g)) / (1 + ModelSum(Square(w)));
                total = 0.5 * total + all;
                m = kept * m + (1 - kept) * g;
                return w - lr * (1 - done) * (m / (1 + total) + Sign(g) * Log1p(t) / 100);
            }
            """),
        ("what is kept of whole tensors, sums that wait for sums", FormulaKind.Optimizer, """
            static Row<Element> F(Row<Element> w, Row<Element> g, ref Row<Element> m, [Initial(1)] ref State size, Rate lr, [Decay, Range(0, 2)] double decay = 0.1)
            {
                Row<Element> centred = g - Mean(g);
                Row<Element> scaled = centred / (1e-3 + Norm(centred));
                size = 0.5 * size + Max(Abs(scaled));
                m = 0.9 * m + scaled / size;
                return w - lr * (m + decay * w + 0.01 * Softmax(scaled));
            }
            """),
        ("units, their inputs and sums over both", FormulaKind.Optimizer, """
            static Row<Incoming> F(Row<Incoming> w, Row<Incoming> g, ref State ofUnit, [Initial(0.1)] ref Running<Incoming> ofInput, ref Row<Incoming> m, Rate lr, RunSteps n, [IsMatrix] bool isMatrix)
            {
                Row<Incoming> d = isMatrix ? g - Mean(g) : g;
                ofUnit = 0.5 * ofUnit + Mean(Abs(d));
                Row<Incoming> input = 0.5 * ofInput + UnitMax(Abs(d));
                ofInput = input;
                m = 0.5 * m + d / (0.1 + ofUnit + input) + Softmax(d) + (isMatrix ? OddPolynomial(0.1 * d / (1 + Sqrt(UnitSum(Sum(Square(d))))), 1, 2, 3) : d / n);
                return w - lr * (m + UnitMean(Sum(m)) / UnitCount(w) / w.Count);
            }
            """),
        ("a gradient that looks at its weights, whole tensors", FormulaKind.GradientTransform,
            "static Row<Element> F(Row<Element> g, Row<Element> w, ref State s, [Range(0, 1)] double share = 0.5) { s = share * s + Norm(g); return g / (1 + s) - share * Dot(g, w) / (1 + Dot(w, w)) * w; }"),
        ("an average over part of the run, which keeps a number of each weight", FormulaKind.Averaging,
            "static Scalar F(Scalar average, Scalar w, ref State slow, Progress done, StepCount t) { slow = slow + (w - slow) / t; return Where(Less(done, 0.25), w, 0.5 * average + 0.5 * slow); }"),
        ("a matrix of classes and groups, its product and its sums", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Group g) { Matrix<Class, Groups> m = 0.05 * Gram(Tanh(z), OneHot(g)); return Norm(Product(m, OneHot(g))) + Sum(RowSums(m) * Tanh(z)) / z.Count; }"),
        ("products of rows that are the same for all examples", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, ClassPrior p) => Total(Gram(p, p)) * Tanh(z[y]) + Mean(Product(Gram(p, p), Tanh(z)));"),
        ("the least eigenvalue, whose gradient is one row of the eigenvectors", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Group g) => Min(Eigenvalues(Gram(OneHot(g) * Tanh(z[y]), OneHot(g)) + Gram(OneHot(g), OneHot(g) * Tanh(z[y])))) + Tanh(z[y]);"),
        ("a number of a row for the whole batch, where another is greatest", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y) => BatchMean(Tanh(z))[ArgMax(BatchMean(Cos(z)))] * Tanh(z[y]) + OfOthers(Tanh(z[y]))[ArgMax(OfOthers(Mean(Tanh(z))))];"),
        ("a matrix of the data as a whole and by label", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Transition t) => Dot(Observed(t, y), Tanh(z)) + Mean(Tanh(z)) * Total(t * t) / z.Count + Mean(RowSums(t) * Tanh(z));"),
        ("means by label of what is the same for all examples, and of several values", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Group g, LearnedRow<Class> b) => Tanh(z[y]) * MeanBy(Mean(b), g) + Mean(Square(Tanh(z) - MeanByLabel(b, y))) + MeanBy(Tanh(z[y]), g) * MeanBy(CountBy(y), g);"),
        ("conditions that are known, and comparisons with itself", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, Learned a) => Mean(Tanh(z), And(Less(z, z[y] + a), And(LessOrEqual(z[y], 90000), Not(Less(1, 0.5))))) + Where(LessOrEqual(a, a), Tanh(z[y]), 0) + Mean(Tanh(z), Or(Less(z, a), Less(1, 0.5)));"),
        ("numbers that are kept for the run, one of them as it is", FormulaKind.Loss,
            "static Scalar F(Logits z, Label y, ref Running r, ref Running<Class> c) { c = 0.9 * c + 0.1 * BatchMean(z); return Tanh(z[y]) * r; }"),
        ("an exponential of a logit", FormulaKind.Loss, "static Scalar F([Domain(-60, 60)] Logits z, Label y) => Exp(z[y]) + Mean(Exp(-z));"),
    ];

    public static IEnumerable<(string Name, EagerFormula Formula)> All() => s_all.Select(f => ($"({f.Name})", EagerFormula.Of(f.Kind, f.Text)));
}
