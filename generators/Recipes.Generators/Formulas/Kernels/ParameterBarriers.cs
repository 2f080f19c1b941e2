using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Cuts an update at its barriers, and tells in which pass each value is known.</summary>
/// <remarks>
/// A barrier becomes an input of what is left. A pass over the parameters computes what the next barriers add up; the last pass computes
/// everything anew from the old values, with all barriers known, and stores it.
/// </remarks>
internal sealed class ParameterBarriers(FormulaGraph graph)
{
    private readonly Dictionary<Node, int> _stages = [];
    private int _names;

    /// <summary>The number of barriers that lie on the longest way to a value.</summary>
    public int StageOf(Node node) => Reachable.From([node]).Select(n => _stages.TryGetValue(n, out int stage) ? stage : 0).DefaultIfEmpty(0).Max();

    /// <summary>Replaces the barriers in the results of a variant by inputs.</summary>
    public void Cut(ParameterVariant variant)
    {
        int modelSums = 0;
        // Over all of a matrix rows are summed first: that is one barrier, and no numbers per column.
        Node[] whole = Substitution.Apply(graph, [.. variant.Results.Select(r => r.Value)], (node, operands) => node.Kind == NodeKind.RowSum && operands[0].Kind == NodeKind.ExampleSum
            ? graph.ExampleSum(graph.RowSum(operands[0].Operands[0])) : null);
        Node[] cut = Substitution.Apply(graph, whole, (node, operands) =>
        {
            if (KindOf(node, operands, variant) is not { } kind) return null;
            // The n-th sum over the model is the same number for all kinds of tensors.
            string name = kind == BarrierKind.ModelSum ? $"modelSum{++modelSums}" : $"{Name(kind)}{++_names}";
            Node input = graph.Input(name, node.Axes);
            variant.Barriers.Add(new ParameterBarrier(kind, operands, input));
            return input;
        });
        for (int i = 0; i < cut.Length; i++) variant.Results[i] = variant.Results[i] with { Value = cut[i] };
    }

    /// <summary>Counts stages, once all variants are cut: a sum over the model is known when its slowest part is.</summary>
    public void CountStages(IReadOnlyCollection<ParameterVariant> variants)
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (ParameterBarrier barrier in variants.SelectMany(v => v.Barriers))
            {
                int stage = 1 + barrier.Operands.Max(StageOf);
                if (_stages.TryGetValue(barrier.Input, out int known) && known >= stage) continue;
                if (stage > 64) throw new FormulaLimitException("its sums wait for each other too often");
                _stages[barrier.Input] = stage;
                changed = true;
            }
        }
    }

    private static BarrierKind? KindOf(Node node, Node[] operands, ParameterVariant variant)
    {
        switch (node.Kind)
        {
            case NodeKind.ModelSum:
                if (operands[0].Axes != variant.ElementAxes) throw new FormulaLimitException("a sum over the model is one of values per element");
                return BarrierKind.ModelSum;
            case NodeKind.OddPolynomial:
                if (variant.IsFlat || operands[0].Axes != variant.ElementAxes) throw new FormulaLimitException("a polynomial is one of a matrix; ask [IsMatrix] first");
                return BarrierKind.Polynomial;
            case NodeKind.RowSum when variant.IsFlat: return BarrierKind.TensorSum;
            // What softmax takes off against overflow is the maximum.
            case NodeKind.RowMaximum or NodeKind.RowOffset when variant.IsFlat: return BarrierKind.TensorMaximum;
            case NodeKind.RowSum when operands[0].Axes == Axes.Row: return BarrierKind.VectorSum;
            case NodeKind.RowMaximum or NodeKind.RowOffset when operands[0].Axes == Axes.Row: return BarrierKind.VectorMaximum;
            case NodeKind.ExampleSum: return operands[0].Has(Axes.Row) ? BarrierKind.ColumnSum : BarrierKind.TensorSum;
            case NodeKind.ExampleMaximum: return operands[0].Has(Axes.Row) ? BarrierKind.ColumnMaximum : BarrierKind.TensorMaximum;
            case NodeKind.RowSum or NodeKind.RowMaximum or NodeKind.RowOffset: return null;
            case NodeKind.RowArgMax or NodeKind.Pick or NodeKind.OneHot or NodeKind.LabelSum or NodeKind.OfLabel:
                throw new FormulaLimitException($"a {node.Kind} has no meaning in an update");
            default: return null;
        }
    }

    private static string Name(BarrierKind kind) => kind switch
    {
        BarrierKind.TensorSum => "tensorSum",
        BarrierKind.TensorMaximum => "tensorMaximum",
        BarrierKind.ColumnSum => "columnSums",
        BarrierKind.ColumnMaximum => "columnMaxima",
        BarrierKind.VectorSum => "vectorSum",
        BarrierKind.VectorMaximum => "vectorMaximum",
        _ => "polynomial",
    };
}
