using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The operations of a loss, dealt out to passes over the batch and to the serial phases before, between and after them.</summary>
/// <remarks>
/// What lies beneath n reductions over the batch is known in phase n and used from pass n on. A pass computes per-example values anew
/// rather than store rows of them.
/// </remarks>
internal sealed class LossPlan
{
    public LossPlan(LossObjective objective)
    {
        var lowering = new Lowering(objective.Graph);
        Operation Lower(Node node) => lowering.Lower(node);
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
            Node smooth = inRows ? TakePoints(objective.Graph, gradient.Value, lowering, points) : gradient.Value;
            Gradients[gradient.Key] = (Lower(smooth), points);
        }

        All = ReachableFrom(
            [Loss, .. TermMeans, .. TermValues, .. LearnedGradients.Select(g => g.Gradient), .. Memories.Select(m => m.NewValue),
             .. Gradients.Values.Select(g => g.Smooth), .. Gradients.Values.SelectMany(g => g.Points).SelectMany(p => new[] { p.Value, p.Label })]);
        Barriers = [.. All.Where(o => o.IsBarrier)];
        Passes = 1 + new[] { Barriers.Select(b => b.Stage - 1), TermValues.Select(v => v.Stage), Memories.Select(m => m.NewValue.Stage), Gradients.Values.Select(GradientStage) }
            .SelectMany(s => s).DefaultIfEmpty(0).Max();
    }

    public Operation Loss { get; }

    public List<Operation> TermMeans { get; }

    public List<Operation> TermValues { get; }

    public List<(int Offset, Operation Gradient)> LearnedGradients { get; }

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

    /// <summary>Every reduction over the batch.</summary>
    public List<Operation> Barriers { get; }

    /// <summary>The number of passes over the batch.</summary>
    public int Passes { get; }

    /// <summary>The pass that stores a gradient.</summary>
    public static int GradientStage((Operation Smooth, List<(Operation Value, Operation Label)> Points) gradient) =>
        gradient.Points.Select(p => p.Value.Stage).Concat([gradient.Smooth.Stage]).Max();

    private static Node TakePoints(FormulaGraph graph, Node gradient, Lowering lowering, List<(Operation, Operation)> points)
    {
        var rest = new List<(double, Node)>();
        (double, Node)[] terms = gradient.Kind == NodeKind.Total ? [.. gradient.Operands.Select((o, i) => (gradient.Weights[i], o))] : [(1, gradient)];
        foreach ((double factor, Node term) in terms)
        {
            if (term.Kind == NodeKind.OneHot) points.Add((lowering.Lower(graph.Scale(factor, term.Operands[0])), lowering.Lower(term.Operands[1])));
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
