using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Losses over more than classes: pairs of examples, features, targets, groups, matrices, order, and what is kept.</summary>
public sealed class WideLossTests
{
    /// <summary>Formulas for the corners of the language; some are published losses in short.</summary>
    public static TheoryData<string> Formulas() =>
    [
        // Masks as operands of every reduction; a row that is masked whole.
        "static Scalar F(Logits z, Label y) { Condition<Class> other = Less(OneHot(y, z), 0.5); Condition<Class> high = Greater(z, 1); return LogSumExp(z, other) - z[y] + 0.1 * Max(z, other) - 0.2 * Min(z, other) + Mean(Square(z), high) + Sum(Softmax(z, other) * z) + 0.01 * Count(high) * z[y] + Sum(LogSoftmax(z, other)) / z.Count; }",
        // A second view.
        "static Scalar F(Logits z, OtherLogits v) => Dot(Softmax(z), LogSoftmax(z) - LogSoftmax(v)) + 0.3 * Sum(Square(z - v));",
        // Distributions, several labels, a teacher, counts and priors.
        "static Scalar F(Logits z, SoftTarget q) => -Dot(q, LogSoftmax(z));",
        "static Scalar F(Logits z, MultiLabel t, double gamma = 2) => Mean(-(t * Pow(Sigmoid(-z), gamma) * -Softplus(-z) + (1 - t) * -Softplus(z)));",
        "static Scalar F(Logits z, Label y, Teacher t, double temperature = 3) { Row<Class> p = Softmax(t / temperature); return temperature * temperature * Dot(p, Log(p) - LogSoftmax(z / temperature)) - LogSoftmax(z)[y]; }",
        "static Scalar F(Logits z, Label y, ClassCounts n, ClassPrior prior, double tau = 1) { Row<Class> a = z + tau * Log(prior) - Pow(n, -0.25); return LogSumExp(a) - a[y]; }",
        "static Scalar F(Logits z, Label y, Transition t) => -Log(Dot(Softmax(z), Observed(t, y)));",
        // Numbers of the step and of the example.
        "static Scalar F(Logits z, Label y, SampleWeight w, Progress done, ClassTotal classes) => -w * LogSoftmax(z)[y] * (1 + done) + Sum(Square(z)) / classes;",
        // Regressions of one block and of two, with one target and with several.
        "static Scalar F(Outputs z, Targets y) => Mean(Square(z - y));",
        "static Scalar F(Outputs mean, Outputs logVariance, Targets y) => 0.5 * Mean(logVariance + Square(y - mean) * Exp(-logVariance));",
        // Pairs of examples: contrast over an embedding, normalised, against another view, and symmetric.
        "static Scalar F(Embedding h, Label y, double tau = 0.5) { Row<Feature> u = h / Norm(h); Row<Other> s = PairDot(u, u) / tau; Condition<Other> others = Not(IsSelf(s)); Condition<Other> positive = And(Same(y), others); return -Mean(LogSoftmax(s, others), positive); }",
        "static Scalar F(Embedding h, OtherEmbedding v, double tau = 0.2) { Row<Feature> a = h / Norm(h); Row<Feature> b = v / Norm(v); Row<Other> s = PairDot(a, b) / tau; Condition<Other> self = IsSelf(s); return -0.5 * (Sum(LogSoftmax(s), self) + Sum(LogSoftmax(Transpose(s)), self)); }",
        "static Scalar F(Logits z, Label y) { Scalar confidence = Max(Softmax(z)); Scalar correct = Where(Equal(ArgMax(z), y), 1, 0); Row<Other> d = confidence - OfOthers(confidence); Row<Other> k = Exp(-Abs(d) / 0.4); return Sum(k * (confidence - correct) * OfOthers(confidence - correct)) / BatchCount(correct); }",
        "static Scalar F(Embedding h) { Row<Other> s = PairDot(h, h); Row<Feature> m = SumOfOthers(Softmax(s / 4), h); return Sum(Square(h - m)); }",
        // A margin of the hardest pairs, with ranks.
        "static Scalar F(Embedding h, Label y) { Row<Other> d = Sum(Square(h)) + OfOthers(Sum(Square(h))) - 2 * PairDot(h, h); return Max(Max(d, Same(y)) - Min(d, Not(Same(y))) + 0.3, 0); }",
        // Order within a row and over the batch.
        "static Scalar F(Logits z, Label y) => Sum(z, Less(Rank(z), 2)) - z[y] + Sum(Sorted(z) * Exp(-0.3 * Indices(z)));",
        "static Scalar F(Logits z, Label y) { Scalar l = -LogSoftmax(z)[y]; return Where(Less(BatchRank(l), 0.5 * BatchCount(l)), l, 0) + 0.1 * BatchSorted(l) * BatchSum(l); }",
        "static Scalar F(Embedding h, OtherEmbedding v) { Row<Feature> first = BatchSorted(h); Row<Feature> second = BatchSorted(v); return Sum(Square(first - second) * Exp(-0.2 * Indices(h))) + 0.1 * Sum(h * BatchRank(v)) / BatchCount(Sum(h)) + Norm(first); }",
        "static Scalar F(Logits z, Label y) { Row<Other> s = PairDot(z, z); return Sum(Tanh(BatchSorted(s / 20)) * OfOthers(z[y])); }",
        // Matrices: a cross-correlation of two views, a covariance, a product, what is learned.
        "static Scalar F(Embedding h, OtherEmbedding v) { Row<Feature> a = h - BatchMean(h); Row<Feature> b = v - BatchMean(v); Matrix<Feature, Feature> c = Gram(a, b) / BatchCount(Sum(h)); return Total(Square(c - Identity(c))) + 0.3 * Sum(Square(Diagonal(c) - 1)); }",
        "static Scalar F(Embedding h) { Matrix<Feature, Feature> c = Gram(h, h) / BatchCount(Sum(h)); Matrix<Feature, Feature> d = Multiply(c, c) - 0.1 * Transpose(c); return Total(d) + Sum(Square(RowSums(ScaleRows(c, Diagonal(c)) + ScaleColumns(c, RowSums(c))))); }",
        "static Scalar F(Embedding h) { Matrix<Feature, Feature> c = Gram(h, h) / BatchCount(Sum(h)); Matrix<Feature, Feature> s = c + 0.5 * Identity(c); return Total(Square(Inverse(s))) / 10 - LogDeterminant(s); }",
        "static Scalar F(Embedding h) { Row<Feature> u = h / Norm(h); Matrix<Feature, Feature> c = Gram(u, u) / BatchCount(Sum(h)); Row<Feature> e = Max(Eigenvalues(c), 1e-4); return Sum(e * Log(e)); }",
        "static Scalar F(Embedding h, Label y, LearnedMatrix<Class, Feature> w, LearnedRow<Class> b, Logits z) { Row<Class> s = Product(w, h) + b + 0 * z; return LogSumExp(s) - s[y] + 0.01 * Total(Square(w)); }",
        // A row for the whole batch at the place of each example's greatest number.
        "static Scalar F(Embedding h, LearnedMatrix<Class, Feature> w, Logits z, Label y) { Row<Class> s = Product(w, h) / Sqrt(RowSums(Square(w)) + 1); return Max(s) * Max(s) + 0.1 * z[y]; }",
        "static Scalar F(Logits z, Label y) { Row<Class> p = Softmax(z); Matrix<Class, Class> c = Gram(p, p); return (Total(c) - Sum(Diagonal(c))) / BatchCount(z[y]) - LogSoftmax(z)[y]; }",
        // Groups and domains.
        "static Scalar F(Logits z, Label y, Group g) { Scalar l = -LogSoftmax(z)[y]; return MeanBy(l, g) * l + CountBy(g) * 0.01 * l + CountBy(y) * 0.02 * l; }",
        "static Scalar F(Logits z, Label y, Group g, ref Running<Groups> q, double eta = 0.1) { Scalar l = -LogSoftmax(z)[y]; Row<Groups> n = BatchSum(OneHot(g)); Row<Groups> m = BatchSum(OneHot(g) * l) / Max(n, 1); Row<Groups> w = q * Exp(eta * m); q = w / Sum(w); return Dot(Stop(q), m); }",
        "static Scalar F(Embedding h, Domain d) => Sum(Square(MeanBy(h, d) - BatchMean(h)));",
        // What is kept for the run and for each train row; what ascends.
        "static Scalar F(Logits z, Label y, ref Running level, ref ExampleMemory last) { Scalar l = -LogSoftmax(z)[y]; level = 0.9 * level + 0.1 * BatchMean(l); last = 0.7 * last + 0.3 * l; return l * Exp(-level) + Square(last - l); }",
        "static Scalar F(Logits z, Label y, Learned scale, LearnedRow<Class> offset) { Row<Class> a = Exp(scale) * z + offset; return LogSumExp(a) - a[y]; }",
        // A condition of the step's own numbers, in the phase that knows them and in a later one.
        "static Scalar F(Logits z, Label y, Learned scale, [Initial(-1)] ref Running level) { Scalar l = -LogSoftmax(z * Min(Exp(Min(scale, 5)), 1.5))[y]; level = Where(Less(level, 0), BatchMean(l), 0.9 * level + 0.1 * BatchMean(l)); return Where(And(Greater(l, level), Less(scale, 3)), l, 0.5 * l); }",
        // Two axes meet, three times.
        "static Scalar F(Logits z, Embedding h, Label y) { Scalar l = -LogSoftmax(z)[y]; Scalar n = Norm(h); Row<Other> k = Exp(-0.5 * Square(n - OfOthers(n))); Scalar near = Sum(k * OfOthers(l)) / Sum(k); return l * n + Square(near - l) + BatchMean(n * near); }",
    ];

    [Theory, MemberData(nameof(Formulas))]
    public void Agrees_with_the_eager_formula(string text)
    {
        var loss = new LossCase(new TermCase(EagerFormula.Of(FormulaKind.Loss, text), 1.3));
        foreach (int bits in (int[])[512, 256, 128])
        {
            foreach (int classes in (int[])[6, 70])
            {
                using KernelHost host = loss.Compile(classes, 70, bits);
                foreach (int count in bits == 512 ? (int[])[70, 5] : [66])
                    LossChecks.Check(loss, host, LossInputs.Random(classes + count, count, classes, loss.Views, scale: 1.5) with { Blocks = loss.Blocks }, places: 16, tolerance: 1e-5, gradientTolerance: 4e-5);
            }
        }
    }

    [Fact]
    public void Terms_over_different_axes_in_one_loss()
    {
        var loss = new LossCase(
            new TermCase(EagerFormula.Library("CrossEntropy"), 0.7),
            new TermCase(EagerFormula.Of(FormulaKind.Loss, "static Scalar F(Embedding h, Label y) { Row<Other> s = PairDot(h, h) / 5; return -Mean(LogSoftmax(s), Same(y)); }"), 0.3));
        using KernelHost host = loss.Compile(10, 40, 512);
        LossChecks.Check(loss, host, LossInputs.Random(3, 40, 10), places: 24, tolerance: 1e-5, gradientTolerance: 4e-5);
    }

    [Fact]
    public void What_ascends_has_the_opposite_gradient()
    {
        double Gradient(string mark)
        {
            var loss = new LossCase(new TermCase(EagerFormula.Of(FormulaKind.Loss, $"static Scalar F(Logits z, Label y, {mark}Learned s) => Exp(s) * z[y];")));
            using KernelHost host = loss.Compile(5, 8, 512);
            return loss.Run(host, LossInputs.Random(1, 8, 5)).LearnedGradient[0];
        }

        double down = Gradient("");
        Assert.NotEqual(0, down);
        Assert.Equal(-down, Gradient("[Ascends] "));
    }
}
