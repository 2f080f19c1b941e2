using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>Layers that are formulas: the calls in the step, and the members they call.</summary>
internal static class LayerWriter
{
    /// <summary>One struct serves all uses of an activation, its knobs being arguments; flags fold, so they make a struct of their own.</summary>
    public static string ActivationPrefix(PlannedFormula activation)
    {
        foreach ((string _, string _, double _, bool? flag) in activation.Parts.Knobs)
            if (flag is not null)
                return Names.Pascal(activation.Name);
        return Names.Pascal(activation.Declaration.Attribute);
    }

    public static string ActivationType(PlannedFormula activation) => ActivationPrefix(activation) + "Activation";

    /// <summary>The knobs' declared values as arguments; a layer's knobs are part of the network and do not move.</summary>
    public static string KnobValues(PlannedFormula formula)
    {
        var values = new List<string>();
        foreach ((string _, string _, double declared, bool? flag) in formula.Parts.Knobs)
            if (flag is null)
                values.Add(Literals.Literal((float)declared));
        return string.Join(", ", values);
    }

    public static string Forward(PlannedOperation operation, string team, string input, string output, string weights)
        => Prefix(operation) + "Forward(" + team + ", rows, " + input + ", " + output + ", " + weights + Tail(operation.Layer!) + ");";

    public static string Backward(PlannedOperation operation, string input, string outputGradient, string inputGradient)
        => Prefix(operation) + "Backward(Team, rows, " + input + ", " + outputGradient + ", " + inputGradient + ", Parameters" +
            (operation.LearnedSums.Length > 0 ? ", " + operation.LearnedSums + ", Gradients" : "") + Tail(operation.Layer!) + ");";

    /// <summary>The activation structs and row-wise functions of the network.</summary>
    public static void WriteMembers(SourceWriter writer, TrainerKernels kernels)
    {
        foreach (string layer in kernels.Layers) writer.WriteLine(layer.TrimEnd()).WriteLine();
    }

    private static string Prefix(PlannedOperation operation) => Names.Pascal(operation.Layer!.Name);

    private static string Tail(PlannedFormula formula)
    {
        string knobs = KnobValues(formula);
        return knobs.Length == 0 ? "" : ", " + knobs;
    }
}
