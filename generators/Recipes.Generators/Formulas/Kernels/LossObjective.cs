using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The whole loss of a recipe as one graph, and its gradients.</summary>
/// <remarks>
/// Loss = Σ over terms t of weight_t · W((1/B) Σ over examples i of w_i · l_t(i)), where W is the term weighting. What the terms share (a
/// softmax, a transform of the logits) is one value of the graph and is computed once.
/// </remarks>
internal sealed class LossObjective
{
    private readonly LossKernelRequest _request;
    private readonly GradientMutation? _mutation;
    private readonly Dictionary<int, Node> _logits = [];
    private readonly List<(Node Input, int Offset)> _learned = [];

    public LossObjective(LossKernelRequest request, GradientMutation? mutation = null)
    {
        _request = request;
        _mutation = mutation;
        Graph = new FormulaGraph(request.Classes);
        Arguments = new FormulaArguments(Graph);
        Arguments.Scalars["Count"] = "Count";
        Label = Graph.LabelInput("label");
        PartnerLabel = Graph.LabelInput("partnerLabel");
        Share = Graph.Input("share", Axes.Example);
        ClassWeights = Graph.Input("classWeights", Axes.Row);
        Build();
    }

    public FormulaGraph Graph { get; }

    public FormulaArguments Arguments { get; }

    public Node Label { get; }

    public Node PartnerLabel { get; }

    public Node Share { get; }

    public Node ClassWeights { get; }

    /// <summary>The logits of each view that a term uses.</summary>
    public IReadOnlyDictionary<int, Node> Logits => _logits;

    /// <summary>Each row that is kept per train row, and its buffer.</summary>
    public Dictionary<Node, string> MemoryInputs { get; } = [];

    /// <summary>The new value of each that changes.</summary>
    public List<(string Buffer, Node NewValue)> Memories { get; } = [];

    /// <summary>Per term its value for each example, before any weight.</summary>
    public List<Node> TermValues { get; } = [];

    /// <summary>Per term its mean over the batch.</summary>
    public List<Node> TermMeans { get; } = [];

    public Node Loss { get; private set; } = null!;

    /// <summary>The gradient by each view's logits.</summary>
    public Dictionary<int, Node> LogitsGradients { get; } = [];

    /// <summary>The gradient by each learned number, and its offset.</summary>
    public List<(int Offset, Node Gradient)> LearnedGradients { get; } = [];

    private void Build()
    {
        var transformed = new Dictionary<int, Node>();
        Node loss = Graph.Zero;
        foreach (TermRequest term in _request.Terms)
        {
            int view = term.Mixed ? _request.Views - 1 : 0;
            if (!transformed.TryGetValue(view, out Node logits)) logits = transformed[view] = Transformed(view);
            Node own = Value(term, logits, Label, remembers: true);
            Node weight = _request.WeighsRows ? Graph.Pick(ClassWeights, Label) : Graph.One;
            Node value = own;
            Node weighted = Graph.Multiply(weight, own);
            if (term.Mixed)
            {
                Node other = Value(term, logits, PartnerLabel, remembers: false);
                Node rest = Graph.Subtract(Graph.One, Share);
                Node otherWeight = _request.WeighsRows ? Graph.Pick(ClassWeights, PartnerLabel) : Graph.One;
                value = Graph.Add(Graph.Multiply(Share, own), Graph.Multiply(rest, other));
                weighted = _request.WeighsRows ? Graph.Add(Graph.Multiply(Share, weighted), Graph.Multiply(rest, otherWeight, other)) : value;
            }

            value.Hint ??= term.Name;
            Node mean = Graph.Divide(Graph.ExampleSumOf(weighted), Graph.Examples);
            TermValues.Add(value);
            TermMeans.Add(mean);
            loss = Graph.Add(loss, Graph.Multiply(Arguments.Scalar($"weight.{term.Name}Weight", term.WeightExpression), Weighted(term, mean)));
        }

        Loss = loss;
        Differentiate();
    }

    /// <summary>All gradients, and every output without the marks of differentiation.</summary>
    private void Differentiate()
    {
        List<int> views = [.. _logits.Keys.OrderBy(v => v)];
        Node[] gradients = Gradient.Of(Graph, Loss, [.. views.Select(v => _logits[v]), .. _learned.Select(l => l.Input)], _mutation);
        Node[] outputs = Substitution.Attach(Graph, [Loss, .. gradients, .. TermValues, .. TermMeans, .. Memories.Select(m => m.NewValue)]);

        int next = 0;
        Loss = outputs[next++];
        foreach (int view in views)
        {
            LogitsGradients[view] = outputs[next++];
            LogitsGradients[view].Hint ??= "logitsGradient";
        }

        foreach ((_, int offset) in _learned) LearnedGradients.Add((offset, outputs[next++]));
        for (int i = 0; i < TermValues.Count; i++) TermValues[i] = outputs[next++];
        for (int i = 0; i < TermMeans.Count; i++) TermMeans[i] = outputs[next++];
        for (int i = 0; i < Memories.Count; i++) Memories[i] = (Memories[i].Buffer, outputs[next++]);
    }

    private Node Transformed(int view)
    {
        Node logits = Graph.Input(_request.Views == 1 ? "logits" : $"logits{view + 1}", Axes.Example | Axes.Row);
        _logits[view] = logits;
        foreach (BoundFormula transform in _request.LogitTransforms)
        {
            Node current = logits;
            logits = Arguments.Bind(transform, p => p.Role is FormulaRole.Logits or FormulaRole.ClassRow ? current : throw Unfit(p)).Result;
        }

        return logits;
    }

    private Node Value(TermRequest term, Node logits, Node label, bool remembers)
    {
        BoundFormula formula = term.Formula;
        BoundBody body = Arguments.Bind(formula, p => p.Role switch
        {
            FormulaRole.Logits or FormulaRole.ClassRow => logits,
            FormulaRole.Label => label,
            FormulaRole.Learned => Learned(int.Parse(FormulaArguments.Slot(formula, p.Name), CultureInfo.InvariantCulture), p.Name),
            FormulaRole.Memory => Memory(formula, p),
            _ => throw Unfit(p),
        });
        if (body.Result.Has(Axes.Row)) throw new FormulaLimitException("a loss is one number per example, not a row");
        foreach (FormulaParameter parameter in formula.Formula.Parameters)
        {
            if (!remembers || parameter.Role != FormulaRole.Memory || !body.Assigned.TryGetValue(parameter.Name, out Node value)) continue;
            if (!ReferenceEquals(value, Memory(formula, parameter))) Memories.Add((FormulaArguments.Slot(formula, parameter.Name), value));
        }

        return body.Result;
    }

    private Node Weighted(TermRequest term, Node mean)
    {
        if (_request.TermWeighting is not { } weighting) return mean;
        return Arguments.Bind(weighting, p => p.Role switch
        {
            FormulaRole.Scalar => mean,
            FormulaRole.Learned => Learned(term.LearnedOffset ?? throw new FormulaLimitException($"'{p.Name}' has no place"), term.Name + p.Name),
            _ => throw Unfit(p),
        }).Result;
    }

    private Node Memory(BoundFormula formula, FormulaParameter parameter)
    {
        Node input = Graph.Input($"{formula.Prefix}.{parameter.Name}", Axes.Example | Axes.Row);
        MemoryInputs[input] = FormulaArguments.Slot(formula, parameter.Name);
        return input;
    }

    private Node Learned(int offset, string name)
    {
        Node input = Arguments.Scalar($"{name}{offset.ToString(CultureInfo.InvariantCulture)}", $"(double)Parameters[{offset.ToString(CultureInfo.InvariantCulture)}]");
        if (!_learned.Any(l => ReferenceEquals(l.Input, input))) _learned.Add((input, offset));
        return input;
    }

    private static FormulaLimitException Unfit(FormulaParameter parameter) => new($"'{parameter.Name}' is not something that a loss is given");
}
