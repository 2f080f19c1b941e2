using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

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
    private readonly Dictionary<int, Node> _transformed = [];
    private readonly List<(Node Input, int Offset)> _learned = [];
    private readonly HashSet<Node> _ascending = [];

    public LossObjective(LossKernelRequest request, GradientMutation? mutation = null)
    {
        _request = request;
        _mutation = mutation;
        Graph = new FormulaGraph(request.Classes) { HasOneAxis = false };
        Arguments = new FormulaArguments(Graph);
        Sources = new LossSources(Graph, Arguments, request);
        Arguments.Scalars["Count"] = "Count";
        Label = Graph.LabelInput("label");
        PartnerLabel = Graph.LabelInput("partnerLabel");
        Share = Graph.Input("share", Axes.Example);
        ClassWeights = Graph.Input("classWeights", Axes.Row);
        Build();
    }

    public FormulaGraph Graph { get; }

    public FormulaArguments Arguments { get; }

    /// <summary>What formulas are given beside logits and label.</summary>
    public LossSources Sources { get; }

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

    /// <summary>The gradients by what else has rows, in the order of <see cref="LossSources.Gradients"/>.</summary>
    public List<(RowPlace Place, Node Gradient)> RowGradients { get; } = [];

    /// <summary>The gradients by learned rows, and where they go.</summary>
    public List<(int Offset, Node Gradient)> LearnedRowGradients { get; } = [];

    /// <summary>The new value of each number and row that is kept for the run.</summary>
    public List<(BoundSlot Slot, Node NewValue)> Running { get; } = [];

    /// <summary>The new value of each number that is kept for each train row.</summary>
    public List<(string Buffer, Node NewValue)> Numbers { get; } = [];

    /// <summary>The gradient by each learned number, and its offset.</summary>
    public List<(int Offset, Node Gradient)> LearnedGradients { get; } = [];

    private void Build()
    {
        Node loss = Graph.Zero;
        foreach (TermRequest term in _request.Terms)
        {
            int view = term.Mixed ? _request.Views - 1 : 0;
            Node own = Value(term, view, Label, remembers: true);
            Node value = own;
            Node weighted = Graph.Multiply(Weight(Label, "BatchRows"), own);
            if (term.Mixed)
            {
                Node other = Value(term, view, PartnerLabel, remembers: false);
                Node rest = Graph.Subtract(Graph.One, Share);
                Node otherWeight = Weight(PartnerLabel, "_mixRows");
                value = Graph.Add(Graph.Multiply(Share, own), Graph.Multiply(rest, other));
                if (_request.WeighsRows || _request.WeighsExamples) weighted = Graph.Add(Graph.Multiply(Share, weighted), Graph.Multiply(rest, otherWeight, other));
                else weighted = value;
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

    /// <summary>How much an example counts: by its class, by itself, or both.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="rows">The buffer that says which train row it is.</param>
    private Node Weight(Node label, string rows)
    {
        Node ofClass = _request.WeighsRows ? Graph.Pick(ClassWeights, label) : Graph.One;
        return _request.WeighsExamples ? Graph.Multiply(ofClass, Sources.Weight(rows)) : ofClass;
    }

    /// <summary>All gradients, and every output without the marks of differentiation.</summary>
    private void Differentiate()
    {
        List<int> views = [.. _logits.Keys.OrderBy(v => v)];
        Node[] inputs = [.. views.Select(v => _logits[v]), .. _learned.Select(l => l.Input), .. Sources.Gradients.Select(g => g.Input), .. Sources.LearnedRows.Select(l => l.Input)];
        if (inputs.Length == 0) throw new FormulaLimitException("nothing in it depends on the network");
        Node[] gradients = Gradient.Of(Graph, Loss, inputs, _mutation);
        for (int i = 0; i < gradients.Length; i++)
            if (_ascending.Contains(inputs[i])) gradients[i] = Graph.Negate(gradients[i]);
        Node[] outputs = Substitution.Attach(
            Graph, [Loss, .. gradients, .. TermValues, .. TermMeans, .. Memories.Select(m => m.NewValue), .. Running.Select(r => r.NewValue), .. Numbers.Select(n => n.NewValue)]);

        int next = 0;
        Loss = outputs[next++];
        foreach (int view in views)
        {
            LogitsGradients[view] = outputs[next++];
            LogitsGradients[view].Hint ??= "logitsGradient";
        }

        foreach ((_, int offset) in _learned) LearnedGradients.Add((offset, outputs[next++]));
        foreach ((_, RowPlace place) in Sources.Gradients)
        {
            RowGradients.Add((place, outputs[next++]));
            RowGradients[RowGradients.Count - 1].Gradient.Hint ??= place.Comment;
        }

        foreach ((_, int offset) in Sources.LearnedRows) LearnedRowGradients.Add((offset, outputs[next++]));
        for (int i = 0; i < TermValues.Count; i++) TermValues[i] = outputs[next++];
        for (int i = 0; i < TermMeans.Count; i++) TermMeans[i] = outputs[next++];
        for (int i = 0; i < Memories.Count; i++) Memories[i] = (Memories[i].Buffer, outputs[next++]);
        for (int i = 0; i < Running.Count; i++) Running[i] = (Running[i].Slot, outputs[next++]);
        for (int i = 0; i < Numbers.Count; i++) Numbers[i] = (Numbers[i].Buffer, outputs[next++]);
    }

    /// <summary>The logits of a view as every term sees them.</summary>
    private Node Transformed(int view)
    {
        if (_transformed.TryGetValue(view, out Node known)) return known;
        Node logits = Graph.Input(_request.Views == 1 ? "logits" : $"logits{view + 1}", Axes.Example | Axes.Row);
        _logits[view] = logits;
        foreach (BoundFormula transform in _request.LogitTransforms)
        {
            Node current = logits;
            logits = Arguments.Bind(transform, p => p.Role is FormulaRole.Logits or FormulaRole.ClassRow ? current : throw Unfit(p)).Result;
        }

        return _transformed[view] = logits;
    }

    private Node Value(TermRequest term, int view, Node label, bool remembers)
    {
        BoundFormula formula = term.Formula;
        BoundBody body = Arguments.Bind(formula, p => p.Role switch
        {
            FormulaRole.Logits or FormulaRole.ClassRow => Transformed(view),
            FormulaRole.OtherLogits => Transformed(ViewOf(p)),
            FormulaRole.Label => label,
            FormulaRole.Learned => Learned(int.Parse(FormulaArguments.Slot(formula, p.Name), CultureInfo.InvariantCulture), p.Name, p.Ascends),
            FormulaRole.Memory => Memory(formula, p),
            _ => Given(formula, p),
        });
        if ((body.Result.Axes & ~Axes.Example) != 0) throw new FormulaLimitException("a loss is one number per example, not a row");
        foreach (FormulaParameter parameter in formula.Formula.Parameters)
            if (remembers && body.Assigned.TryGetValue(parameter.Name, out Node value)) Keep(formula, parameter, value);
        return body.Result;
    }

    private Meaning Given(BoundFormula formula, FormulaParameter parameter)
    {
        Meaning given = Sources.Meaning(formula, parameter) ?? throw Unfit(parameter);
        if (parameter.Ascends) _ascending.Add(given.Value);
        return given;
    }

    /// <summary>Notes the new value of what is kept, if the formula changes it.</summary>
    private void Keep(BoundFormula formula, FormulaParameter parameter, Node value)
    {
        switch (parameter.Role)
        {
            case FormulaRole.Memory when !ReferenceEquals(value, Memory(formula, parameter)):
                Memories.Add((FormulaArguments.Slot(formula, parameter.Name), value));
                break;
            case FormulaRole.ExampleMemory when !ReferenceEquals(value, Sources.Remembered(formula, parameter)):
                Numbers.Add((FormulaArguments.Slot(formula, parameter.Name), value));
                break;
            case FormulaRole.Running or FormulaRole.RunningRow:
                if (value.Has(Axes.Example)) throw new FormulaLimitException($"'{parameter.Name}' is one for the whole run, and what is assigned varies between examples; reduce it with BatchMean");
                Running.Add((FormulaArguments.Place(formula, parameter.Name), value));
                break;
        }
    }

    private int ViewOf(FormulaParameter parameter)
    {
        foreach (LossInput input in _request.Inputs)
            if (input.Role == parameter.Role) return input.View;
        throw Unfit(parameter);
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

    private Node Learned(int offset, string name, bool ascends = false)
    {
        Node input = Arguments.Scalar($"{name}{offset.ToString(CultureInfo.InvariantCulture)}", $"(double)Parameters[{offset.ToString(CultureInfo.InvariantCulture)}]");
        if (!_learned.Any(l => ReferenceEquals(l.Input, input))) _learned.Add((input, offset));
        if (ascends) _ascending.Add(input);
        return input;
    }

    private static FormulaLimitException Unfit(FormulaParameter parameter) => new($"'{parameter.Name}' is not something that a loss is given");
}
