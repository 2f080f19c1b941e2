using System.Reflection;
using Recipes.Generators.Formulas;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Every formula of the library, emitted and compiled, those of one kind at once.</summary>
internal static class ProofLibrary
{
    /// <summary>What a kind of formula is emitted as. A kind that is added to the language gets a line here.</summary>
    private static readonly Dictionary<FormulaKind, (Func<ProofVariant, ProofCase> Case, int[] Lengths)> s_kinds = new()
    {
        [FormulaKind.Loss] = (v => new LossProof(v), s_lengths),
        [FormulaKind.LogitTransform] = (v => new LossProof(v), s_lengths),
        [FormulaKind.TermWeighting] = (v => new LossProof(v), s_lengths),
        [FormulaKind.Layer] = (v => new LayerProof(v), s_lengths),
        // One that learns is a layer to the compiler.
        [FormulaKind.Activation] = (v => v.Formula.Definition.Parameters.Any(p => p.Role == FormulaRole.Learned) ? new LayerProof(v with { Length = 37 }) : new ActivationProof(v), [1]),
        [FormulaKind.Parametrization] = (v => new ParametrizationProof(v), s_lengths),
        [FormulaKind.Optimizer] = (v => new UpdateProof(v), s_lengths),
        [FormulaKind.GradientTransform] = (v => new UpdateProof(v), s_lengths),
        [FormulaKind.Averaging] = (v => new UpdateProof(v), s_lengths),
        [FormulaKind.Schedule] = (v => new NumberProof(v), [1]),
        [FormulaKind.Weighting] = (v => new NumberProof(v), [1]),
    };

    // Shorter than a vector; the lanes' longest unrolled; no multiple of a vector; long rows, with a rest.
    private static int[] s_lengths => [3, 10, 37, 1003];

    private static readonly Dictionary<FormulaKind, Lazy<Dictionary<string, List<(ProofCase Case, Type? Generated)>>>> s_compiled =
        Enum.GetValues<FormulaKind>().ToDictionary(kind => kind, kind => new Lazy<Dictionary<string, List<(ProofCase, Type?)>>>(() => Compile(kind)));

    /// <summary>Names of the library's formulas, and of those that only test the language.</summary>
    public static TheoryData<string> Names() => [.. Formulas().Keys.Order(StringComparer.Ordinal)];

    /// <summary>The formula's variants that belong to this run, each with the compiled class.</summary>
    public static IEnumerable<(ProofCase Case, Type Generated)> Of(string name)
    {
        foreach ((ProofCase proof, Type? generated) in s_compiled[Formulas()[name].Definition.Kind].Value[name])
        {
            Assert.True(proof.Problem is null, $"{proof.Variant}: {proof.Problem}");
            yield return (proof, generated!);
        }
    }

    public static IReadOnlyDictionary<string, EagerFormula> Formulas() => s_formulas.Value;

    private static readonly Lazy<Dictionary<string, EagerFormula>> s_formulas = new(() =>
        LibraryFormulas.All.Keys.Select(name => (Name: name, Formula: EagerFormula.Library(name))).Concat(OddFormulas.All())
            .Where(f => s_kinds.ContainsKey(f.Formula.Definition.Kind)).ToDictionary(f => f.Name, f => f.Formula));

    private static Dictionary<string, List<(ProofCase Case, Type? Generated)>> Compile(FormulaKind kind)
    {
        (string Name, ProofCase Case)[] cases = [.. Formulas().Where(f => f.Value.Definition.Kind == kind).SelectMany(f => Variants(f.Key, f.Value).Select(v => (f.Key, s_kinds[kind].Case(v))))];
        var compiled = new Dictionary<string, List<(ProofCase Case, Type? Generated)>>();
        foreach ((string, ProofCase Case)[] some in cases.Chunk(200))
        {
            string[] texts = [.. some.Select(c => c.Case)
                .Select((proof, i) => (Proof: proof, Index: i, Text: proof.Write()))
                .Where(c => c.Proof.Problem is null)
                .Select(c => $"namespace N{c.Index} // {c.Proof.Variant}\n{{\n{Emitted.OnlyWidth(c.Text, c.Proof.Variant.Bits)}\n}}")];
            Assembly assembly = Emitted.Compile(Emitted.Usings + string.Join("\n", texts));
            for (int i = 0; i < some.Length; i++)
            {
                (string name, ProofCase proof) = some[i];
                if (!compiled.TryGetValue(name, out List<(ProofCase, Type?)>? list)) compiled[name] = list = [];
                list.Add((proof, assembly.GetType($"N{i}.Generated")));
            }
        }

        return compiled;
    }

    private static IEnumerable<ProofVariant> Variants(string name, EagerFormula formula)
    {
        int[] lengths = s_kinds[formula.Definition.Kind].Lengths;
        // The longest rows of the sample are costly: every third formula has them, the others one of the shorter.
        IEnumerable<int> chosen = Thoroughness.IsFull || lengths.Length == 1 ? lengths
            : Thoroughness.Includes(name, 3) ? [lengths[^1]] : Thoroughness.Variants(name, lengths[..^1]);
        FormulaParameter[] flags = [.. formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Flag)];
        foreach (int length in chosen)
        {
            foreach (int bits in Thoroughness.Variants(name + length, 512, 256, 128))
            {
                yield return new(name, formula, length, bits, []);
                foreach (FormulaParameter flag in flags) yield return new(name, formula, length, bits, new() { [flag.Name] = !(flag.DefaultFlag ?? false) });
            }
        }
    }
}
