using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The loss of a recipe: Σ over terms of weight · weighting(mean over the batch).</summary>
/// <param name="Classes">Entries of a row of logits.</param>
/// <param name="BatchSize">The most examples of a step.</param>
/// <param name="Views">Rows of logits per example; a mixed term reads the last view, the others the first.</param>
/// <param name="Terms">The loss terms, in order.</param>
/// <param name="LogitTransforms">What is applied to the logits before every term, in order.</param>
/// <param name="TermWeighting">What is applied to each term's mean; null for nothing.</param>
/// <param name="WeighsRows">Whether an example counts as much as <c>ClassWeights</c> says for its label.</param>
internal sealed record LossKernelRequest(
    int Classes,
    int BatchSize,
    int Views,
    EquatableArray<TermRequest> Terms,
    EquatableArray<BoundFormula> LogitTransforms = default,
    BoundFormula? TermWeighting = null,
    bool WeighsRows = false);

/// <summary>A term of a loss.</summary>
/// <param name="Name">Its name in the recipe.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="WeightExpression">A C# expression of type double; 0 while the term is not active.</param>
/// <param name="Mixed">Whether the example is a mixture of two, and the term that of its values for both labels.</param>
/// <param name="LearnedOffset">The offset in <c>Parameters</c> of what the term weighting learns for this term.</param>
internal sealed record TermRequest(string Name, BoundFormula Formula, string WeightExpression, bool Mixed = false, int? LearnedOffset = null);

/// <summary>The emitted loss.</summary>
/// <param name="Members">Fields and methods of the trainer, <c>AllocateLossScratch()</c> among them.</param>
/// <param name="Call">The statement that computes value and gradient of a step.</param>
/// <param name="ScratchBytes">Bytes that <c>AllocateLossScratch()</c> allocates.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record LossKernelResult(string Members, string Call, long ScratchBytes, EquatableArray<string> Summary, string? Problem = null);
