namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Losses of one pass over the batch: values against the eager formulas, gradients against differences of them.</summary>
public sealed class PlainLossTests
{
    private static LossCase Smoothed(double smoothing = 0.1) =>
        new(new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = smoothing }), new TermCase(EagerFormula.Library("Focal"), 0.3));

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Two_terms_share_a_softmax(int bits)
    {
        foreach (int classes in (int[])[2, 3, 10, 17, 37, 65, 1003])
        {
            LossCase loss = Smoothed();
            using KernelHost host = loss.Compile(classes, 64, bits);
            foreach (int count in (int[])[1, 5, 64]) LossChecks.Check(loss, host, LossInputs.Random(classes + count, count, classes));
        }
    }

    [Theory]
    [InlineData(0.0), InlineData(0.5), InlineData(1.0), InlineData(1.7), InlineData(2.0), InlineData(5.0)]
    public void Focal_at_every_exponent_and_where_it_saturates(double gamma)
    {
        foreach (double declared in (double[])[gamma, 2])
        {
            var loss = new LossCase(new TermCase(EagerFormula.Library("Focal"), 1, new() { ["gamma"] = gamma }, Declared: new() { ["gamma"] = declared }));
            foreach (int classes in (int[])[5, 70])
            {
                using KernelHost host = loss.Compile(classes, 16, 512);
                LossChecks.Check(loss, host, LossInputs.Random(3, 16, classes));
                // An example that is certain and right: 1 − p is 0, and 0 to the power γ − 1 must not meet 0.
                LossInputs saturated = LossInputs.Random(4, 16, classes);
                for (int i = 0; i < 16; i++) saturated.Logits[0][i][saturated.Labels[i]] = i % 2 == 0 ? 300 : 17;
                LossOutputs outputs = loss.Run(host, saturated);
                Assert.All(outputs.LogitsGradient[0].SelectMany(r => r), g => Assert.True(double.IsFinite(g)));
                Assert.Equal(loss.Eager(saturated).Loss, outputs.Loss, 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(10, 512), InlineData(10, 256), InlineData(10, 128), InlineData(100, 512), InlineData(100, 256), InlineData(100, 128)]
    public void A_common_offset_ties_and_large_logits(int classes, int bits)
    {
        LossCase loss = Smoothed();
        using KernelHost host = loss.Compile(classes, 8, bits);
        LossInputs inputs = LossInputs.Random(9, 8, classes);
        for (int c = 0; c < classes; c++)
        {
            // Offsets that floats of this size carry exactly: multiples of 2⁻⁹.
            inputs.Logits[0][0][c] = 10_000 + (Math.Round(inputs.Logits[0][0][c] * 512) / 512);
            inputs.Logits[0][1][c] = -10_000 + (Math.Round(inputs.Logits[0][1][c] * 512) / 512);
            inputs.Logits[0][2][c] = 0;
            inputs.Logits[0][3][c] = c % 2 == 0 ? 1 : 0;
        }

        inputs.Logits[0][4][inputs.Labels[4]] = -10_000;
        inputs.Logits[0][5][(inputs.Labels[5] + 1) % classes] = 500;
        LossChecks.Check(loss, host, inputs);
    }

    [Theory]
    [InlineData(10, 512), InlineData(10, 256), InlineData(10, 128), InlineData(100, 512), InlineData(100, 256), InlineData(100, 128)]
    public void A_NaN_reaches_the_loss_and_an_infinite_one_too(int classes, int bits)
    {
        LossCase loss = Smoothed();
        using KernelHost host = loss.Compile(classes, 8, bits);
        for (int place = 0; place < classes; place += 3)
        {
            foreach (double bad in (double[])[double.NaN, double.PositiveInfinity])
            {
                LossInputs inputs = LossInputs.Random(place, 8, classes);
                inputs.Logits[0][6][place] = bad;
                LossOutputs outputs = loss.Run(host, inputs);
                Assert.True(double.IsNaN(outputs.Loss));
                Assert.True(double.IsNaN(outputs.TermValues[0][6]));
                Assert.True(double.IsFinite(outputs.TermValues[0][5]));
            }
        }
    }

    [Theory]
    [InlineData(10), InlineData(100)]
    public void A_masked_class_costs_nothing(int classes)
    {
        LossCase loss = Smoothed(0);
        using KernelHost host = loss.Compile(classes, 8, 512);
        LossInputs inputs = LossInputs.Random(2, 8, classes);
        for (int i = 0; i < 8; i++) inputs.Logits[0][i][(inputs.Labels[i] + 1) % classes] = double.NegativeInfinity;
        LossOutputs outputs = loss.Run(host, inputs);
        // With no smoothing 0 · −∞ would be NaN in real arithmetic too, so only the focal term is asked.
        Assert.All(outputs.TermValues[1], v => Assert.True(double.IsFinite(v)));
    }
}
