using System.Reflection;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Mutants;

/// <summary>A formula of the tests with the differences that its gradient must agree with.</summary>
internal sealed class MutantBench
{
    private const int Classes = 5;
    private const int Examples = 7;

    /// <summary>A float's gradient is off by some units of its last place, a difference in double by 1e-9; a wrong rule by far more than this.</summary>
    private const double Tolerance = 2e-4;

    private readonly LossCase _loss;
    private readonly LossInputs _inputs;
    private readonly double[] _differences;

    public MutantBench(EagerFormula formula, string text)
    {
        Text = text;
        _loss = new LossCase(new TermCase(formula, 1.3));
        _inputs = LossInputs.Random(text.Length, Examples, Classes, scale: 1);
        _differences = Differences();
        var used = new HashSet<DerivativeRule>();
        var nodes = new HashSet<DerivativeRule>();
        Code = Write((_, node, _, operand, part) =>
        {
            used.Add(DerivativeRule.Of(node, operand));
            nodes.UnionWith(DerivativeRule.Expected(node));
            return (operand, part);
        })!;
        Used = used;
        Expected = nodes;
    }

    public string Text { get; }

    /// <summary>The code with the right rules.</summary>
    public string Code { get; }

    /// <summary>The rules that were used.</summary>
    public IReadOnlySet<DerivativeRule> Used { get; }

    /// <summary>The rules that the nodes on the gradient's way have operands for.</summary>
    public IReadOnlySet<DerivativeRule> Expected { get; }

    /// <summary>The members of a host, named <c>Generated</c>; null if the loss is refused.</summary>
    public string? Write(GradientMutation mutation)
    {
        LossKernelResult result = LossKernel.Write(_loss.Request(Classes, Examples), mutation);
        return result.Problem is null ? _loss.HostClass("Generated", Classes, Examples, result) : null;
    }

    /// <summary>Whether a gradient is the differences.</summary>
    public bool Agrees(KernelHost host)
    {
        LossOutputs outputs = _loss.Run(host, _inputs);
        double[] gradient = [.. outputs.LogitsGradient[0].SelectMany(row => row), .. outputs.LearnedGradient];
        double size = _differences.Max(Math.Abs);
        for (int i = 0; i < gradient.Length; i++)
            if (!(Math.Abs(gradient[i] - _differences[i]) <= Tolerance * size)) return false;
        return true;
    }

    /// <summary>Compiles hosts, all at once; one host for equal codes.</summary>
    public static KernelHost[] Compile(IReadOnlyList<string> codes)
    {
        List<string> distinct = [.. codes.Distinct()];
        Assembly assembly = Emitted.Compile(Emitted.OnlyWidth(Emitted.Usings + string.Join("\n", distinct.Select((code, i) => $"namespace N{i} {{\n{code}\n}}")), 128));
        KernelHost[] hosts = [.. distinct.Select((_, i) => (KernelHost)Activator.CreateInstance(assembly.GetType($"N{i}.Generated")!)!)];
        return [.. codes.Select(code => hosts[distinct.IndexOf(code)])];
    }

    /// <summary>Central differences by every logit and learned number, with what is stopped held still.</summary>
    private double[] Differences()
    {
        var held = new DetachedValues();
        held.Record(() => _loss.Eager(_inputs).Loss);
        var differences = new List<double>();
        foreach (double[] numbers in (double[][])[.. _inputs.Logits[0], _inputs.Learned])
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                double before = numbers[i];
                double At(double x)
                {
                    numbers[i] = x;
                    return held.Replay(() => _loss.Eager(_inputs).Loss);
                }

                differences.Add((At(before + 1e-5) - At(before - 1e-5)) / 2e-5);
                numbers[i] = before;
            }
        }

        return [.. differences];
    }
}
