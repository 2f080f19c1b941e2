using System.Collections.Generic;
using System.Linq;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>What of a parametrisation is computed.</summary>
internal enum ParametrizationPart
{
    /// <summary>What latent numbers and states start at.</summary>
    Start,
    /// <summary>The weights.</summary>
    Weights,
    /// <summary>Gradients by the latent numbers, of those by the weights; and the states after the step.</summary>
    Gradients,
}

/// <summary>A part of a parametrisation as passes over the parameters. Tensors that are no weight matrices are left alone.</summary>
internal sealed class ParametrizationProgram(ParametrizationRequest request, ParametrizationPart part) : ParameterProgram(request.Tensors, request.ParameterFloats)
{
    public override string Name => NameOf(part);

    public override string OnlyPass => part switch { ParametrizationPart.Start => "StartMatrices", ParametrizationPart.Weights => "MakeWeights", _ => "PullGradients" };

    public override string Title => part switch
    {
        ParametrizationPart.Start => "What the latent numbers of the weights start at",
        ParametrizationPart.Weights => "Weights, of latent numbers",
        _ => "Gradients by latent numbers, of those by the weights",
    };

    public override string Contents => request.Formula.Formula.Name + part switch
    {
        ParametrizationPart.Start => ", before the first step",
        ParametrizationPart.Weights => "",
        _ => ", pulled back",
    };

    public override IReadOnlyList<BoundFormula> Formulas { get; } = [request.Formula];

    public override bool TellsMatrices => true;

    public override IReadOnlyDictionary<string, StatePlace> Places { get; } = new StatePlaces(request, part == ParametrizationPart.Weights ? "_latents" : "Parameters").All;

    public override void Bind(ParameterBinder binder, ParameterVariant variant)
    {
        if (variant.IsMatrix == true) binder.Bind(request, part);
    }

    public override string BufferOf(string name) => name switch
    {
        "gradient" => "Gradients",
        "weight" => "_weights",
        _ => part == ParametrizationPart.Weights ? "_latents" : "Parameters",
    };

    public static string NameOf(ParametrizationPart part) => part switch { ParametrizationPart.Start => "Start", ParametrizationPart.Weights => "Weights", _ => "Pull" };
}

/// <summary>Where a kept or trained value of a formula is.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Starts">Where each tensor has it there; −1 for those that have none.</param>
internal sealed record StatePlace(string Buffer, int[] Starts);

/// <summary>The places of all that a parametrisation keeps and trains, the same for all its parts.</summary>
internal sealed class StatePlaces
{
    private const int Alignment = 16; // floats: one cache line

    private readonly Dictionary<string, StatePlace> _all = [];

    public StatePlaces(ParametrizationRequest request, string latents = "Parameters")
    {
        FormulaRole view = request.Formula.Formula.Parameters[0].Role;
        foreach (LatentPlaces latent in request.Latents) _all[$"{request.Formula.Prefix}.{latent.Parameter}"] = new StatePlace(latents, [.. latent.Starts]);
        foreach (FormulaParameter parameter in request.Formula.Formula.Parameters.Skip(1))
        {
            if (!parameter.ByReference || parameter.Role is FormulaRole.Learned or FormulaRole.Latent) continue;
            StateScope scope = ParameterStates.ScopeOf(parameter, view);
            var starts = new int[request.Tensors.Count];
            for (int t = 0; t < starts.Length; t++) starts[t] = request.Tensors[t].IsMatrix ? Take(request.StateStart, ParameterState.LengthOf(scope, request.Tensors[t]), parameter.Initial) : -1;
            _all[$"{request.Formula.Prefix}.{parameter.Name}"] = new StatePlace("OptimizerState", starts);
        }
    }

    public IReadOnlyDictionary<string, StatePlace> All => _all;

    /// <summary>Floats of all states.</summary>
    public int Floats { get; private set; }

    public List<StateFill> Fills { get; } = [];

    private int Take(int first, int floats, double initial)
    {
        int start = first + Floats;
        Floats += (floats + Alignment - 1) / Alignment * Alignment;
        if (initial != 0) Fills.Add(new StateFill(start, floats, initial));
        return start;
    }
}
