using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The operations of a loss: every output of it, and all that they need.</summary>
/// <remarks>
/// What lies beneath n reductions over the batch is known in phase n and used from pass n on. A pass computes the values of an example anew
/// rather than store rows of them.
/// </remarks>
internal sealed class LossPlan
{
    private readonly LossObjective _objective;
    private readonly Lowering _lowering;

    public LossPlan(LossObjective objective)
    {
        _objective = objective;
        _lowering = new Lowering(objective.Graph);
        Operation Lower(Node node) => _lowering.Lower(node);
        Loss = Lower(objective.Loss);
        TermMeans = [.. objective.TermMeans.Select(Lower)];
        TermValues = [.. objective.TermValues.Select(Lower)];
        LearnedGradients = [.. objective.LearnedGradients.Select(g => (g.Offset, Lower(g.Gradient)))];
        Memories = [.. objective.Memories.Select(m => (m.Buffer, Lower(m.NewValue)))];
        Label = Lower(objective.Label);
        PartnerLabel = Lower(objective.PartnerLabel);
        Share = Lower(objective.Share);
        ClassWeights = Lower(objective.ClassWeights);
        Logits = objective.Logits.ToDictionary(l => l.Key, l => Lower(l.Value));
        MemoryInputs = [.. objective.MemoryInputs.Select(m => (Lower(m.Key), m.Value))];
        bool inRows = objective.Graph.RowLength.Value > Emission.LoopEmitter.LongestTile;
        foreach (KeyValuePair<int, Node> gradient in objective.LogitsGradients)
        {
            // A one-hot part of a long row is one addition, not a comparison at every place.
            var points = new List<(Operation, Operation)>();
            Node smooth = inRows ? TakePoints(gradient.Value, points) : gradient.Value;
            Gradients[gradient.Key] = (Lower(smooth), points);
        }

        RowGradients = [.. objective.RowGradients.Select(g => (g.Place, Lower(g.Gradient)))];
        LearnedRowGradients = [.. objective.LearnedRowGradients.Select(g => (g.Offset, Lower(g.Gradient)))];
        Running = [.. objective.Running.Select(r => (r.Slot, Lower(r.NewValue)))];
        Numbers = [.. objective.Numbers.Select(n => (n.Buffer, Lower(n.NewValue)))];
        All = ReachableFrom(
            [Loss, .. TermMeans, .. TermValues, .. LearnedGradients.Select(g => g.Gradient), .. Memories.Select(m => m.NewValue),
             .. Gradients.Values.Select(g => g.Smooth), .. Gradients.Values.SelectMany(g => g.Points).SelectMany(p => new[] { p.Value, p.Label }),
             .. RowGradients.Select(g => g.Gradient), .. LearnedRowGradients.Select(g => g.Gradient), .. Running.Select(r => r.NewValue), .. Numbers.Select(n => n.NewValue)]);
        Barriers = [.. All.Where(o => o.IsBarrier)];
    }

    public Operation Loss { get; }

    public List<Operation> TermMeans { get; }

    public List<Operation> TermValues { get; }

    public List<(int Offset, Operation Gradient)> LearnedGradients { get; }

    public List<(int Offset, Operation Gradient)> LearnedRowGradients { get; }

    public List<(RowPlace Place, Operation Gradient)> RowGradients { get; }

    public List<(BoundSlot Slot, Operation NewValue)> Running { get; }

    public List<(string Buffer, Operation NewValue)> Numbers { get; }

    public List<(string Buffer, Operation NewValue)> Memories { get; }

    public List<(Operation Input, string Buffer)> MemoryInputs { get; }

    public Operation Label { get; }

    public Operation PartnerLabel { get; }

    public Operation Share { get; }

    public Operation ClassWeights { get; }

    public Dictionary<int, Operation> Logits { get; }

    /// <summary>Per view the gradient by its logits: a row, and numbers to be added at labels.</summary>
    public Dictionary<int, (Operation Smooth, List<(Operation Value, Operation Label)> Points)> Gradients { get; } = [];

    /// <summary>Every operation, operands first.</summary>
    public List<Operation> All { get; }

    /// <summary>Every reduction over the batch, and all else that is not part of a pass.</summary>
    public List<Operation> Barriers { get; }

    /// <summary>The operation of an input; null if nothing needs it.</summary>
    public Operation? Find(Node input) => _lowering.Lower(input) is var operation && All.Contains(operation) ? operation : null;

    /// <summary>The pass that stores a gradient.</summary>
    public static int GradientStage((Operation Smooth, List<(Operation Value, Operation Label)> Points) gradient) =>
        gradient.Points.Select(p => p.Value.Stage).Concat([gradient.Smooth.Stage]).Max();

    private Node TakePoints(Node gradient, List<(Operation, Operation)> points)
    {
        FormulaGraph graph = _objective.Graph;
        var rest = new List<(double, Node)>();
        (double, Node)[] terms = gradient.Kind == NodeKind.Total ? [.. gradient.Operands.Select((o, i) => (gradient.Weights[i], o))] : [(1, gradient)];
        foreach ((double factor, Node term) in terms)
        {
            if (term.Kind == NodeKind.OneHot && term.Axis == Axes.Row) points.Add((_lowering.Lower(graph.Scale(factor, term.Operands[0])), _lowering.Lower(term.Operands[1])));
            else rest.Add((factor, term));
        }

        Node smooth = graph.Total(rest, gradient.Kind == NodeKind.Total ? gradient.Value : 0);
        smooth.Hint ??= "logitsGradient";
        return smooth;
    }

    private static List<Operation> ReachableFrom(IEnumerable<Operation> outputs)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(outputs);
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (!seen.Add(operation)) continue;
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. seen.OrderBy(o => o.Id)];
    }
}
