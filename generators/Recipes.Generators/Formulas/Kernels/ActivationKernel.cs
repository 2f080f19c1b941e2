using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The emitted activation.</summary>
/// <param name="Text">The struct.</param>
/// <param name="TypeName">Its name.</param>
/// <param name="Arguments">What its constructor takes: the float value of each knob, in the order of the formula, separated by commas.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ActivationKernelResult(string Text, string TypeName, string Arguments, string? Problem = null);

/// <summary>Writes an activation as a struct that implements <c>IActivation</c>.</summary>
internal static class ActivationKernel
{
    public static ActivationKernelResult Write(BoundFormula activation)
    {
        try
        {
            return WriteStruct(activation);
        }
        catch (FormulaLimitException problem)
        {
            return new ActivationKernelResult("", "", "", problem.Message);
        }
    }

    private static ActivationKernelResult WriteStruct(BoundFormula activation)
    {
        var graph = new FormulaGraph();
        var arguments = new FormulaArguments(graph);
        Node x = graph.Input("x", Axes.Example);
        Node value = arguments.Bind(activation, p => p.Role == FormulaRole.Scalar
            ? x
            : throw new FormulaLimitException($"'{p.Name}' is not something that an activation is given")).Result;
        Node derivative = Gradient.Of(graph, value, graph.One, [x])[0];
        Node[] outputs = Substitution.Attach(graph, [value, derivative]);
        var lowering = new Lowering(graph);
        Operation input = lowering.Lower(x);
        Operation[] lowered = [.. outputs.Select(lowering.Lower)];

        List<BoundKnob> knobs = [.. activation.Formula.Parameters.Where(p => p.Role == FormulaRole.Knob).Select(p => Knob(activation, p))];
        string name = activation.Prefix + "Activation";
        var output = new SourceWriter();
        output.WriteLine($"/// <summary>{activation.Formula.Name} and its derivative, elementwise.</summary>");
        using (output.Open($"private readonly struct {name}({string.Join(", ", knobs.Select(k => $"float {k.Parameter}"))}) : IActivation"))
        {
            Dictionary<Operation, string> fields = WriteFields(output, activation, lowered);
            for (int i = 0; i < 2; i++)
            {
                foreach (int bits in VectorArithmetic.Widths)
                    WriteMethod(output, i == 0 ? "Value" : "Derivative", new VectorArithmetic(bits), lowered[i], input, fields);
            }
        }

        return new ActivationKernelResult(output.ToString(), name, string.Join(", ", knobs.Select(k => $"(float){LossKernel.Atom(k.Expression)}")));
    }

    /// <summary>Values that do not depend on x, computed when the struct is made.</summary>
    private static Dictionary<Operation, string> WriteFields(SourceWriter output, BoundFormula activation, Operation[] outputs)
    {
        var fields = new Dictionary<Operation, string>();
        var names = new NameTable("x");
        foreach (Operation scalar in Frontier.Of(outputs))
        {
            string name = fields[scalar] = "_" + names.Unique(NameTable.Meaning(scalar));
            string text = DoubleText.Of(scalar, o => o.Kind == Operator.Input ? $"(double){o.Name.Substring(activation.Prefix.Length + 1)}" : null);
            output.WriteLine($"private readonly float {name} = (float)({text});");
        }

        if (fields.Count > 0) output.WriteLine();
        return fields;
    }

    private static void WriteMethod(SourceWriter output, string method, VectorArithmetic vector, Operation result, Operation x, Dictionary<Operation, string> fields)
    {
        output.WriteLine("/// <inheritdoc/>");
        output.WriteLine("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (output.Open($"public {vector.Type} {method}({vector.Type} x)"))
        {
            var writer = new ExpressionWriter(vector, output, new NameTable("x"))
            {
                Outside = o => fields.TryGetValue(o, out string field) ? vector.Create(field) : null,
                ExponentTest = p => fields.TryGetValue(p.Operands[1], out string field) ? $"{field} == {Literals.Literal((float)p.Value)}" : null,
            };
            writer.Define(x, "x");
            writer.Write([result], o => !fields.ContainsKey(o));
            output.WriteLine($"return {writer.Use(result)};");
        }
    }

    private static BoundKnob Knob(BoundFormula formula, FormulaParameter parameter)
    {
        foreach (BoundKnob knob in formula.Knobs)
            if (knob.Parameter == parameter.Name) return knob;
        throw new FormulaLimitException($"'{parameter.Name}' has no value");
    }
}
