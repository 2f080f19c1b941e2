using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Losses that look at the whole batch, remember, learn, or mix.</summary>
public sealed class BatchLossTests
{
    private static readonly int[] s_classes = [2, 10, 37, 65, 130];

    public static TheoryData<string> Losses() => LibraryFormulas.Names(FormulaKind.Loss);

    [Theory, MemberData(nameof(Losses))]
    public void Every_loss_of_the_library(string name)
    {
        var formula = EagerFormula.Library(name);
        // Differences of the loss are not its gradient where a value is held fixed: GoldenLossTests has the gradients of those.
        bool holds = formula.Definition.Parameters.Any(p => p.Role == FormulaRole.Memory) || formula.Definition.Text.Contains("Stop(", StringComparison.Ordinal);
        foreach (int bits in (int[])[512, 256, 128])
        {
            foreach (int classes in (int[])[10, 70])
            {
                var loss = new LossCase(new TermCase(formula));
                using KernelHost host = loss.Compile(classes, 40, bits);
                LossChecks.Check(loss, host, LossInputs.Random(classes, 40, classes), places: holds ? 0 : 24, tolerance: 4e-6, gradientTolerance: 2e-5);
            }
        }
    }

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Means_over_the_batch(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = 0.1 }),
        new TermCase(EagerFormula.Library("PredictionDiversity"), 0.5)) { WeighsRows = true });

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Means_by_label(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("ConditionalMutualInformation"), 2), new TermCase(EagerFormula.Library("CrossEntropy"))));

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Memory_of_rows(int bits) => Check(bits, new LossCase(new TermCase(EagerFormula.Library("CrossEntropy")), new TermCase(EagerFormula.Library("EarlyLearning"), 3)));

    [Fact]
    public void A_row_that_is_drawn_twice_keeps_what_its_last_slot_says()
    {
        var loss = new LossCase(new TermCase(EagerFormula.Library("EarlyLearning"), 3));
        using KernelHost host = loss.Compile(10, 64, 512);
        LossInputs inputs = LossInputs.Random(4, 64, 10);
        for (int i = 0; i < 64; i++) inputs.Rows[i] = i % 7;
        LossChecks.Check(loss, host, inputs);
    }

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Terms_with_learned_weights(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Squentropy"), 0.3)) { TermWeighting = EagerFormula.Library("UncertaintyWeights") });

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Clipped_logits_of_two_terms(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Focal"), 0.3)) { Transforms = [(EagerFormula.Library("LogitClip"), new() { ["maximum"] = 2.5 })] });

    [Fact]
    public void Two_terms_behind_a_transform_share_one_exponential_per_class()
    {
        var loss = new LossCase(new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Focal"), 0.3)) { Transforms = [(EagerFormula.Library("LogitClip"), null)] };
        foreach (int classes in (int[])[10, 100])
        {
            string pass = loss.Source(classes, 64, out _).Split("LossPass1Of512(int task)")[1].Split("LossPass1Of256")[0];
            // One in the loop over whole vectors, one in that over the rest.
            Assert.Equal(classes == 10 ? 1 : 2, pass.Split("VectorMath.Exp(").Length - 1);
        }
    }

    [Theory]
    [InlineData(512, 1), InlineData(256, 1), InlineData(128, 1), InlineData(512, 2), InlineData(128, 2)]
    public void Mixed_examples(int bits, int views) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = 0.1 }),
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.5, new() { ["labelSmoothing"] = 0.05 }, Mixed: true),
        new TermCase(EagerFormula.Library("Focal"), 0.5, Mixed: true)) { Views = views, WeighsRows = views == 2 });

    /// <summary>Formulas that no paper has, each for a corner of the language.</summary>
    public static TheoryData<string> Odd() =>
    [
        // A maximum and its index, a comparison of rows, a minimum.
        "static Scalar F(Logits z, Label y) => Softplus(1 + Max(z - 5 * OneHot(y, z)) - z[y]) + Sum(Where(Less(z, z[y]), Square(z - 1), Max(z, 0.5))) - 0.1 * Min(z);",
        // Batch means inside of functions, of rows and of numbers; stopped gradients.
        "static Scalar F(Logits z, Label y) { Scalar l = -LogSoftmax(z)[y]; Scalar m = BatchMean(l); return Square(l - m) + 0.3 * Exp(-BatchMean(Square(l - Stop(m)))) * l + BatchMean(l * Tanh(m)); }",
        // Means by label of numbers and rows, and what they are near to.
        "static Scalar F(Logits z, Label y) { Row<Class> centre = MeanByLabel(z, y); return Sum(Square(z - centre)) / z.Count + Norm(centre - BatchMean(z)) + Abs(MeanByLabel(z[y], y) - z[y]); }",
        // Learned numbers.
        "static Scalar F(Logits z, Label y, Learned scale, Learned margin) { Row<Class> a = Softplus(scale) * (z - Sigmoid(margin) * OneHot(y, z)); return LogSumExp(a) - a[y] + 0.01 * Square(scale); }",
        // Generalised cross-entropy: a power of a probability, with a runtime exponent.
        "static Scalar F(Logits z, Label y, double q = 0.7) => (1 - Pow(Softmax(z)[y], q)) / q;",
        // Powers of a row, products of probabilities, an entropy, a second softmax at another temperature.
        "static Scalar F(Logits z, Label y, double t = 2, double g = 1.5) { Row<Class> p = Softmax(z / t); Row<Class> q = Softmax(z); return Sum(q * (Log(q) - Log(p))) * t * t + Sum(Pow(1 - p, g) * q) + Dot(p, p) - Log(1 - 0.5 * q[y]); }",
        // Distances between conditions, Or, Not, Clamp, Sign, Erf, Cos, Log1p, Expm1 of rows.
        "static Scalar F(Logits z, Label y) => Sum(Where(Or(Less(z, -1), Not(LessOrEqual(z, 1))), Clamp(z, -2, 2), Erf(z) * Cos(z))) + Mean(Log1p(Square(z)) - Expm1(-Abs(z))) + Sign(z[y]) * z[y];",
        // The gradient passes a batch mean, a mean by label and a learned number at once.
        "static Scalar F(Logits z, Label y, Learned s) { Row<Class> p = Softmax(z); Row<Class> d = p - MeanByLabel(p, y); return Exp(s) * Sum(Square(d)) / (0.1 + Sum(Square(BatchMean(p)))); }",
        // Nothing varies along the row, or along the batch.
        "static Scalar F(Logits z, Label y) => 3;",
        "static Scalar F(Logits z, Label y) { Row<Class> m = BatchMean(z); return LogSumExp(m) - Mean(m) + Max(m); }",
    ];

    [Theory, MemberData(nameof(Odd))]
    public void Odd_ones(string text)
    {
        foreach (int bits in (int[])[512, 256, 128]) Check(bits, new LossCase(new TermCase(EagerFormula.Of(FormulaKind.Loss, text), 1.3)), [5, 70]);
    }

    private static void Check(int bits, LossCase loss, int[]? classCounts = null)
    {
        foreach (int classes in classCounts ?? s_classes)
        {
            using KernelHost host = loss.Compile(classes, 70, bits);
            foreach (int count in (int[])[70, 66, 5, 1])
                LossChecks.Check(loss, host, LossInputs.Random(classes + count, count, classes, loss.Views, scale: 1.5), places: 24, tolerance: 4e-6, gradientTolerance: 2e-5);
        }
    }
}
