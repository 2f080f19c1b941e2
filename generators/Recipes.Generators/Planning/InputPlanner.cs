using System.Globalization;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>Where the losses of a recipe find what they are given beside the first view's logits and the label.</summary>
internal static class InputPlanner
{
    /// <summary>The inputs that the terms' signatures ask for, each once, and those that say how long an axis is. What the recipe does not provide is left out; a rule says so.</summary>
    public static IReadOnlyList<LossInput> Plan(RecipeModel recipe, NetworkPlan network)
    {
        var inputs = new List<LossInput>();
        var seen = new HashSet<FormulaRole>();
        foreach (Declaration term in recipe.Of(DeclarationKind.Term))
        {
            foreach (FormulaParameter parameter in term.Formula!.Parameters)
            {
                Add(parameter.Role);
                Add(Measure(parameter.Axis));
                Add(Measure(parameter.Columns));
            }
        }
        return inputs;

        void Add(FormulaRole? role)
        {
            if (role is { } asked && seen.Add(asked) && Of(asked, recipe, network) is { } input) inputs.Add(input);
        }
    }

    /// <summary>The role whose input has as many entries as the axis of a row that is learned or kept.</summary>
    private static FormulaRole? Measure(FormulaAxis axis) => axis switch
    {
        FormulaAxis.Groups => FormulaRole.Group,
        FormulaAxis.Domains => FormulaRole.Domain,
        FormulaAxis.Output => FormulaRole.Targets,
        FormulaAxis.Feature => FormulaRole.Embedding,
        _ => null,
    };

    private static LossInput? Of(FormulaRole role, RecipeModel recipe, NetworkPlan network)
    {
        int width = network.Operations[network.Operations.Count - 1].Width;
        return role switch
        {
            FormulaRole.OtherLogits => new LossInput(role, "_logits", Length: width, Gradient: "_logitsGradient", View: 1),
            FormulaRole.SoftTarget => new LossInput(role, "TrainSoftTargets", "BatchRows", width),
            FormulaRole.Teacher => new LossInput(role, "TrainTeacherLogits", "BatchRows", width),
            FormulaRole.MultiLabel => new LossInput(role, "TrainTargets", "BatchRows", width),
            FormulaRole.ClassCounts => new LossInput(role, "ClassCounts", Length: width),
            FormulaRole.ClassPrior => new LossInput(role, "DrawnPrior", Length: width),
            FormulaRole.Transition => new LossInput(role, "Transition", Length: width),
            FormulaRole.Outputs => new LossInput(role, "_logits", Length: Count(recipe, DeclarationKind.Targets), Gradient: "_logitsGradient"),
            FormulaRole.Targets or FormulaRole.Target => new LossInput(role, "TrainTargets", "BatchRows", Count(recipe, DeclarationKind.Targets)),
            FormulaRole.Embedding => Embedding(role, network, firstRow: null),
            FormulaRole.OtherEmbedding => Embedding(role, network, firstRow: "Count"),
            FormulaRole.Group => new LossInput(role, "BatchGroups", Length: Count(recipe, DeclarationKind.Groups)),
            FormulaRole.Domain => new LossInput(role, "BatchDomains", Length: Count(recipe, DeclarationKind.Domains)),
            FormulaRole.SampleWeight => new LossInput(role, "TrainSampleWeights", "BatchRows"),
            FormulaRole.Progress => new LossInput(role, "((double)StepIndex / TotalSteps)"),
            FormulaRole.RunSteps => new LossInput(role, "(double)TotalSteps"),
            FormulaRole.StepCount => new LossInput(role, "(double)(StepIndex + 1)"),
            FormulaRole.ClassTotal => new LossInput(role, width.ToString(CultureInfo.InvariantCulture) + ".0"),
            FormulaRole.RowCount => new LossInput(role, "(double)TrainCount"),
            _ => null,
        };
    }

    private static LossInput Embedding(FormulaRole role, NetworkPlan network, string? firstRow)
    {
        PlannedOperation last = network.LastDense;
        // The features themselves are an embedding too, but no gradient changes them.
        bool isTrained = !ReferenceEquals(last, network.Operations[0]);
        return new LossInput(role, last.Input, Length: last.InputWidth, Gradient: isTrained ? StepBuffers.EmbeddingGradient : null, FirstRow: firstRow);
    }

    /// <summary>How many targets, groups or domains the recipe declares; 0 if it declares none.</summary>
    public static int Count(RecipeModel recipe, DeclarationKind kind) => (int)(recipe.First(kind)?.Number("count", 0) ?? 0);
}
