using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>What a kept value of an update has one of.</summary>
internal enum StateScope
{
    Element,
    Unit,
    Incoming,
    Tensor,
    Run,
    /// <summary>One per element, in the buffer of the averages.</summary>
    Average,
}

/// <summary>A value that an update keeps from step to step.</summary>
internal sealed class ParameterState(string name, StateScope scope, double initial)
{
    /// <summary>The name of its inputs in the graph.</summary>
    public string Name { get; } = name;

    public StateScope Scope { get; } = scope;

    public double Initial { get; } = initial;

    /// <summary>The buffer that it is in.</summary>
    public string Buffer { get; set; } = "OptimizerState";

    /// <summary>The kinds of tensors that keep it.</summary>
    public HashSet<ParameterVariant> Users { get; } = [];

    /// <summary>Where it begins when every tensor keeps a number per element, laid out as the parameters; else −1.</summary>
    public int Block { get; set; } = -1;

    /// <summary>Where it begins for each tensor; −1 for those that do not keep it.</summary>
    public int[] Starts { get; set; } = [];

    /// <summary>The field with <see cref="Starts"/>, of a state that has one.</summary>
    public string StartsField { get; set; } = "";

    public int LengthOf(ParameterTensor tensor) => LengthOf(Scope, tensor);

    public static int LengthOf(StateScope scope, ParameterTensor tensor) => scope switch
    {
        StateScope.Element => tensor.Length,
        StateScope.Unit => tensor.Units,
        StateScope.Incoming => tensor.Incoming,
        _ => 1,
    };
}

/// <summary>The kept values of an update, and their places in the state's buffer.</summary>
internal sealed class ParameterStates(IReadOnlyDictionary<string, StatePlace> places)
{
    private const int Alignment = 16; // floats: one cache line

    private readonly List<ParameterState> _all = [];

    public IReadOnlyList<ParameterState> All => _all;

    public int Floats { get; private set; }

    public List<StateFill> Fills { get; } = [];

    /// <summary>The state behind a parameter of a formula; its name tells formulas apart.</summary>
    public ParameterState Of(BoundFormula formula, FormulaParameter parameter, FormulaRole view)
    {
        string name = $"{formula.Prefix}.{parameter.Name}";
        ParameterState? known = _all.Find(s => s.Name == name);
        if (known is not null) return known;
        known = new ParameterState(name, ScopeOf(parameter, view), parameter.Initial);
        if (places.TryGetValue(name, out StatePlace place)) (known.Buffer, known.Starts) = (place.Buffer, place.Starts);
        _all.Add(known);
        return known;
    }

    /// <summary>What there is one of, of a parameter of a formula that is over <paramref name="view"/>.</summary>
    public static StateScope ScopeOf(FormulaParameter parameter, FormulaRole view) => parameter.Role switch
    {
        FormulaRole.Averaged => StateScope.Average,
        FormulaRole.Running => StateScope.Run,
        FormulaRole.RunningRow when parameter.Axis == FormulaAxis.Incoming => StateScope.Incoming,
        FormulaRole.ElementRow or FormulaRole.IncomingRow => StateScope.Element,
        FormulaRole.Learned => StateScope.Tensor,
        FormulaRole.State or FormulaRole.Latent => view switch { FormulaRole.Scalar => StateScope.Element, FormulaRole.IncomingRow => StateScope.Unit, _ => StateScope.Tensor },
        _ => throw new FormulaLimitException($"'{parameter.Name}' is not something that an update keeps"),
    };

    /// <summary>Gives every state that is used a place: numbers per element of all tensors first, then what some tensors keep, then what the run keeps.</summary>
    public void Place(ParameterProgram program, IReadOnlyList<ParameterVariant> variantOf, IReadOnlyCollection<ParameterVariant> variants)
    {
        _all.RemoveAll(s => s.Users.Count == 0);
        foreach (ParameterState state in _all.Where(s => s.Scope == StateScope.Element && s.Starts.Length == 0 && variants.All(s.Users.Contains)))
        {
            state.Block = Floats;
            Take(program.ParameterFloats, state.Initial);
        }

        foreach (ParameterState state in _all.Where(s => s.Block < 0 && s.Starts.Length == 0 && s.Scope is not (StateScope.Run or StateScope.Average)))
        {
            state.Starts = new int[program.Tensors.Count];
            for (int t = 0; t < state.Starts.Length; t++)
                state.Starts[t] = state.Users.Contains(variantOf[t]) ? Take(state.LengthOf(program.Tensors[t]), state.Initial) : -1;
        }

        // A number of the run is a double, in two floats.
        foreach (ParameterState state in _all.Where(s => s.Scope == StateScope.Run)) state.Block = Take(2, 0);
    }

    private int Take(int floats, double initial)
    {
        int start = Floats;
        Floats += (floats + Alignment - 1) / Alignment * Alignment;
        if (initial != 0) Fills.Add(new StateFill(start, floats, initial));
        return start;
    }
}
