using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Weights that are made of latent numbers.</summary>
/// <param name="Formula">The parametrisation.</param>
/// <param name="Latents">Where its further trained numbers are among the parameters.</param>
/// <param name="Tensors">The tensors, in order of their place; the weight matrices are the ones that it makes.</param>
/// <param name="ParameterFloats">Floats of the parameters, gaps included.</param>
/// <param name="StateStart">Where its states may begin in the optimizer's state.</param>
internal sealed record ParametrizationRequest(
    BoundFormula Formula, EquatableArray<LatentPlaces> Latents, EquatableArray<ParameterTensor> Tensors, int ParameterFloats, int StateStart);

/// <summary>The places of a trained parameter of a parametrisation.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Starts">Where each tensor has it among the parameters; −1 for those that have none.</param>
internal sealed record LatentPlaces(string Parameter, EquatableArray<int> Starts);

/// <summary>The emitted parametrisation.</summary>
/// <param name="Members">Fields and methods of the trainer, <c>AllocateParametrization()</c> among them; they use its fields <c>_chunks</c>, <c>_latents</c> and <c>_weights</c>.</param>
/// <param name="Start">The statements that set what it starts at; empty if nothing is to be done.</param>
/// <param name="Make">The statements that make <c>_weights</c> of <c>_latents</c>.</param>
/// <param name="Pull">The statements that turn the gradients by the weights into those by the latent numbers, and keep what the next step needs.</param>
/// <param name="ByRows">Whether chunks of matrices are whole rows.</param>
/// <param name="StateFloats">Floats that are kept from step to step.</param>
/// <param name="StateFills">What of them does not start at 0.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ParametrizationResult(
    string Members, EquatableArray<string> Start, EquatableArray<string> Make, EquatableArray<string> Pull, bool ByRows, int StateFloats,
    EquatableArray<StateFill> StateFills, EquatableArray<string> Summary, string? Problem = null);

/// <summary>Writes a parametrisation: its start, the weights, and the product of a gradient by the weights with their derivative.</summary>
internal static class ParametrizationKernel
{
    /// <summary>Writes it, or says why it cannot be.</summary>
    public static ParametrizationResult Write(ParametrizationRequest request)
    {
        var members = new SourceWriter();
        var allocations = new List<string>();
        bool byRows = false;
        string? problem = null;
        EquatableArray<string> Part(ParametrizationPart part)
        {
            ParameterKernelResult kernel = ParameterKernel.Run(new ParametrizationProgram(request, part));
            problem ??= kernel.Problem;
            if (kernel.Call.Count == 0) return [];
            members.Write(kernel.Members);
            allocations.Add($"Allocate{ParametrizationProgram.NameOf(part)}();");
            byRows |= kernel.ByRows;
            return kernel.Call;
        }

        bool starts = request.Formula.Formula.Parameters.Any(p => p.Role == FormulaRole.IsStart);
        EquatableArray<string> start = starts ? Part(ParametrizationPart.Start) : [];
        EquatableArray<string> make = Part(ParametrizationPart.Weights);
        EquatableArray<string> pull = Part(ParametrizationPart.Gradients);
        var states = new StatePlaces(request);
        if (problem is not null) return new ParametrizationResult("", [], [], [], false, 0, [], [], problem);
        members.WriteLine("/// <summary>Takes memory for what the weights' parametrisation needs from pass to pass.</summary>");
        using (members.Open("private void AllocateParametrization()"))
            foreach (string allocation in allocations) members.WriteLine(allocation);
        string also = request.Latents.Count == 0 ? "" : $" and {string.Join(", ", request.Latents.Select(l => l.Parameter))}";
        string[] summary =
        [
            $"Weight matrices are made by {request.Formula.Formula.Name} of latent numbers{also}, which are what is trained; models hold the weights that are made.",
        ];
        return new ParametrizationResult(members.ToString(), start, make, pull, byRows, states.Floats, [.. states.Fills], [.. summary]);
    }
}
