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
/// <param name="WeighsExamples">Whether an example counts as much as <c>TrainSampleWeights</c> says for its row.</param>
/// <param name="Inputs">What the formulas are given beside logits and label.</param>
internal sealed record LossKernelRequest(
    int Classes,
    int BatchSize,
    int Views,
    EquatableArray<TermRequest> Terms,
    EquatableArray<BoundFormula> LogitTransforms = default,
    BoundFormula? TermWeighting = null,
    bool WeighsRows = false,
    EquatableArray<LossInput> Inputs = default,
    bool WeighsExamples = false);

/// <summary>Where a loss finds what its formulas are given beside the first view's logits and the label.</summary>
/// <param name="Role">What it is given.</param>
/// <param name="Source">
/// A field of the trainer: a <c>NativeBuffer&lt;float&gt;</c> of rows, of one number per example, or of one row for the run (class counts); a
/// <c>NativeBuffer&lt;int&gt;</c> of groups; or a C# expression of type double for one number of the step (progress).
/// </param>
/// <param name="Index">A <c>NativeBuffer&lt;int&gt;</c> that gives the row of each example in <paramref name="Source"/>; null when they lie in the order of the batch.</param>
/// <param name="Length">Entries of a row, or the number of groups.</param>
/// <param name="Gradient">Where the gradient goes, laid out as <paramref name="Source"/>; null for what takes none.</param>
/// <param name="View">For the logits of another view: which one.</param>
/// <param name="FirstRow">A C# expression that is added to the example's number to get its row; null for nothing.</param>
internal sealed record LossInput(FormulaRole Role, string Source, string? Index = null, int Length = 0, string? Gradient = null, string? FirstRow = null, int View = 0);

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
