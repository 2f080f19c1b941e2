using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Every formula of every kind: what is emitted against the eager run.</summary>
/// <remarks>A formula that is added to the library is held to all of this without a line of its own.</remarks>
public sealed class FormulaProofTests
{
    public static TheoryData<string> Names() => ProofLibrary.Names();

    [Theory, MemberData(nameof(Names))]
    public void Values_and_gradients_agree_with_the_eager_run(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            int places = ProofChecks.Places;
            foreach (Dictionary<string, object> knobs in KnobSettings.Ends(proof.Variant.Formula.Definition))
            {
                ProofTrial trial = proof.Try(generated, ProofPoint.Moderate, knobs);
                string what = $"{proof.Variant}, {string.Join(", ", knobs.Select(k => $"{k.Key} = {k.Value}"))}";
                ProofChecks.ValuesAgree(trial, what);
                ProofChecks.GradientsAgree(trial, places, what);
                // The defaults come first.
                if (!Thoroughness.IsFull) places = ProofChecks.Places / 3;
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void All_is_finite_at_both_ends_of_every_knob(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            foreach (Dictionary<string, object> knobs in KnobSettings.Ends(proof.Variant.Formula.Definition))
            {
                foreach (ProofPoint point in ProofPoints.Inside)
                {
                    string? infinite = ProofChecks.Infinite(proof.Try(generated, point, knobs));
                    Assert.True(infinite is null, $"{proof.Variant}: {infinite} is not finite where inputs are {point} and {string.Join(", ", knobs.Select(k => $"{k.Key} = {k.Value}"))}.");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_domain_is_declared_where_the_mathematics_overflows_and_nowhere_else(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            FormulaDefinition formula = proof.Variant.Formula.Definition;
            bool declares = formula.Parameters.Any(p => proof.Variant.Formula.Domains(p.Role).Any(domain => domain is not null));
            bool overflows = KnobSettings.Ends(formula).Any(knobs => ProofChecks.Infinite(proof.Try(generated, ProofPoint.Beyond, knobs)) is not null);
            Assert.Equal(declares, overflows);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_NaN_goes_as_far_as_in_the_eager_run(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            ProofTrial trial = proof.Try(generated, ProofPoint.Moderate, KnobSettings.Defaults(proof.Variant.Formula.Definition));
            if (trial.Movable.Count == 0) continue;
            trial.Movable[0].Numbers[^1] = double.NaN;
            Assert.Equal(trial.Eager().Select(double.IsNaN), trial.Run().Values.Select(double.IsNaN));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Splitting_the_batch_changes_no_bit(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            ProofTrial whole = proof.Try(generated, ProofPoint.Moderate, KnobSettings.Defaults(proof.Variant.Formula.Definition));
            if (whole.Halves() is not { } halves) continue;
            double[] values = whole.Run().Values, parts = [.. halves.First.Run().Values.Skip(1), .. halves.Second.Run().Values.Skip(1)];
            // The first value is the batch's mean.
            Assert.Equal(values.Skip(1), parts);
            // Half the batch, twice the weight of an example: exact, as is every power of 2, but for numbers that are too small to keep all of their digits. The least that does
            // is 1.2e-38; what is some tens of times as large may be the product of a number below it.
            Dictionary<string, double[]> gradients = OfExamples(whole), first = OfExamples(halves.First), second = OfExamples(halves.Second);
            foreach ((string kind, double[] gradient) in gradients)
                Assert.All(gradient.Zip([.. first[kind], .. second[kind]]), pair => Assert.True(2 * pair.First == pair.Second || Math.Abs(pair.First) < 1e-36, $"{2 * pair.First:R} and {pair.Second:R}"));
        }
    }

    /// <summary>The gradients by numbers that each example has of its own, by the first word of their names.</summary>
    private static Dictionary<string, double[]> OfExamples(ProofTrial trial) => trial.Movable.Zip(trial.Run().Gradients, (m, g) => (m.Name, Gradient: g))
        .Where(m => m.Name.Contains(" of example ", StringComparison.Ordinal))
        .GroupBy(m => m.Name.Split(' ')[0], m => m.Gradient).ToDictionary(g => g.Key, g => g.SelectMany(row => row).ToArray());

    [Theory, MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        foreach ((ProofCase proof, Type generated) in ProofLibrary.Of(name))
        {
            ProofTrial trial = proof.Try(generated, ProofPoint.Moderate, KnobSettings.Defaults(proof.Variant.Formula.Definition));
            trial.Run();
            if (trial.Step is not { } step) continue;
            step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++) step();
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
