using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Tests.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Proofs;

namespace Recipes.Generators.Tests.Formulas.Mutants;

/// <summary>Wrong derivative rules, made mechanically from the right ones: the differences find every one of them.</summary>
public sealed class MutantTests
{
    private static readonly Lazy<MutantBench[]> s_benches = new(() =>
        [.. EagerFormula.Of(FormulaKind.Loss, MutantFormulas.Texts).Zip(MutantFormulas.Texts, (formula, text) => new MutantBench(formula, text))]);

    /// <summary>Mutants that compute the same gradient, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_equivalent = new()
    {
        ["Choice[1]: value for operand"] = "The gradient is that of the places where the condition holds; there Where(c, a, b) is a.",
        ["Choice[2]: value for operand"] = "The same where it does not hold: there it is b.",
        ["Greater[0]: operand for value"] = "The gradient is that of the places where b ≤ a; there max(a, b) is a.",
        ["Greater[1]: operand for value"] = "The same where a < b: there it is b.",
        ["Greater[1]: value for operand"] = "max(a, b) ≤ a holds where b ≤ a does.",
        ["Lesser[0]: operand for value"] = "The gradient is that of the places where a ≤ b; there min(a, b) is a.",
        ["Lesser[1]: operand for value"] = "The same where b < a: there it is b.",
        ["Lesser[1]: value for operand"] = "a ≤ min(a, b) holds where a ≤ b does.",
    };

    /// <summary>Rules that no formula of the language can use, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_unreachable = new()
    {
        [nameof(NodeKind.ExampleMaximum)] = "Only updates of parameters have it, and none is differentiated.",
        [nameof(NodeKind.ModelSum)] = "Only updates of parameters have it, and none is differentiated.",
        [nameof(NodeKind.OddPolynomial)] = "Only updates of parameters have it, and none is differentiated.",
        [nameof(NodeKind.Masked)] = "Only derivatives make it, and none is taken of them.",
        [nameof(Function.Trigamma)] = "Only the derivative of Digamma makes it.",
    };

    [Fact]
    public void The_formulas_use_every_rule_of_every_kind_and_function()
    {
        HashSet<DerivativeRule> used = [.. s_benches.Value.SelectMany(b => b.Used)];
        Assert.Empty(s_benches.Value.SelectMany(b => b.Expected).Distinct().Except(used));
        string[] kinds = [.. DerivativeRule.KindsWithRules().Except(used.Select(r => r.Kind)).Select(k => k.ToString())];
        string[] functions = [.. Enum.GetValues<Function>().Except([Function.None]).Except(used.Select(r => r.Function)).Select(f => f.ToString())];
        Assert.Equal(s_unreachable.Keys.Order(StringComparer.Ordinal), kinds.Concat(functions).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_mutant_is_killed_or_listed_as_equivalent()
    {
        MutantBench[] benches = [.. s_benches.Value.OrderBy(b => b.Code.Length)];
        KernelHost[] right = MutantBench.Compile([.. benches.Select(b => b.Code)]);
        for (int i = 0; i < benches.Length; i++) Assert.True(benches[i].Agrees(right[i]), benches[i].Text);

        // Each mutant meets the formulas that it changes one after the other until one of them kills it; the mutants of a round are compiled together.
        List<(string Name, IEnumerator<(MutantBench Bench, string? Code)> Trials)> alive =
        [
            .. from rule in benches.SelectMany(b => b.Used).Distinct()
               from mutation in Mutation.All
               let name = $"{rule}: {mutation.Name}"
               where s_equivalent.ContainsKey(name) || Thoroughness.Includes(name, 3)
               select (name, Trials(benches, rule, mutation).GetEnumerator()),
        ];
        alive.RemoveAll(mutant => !mutant.Trials.MoveNext());
        int count = alive.Count;
        var survivors = new List<string>();
        while (alive.Count > 0)
        {
            // What the generator refuses is dead as well.
            alive.RemoveAll(mutant => mutant.Trials.Current.Code is null);
            KernelHost[] hosts = MutantBench.Compile([.. alive.Select(m => m.Trials.Current.Code!)]);
            var next = new List<(string Name, IEnumerator<(MutantBench Bench, string? Code)> Trials)>();
            for (int i = 0; i < hosts.Length; i++)
            {
                if (!alive[i].Trials.Current.Bench.Agrees(hosts[i])) continue;
                if (alive[i].Trials.MoveNext()) next.Add(alive[i]);
                else survivors.Add(alive[i].Name);
            }

            alive = next;
        }

        Assert.True(count > (Thoroughness.IsFull ? 250 : 80), $"There are only {count} mutants.");
        // In words, as a list that differs is cut short.
        string missed = string.Join("; ", survivors.Except(s_equivalent.Keys).Order(StringComparer.Ordinal));
        Assert.True(missed.Length == 0, $"Of {count} mutants these survive: {missed}.");
        Assert.Empty(s_equivalent.Keys.Except(survivors));
    }

    /// <summary>The formulas for which a mutation of a rule writes other code.</summary>
    private static IEnumerable<(MutantBench Bench, string? Code)> Trials(MutantBench[] benches, DerivativeRule rule, Mutation mutation) =>
        benches.Where(b => b.Used.Contains(rule)).Select(b => (Bench: b, Code: b.Write(mutation.At(rule)))).Where(trial => trial.Code != trial.Bench.Code);
}
