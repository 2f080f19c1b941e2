using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Writing;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>A formula that is in the language and yet too much for the compiler in this recipe.</summary>
internal sealed class NotCompiledRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NotCompiled, "The formulas of a recipe can be compiled",
        "The formula of {0} cannot be compiled into this recipe: {1}; write it shorter or make the network smaller",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NotCompiled + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Plan is not { } plan || new TrainerKernels(plan).Problem is not { } problem) return;
        if (FindOwner(plan) is { } owner) context.Report(Descriptor, owner, RecipeContext.Show(owner), problem);
        else context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name, problem);
    }

    /// <summary>The formula that cannot be compiled even with as little as possible around it; null if only all of them together cannot.</summary>
    private static Declaration? FindOwner(StepPlan plan)
    {
        foreach (PlannedTerm term in plan.Terms)
            if (LossOf(plan, term, null) is not null)
                return term.Formula.Declaration;
        foreach (PlannedFormula transform in plan.LogitTransforms)
            if (LossOf(plan, plan.Terms[0], transform) is not null)
                return transform.Declaration;
        if (UpdateOf(plan, null) is not null) return plan.Optimizer.Declaration;
        foreach (PlannedFormula transform in plan.GradientTransforms)
            if (UpdateOf(plan, transform) is not null)
                return transform.Declaration;
        if (plan.Averaging is { } averaging && ParameterKernel.Write(TrainerKernels.UpdateOf(plan, [], averaging)).Problem is not null) return averaging.Declaration;
        if (plan.Parametrization is { } parametrization && ParametrizationKernel.Write(TrainerKernels.ParametrizationOf(plan, parametrization, 0)).Problem is not null)
            return parametrization.Formula.Declaration;
        foreach (PlannedOperation operation in plan.Operations)
            if (operation.Activation is { } activation && ActivationKernel.Write(TrainerKernels.Bind(activation)).Problem is not null)
                return activation.Declaration;
        return null;
    }

    private static string? LossOf(StepPlan plan, PlannedTerm term, PlannedFormula? transform) => LossKernel.Write(new LossKernelRequest(
        plan.Classes, plan.BatchSize, plan.Views, [new TermRequest(term.Name, TrainerKernels.Bind(term.Formula), "1", term.Mixed, term.LearnedOffset)],
        transform is null ? [] : [TrainerKernels.Bind(transform)], null, plan.Weighting is not null)).Problem;

    private static string? UpdateOf(StepPlan plan, PlannedFormula? transform) =>
        ParameterKernel.Write(TrainerKernels.UpdateOf(plan, transform is null ? [] : [transform], null)).Problem;
}
