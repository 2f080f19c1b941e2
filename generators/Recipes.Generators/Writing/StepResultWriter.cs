using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>The result of one step: the loss, each term under its own name, the rate and the gradient's norm.</summary>
internal static class StepResultWriter
{
    public static void Write(SourceWriter writer, StepPlan plan)
    {
        writer.WriteLine("/// <summary>One optimizer step: the loss, and each term's mean over the batch before its weight.</summary>");
        string parameters = "double Loss, ";
        foreach (PlannedTerm term in plan.Terms) parameters += "double " + term.Name + ", ";
        using (writer.Open("public readonly record struct StepResult(" + parameters + "double LearningRate, double GradientNorm, int Rows, bool EndsEpoch)"))
        {
            writer.WriteLine("/// <summary>The term with this name.</summary>");
            using (writer.Open("public double this[string term] => term switch", ";"))
            {
                foreach (PlannedTerm term in plan.Terms) writer.WriteLine(Literals.Literal(term.Name) + " => " + term.Name + ",");
                writer.WriteLine("_ => throw new ArgumentException($\"The recipe has no term '{term}'.\", nameof(term)),");
            }
        }
        writer.WriteLine();
    }
}
