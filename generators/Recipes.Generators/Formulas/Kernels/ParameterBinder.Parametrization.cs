using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>Parametrisations of weights.</content>
internal sealed partial class ParameterBinder
{
    /// <summary>Fills in the results of a part of a parametrisation; they are not cut yet.</summary>
    public void Bind(ParametrizationRequest request, ParametrizationPart part)
    {
        BoundFormula formula = request.Formula;
        FormulaRole view = ViewOf(formula);
        var places = new Placement(this, formula, view);
        var given = new List<(FormulaParameter Parameter, ParameterState? State, Node Input)>();
        BoundBody body = arguments.Bind(formula, p =>
        {
            if (p.Role == FormulaRole.IsStart) return part == ParametrizationPart.Start;
            if (given.Count > 0 && !p.ByReference && !IsTrained(p)) return Step(p);
            ParameterState? state = given.Count == 0 ? null : states.Of(formula, p, view);
            StateScope scope = state?.Scope ?? StateScope.Element;
            state?.Users.Add(variant);
            Node input = places.Of(p.Name, state is null ? Element("latent") : graph.Input(state.Name, AxesOf(scope)), SeenAxes(scope, view));
            given.Add((p, state, input));
            return input;
        });

        List<ParameterResult> results = part switch
        {
            ParametrizationPart.Weights => [new ParameterResult(body.Result, null, "weight")],
            ParametrizationPart.Gradients => Gradients(body, given, places.Of("gradient", Element("gradient"), SeenAxes(StateScope.Element, view))),
            _ => [],
        };
        if (part != ParametrizationPart.Weights)
        {
            foreach ((FormulaParameter parameter, ParameterState? state, Node input) in given)
            {
                if (!parameter.ByReference || !body.Assigned.TryGetValue(parameter.Name, out Node value) || ReferenceEquals(value, input)) continue;
                if (part == ParametrizationPart.Gradients && (state is null || IsTrained(parameter)))
                    throw new FormulaLimitException($"'{parameter.Name}' is trained, and is assigned in every step; assign it where the [IsStart] switch is set");
                results.Add(new ParameterResult(value, state, parameter.Name));
            }
        }

        Node[] placed = Substitution.Attach(graph, places.Resolve([.. results.Select(r => r.Value)]));
        for (int i = 0; i < placed.Length; i++)
        {
            Node value = results[i].State is { } state ? Check(placed[i], state, results[i].Name) : placed[i];
            variant.Results.Add(results[i] with { Value = value });
        }
    }

    /// <summary>The gradients by what is trained, as a gradient arrives at each weight.</summary>
    private List<ParameterResult> Gradients(BoundBody body, List<(FormulaParameter Parameter, ParameterState? State, Node Input)> given, Node arriving)
    {
        if (body.Result.Axes != arriving.Axes) throw new FormulaLimitException("its result is not a number for each weight");
        var trained = given.Where((g, i) => i == 0 || IsTrained(g.Parameter)).ToList();
        RefuseWithoutGradient(body.Result, [.. trained.Select(t => t.Input)]);
        Node[] gradients = Gradient.Of(graph, body.Result, arriving, [.. trained.Select(t => t.Input)]);
        return [.. trained.Select((t, i) => new ParameterResult(gradients[i], t.State, t.State is null ? "gradient" : t.Parameter.Name, "Gradients"))];
    }

    /// <summary>What goes over a whole tensor or model and has no derivative here must be stopped: it would lose its gradient without a word.</summary>
    private static void RefuseWithoutGradient(Node result, HashSet<Node> trained)
    {
        var seen = new HashSet<Node>();
        var waiting = new Stack<Node>([result]);
        while (waiting.Count > 0)
        {
            Node node = waiting.Pop();
            if (node.Kind == NodeKind.Detached || !seen.Add(node)) continue;
            string? what = node.Kind switch
            {
                NodeKind.RowMaximum or NodeKind.ExampleMaximum => "a maximum",
                NodeKind.ModelSum => "a sum over the model",
                NodeKind.OddPolynomial => "a polynomial of a matrix",
                _ => null,
            };
            if (what is not null && Reachable.From(node.Operands).Exists(trained.Contains)) throw new FormulaLimitException($"{what} has no gradient in a parametrisation; write Stop(…) around it");
            for (int i = node.Kind == NodeKind.StraightThrough ? 1 : 0; i < node.Operands.Length; i++) waiting.Push(node.Operands[i]);
        }
    }

    /// <summary>Whether a parameter after the first is trained: what is not passed by reference is, and of that what says that it is.</summary>
    private static bool IsTrained(FormulaParameter parameter) =>
        parameter.Role is FormulaRole.Latent or FormulaRole.Learned || (!parameter.ByReference && parameter.Role is FormulaRole.ElementRow or FormulaRole.IncomingRow);
}
