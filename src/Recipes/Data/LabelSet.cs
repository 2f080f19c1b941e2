using System.Globalization;

namespace Recipes;

/// <summary>Collects labels as they come and puts their classes in order: numerically if all are numbers, else ordinally.</summary>
internal sealed class LabelSet
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private readonly List<int> _labels = [];

    public LabelSet() => _lookup = _indices.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the label of the next row.</summary>
    public void Add(ReadOnlySpan<char> label)
    {
        if (!_lookup.TryGetValue(label, out int index))
        {
            index = _names.Count;
            string name = label.ToString();
            _names.Add(name);
            _indices.Add(name, index);
        }
        _labels.Add(index);
    }

    /// <summary>The classes in order, and each row's index into them.</summary>
    public (string[] Classes, int[] Labels) Order()
    {
        string[] classes = [.. _names];
        int[] order = new int[classes.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        double[] values = new double[classes.Length];
        bool numeric = true;
        for (int i = 0; i < classes.Length; i++)
            numeric &= double.TryParse(classes[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) && double.IsFinite(values[i]);
        Array.Sort(order, (a, b) =>
        {
            int byValue = numeric ? values[a].CompareTo(values[b]) : 0;
            // "1" and "1.0" are different texts of one number: two classes, in a fixed order.
            return byValue != 0 ? byValue : string.CompareOrdinal(_names[a], _names[b]);
        });

        int[] rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            classes[i] = _names[order[i]];
            rank[order[i]] = i;
        }
        int[] labels = [.. _labels];
        for (int i = 0; i < labels.Length; i++) labels[i] = rank[labels[i]];
        return (classes, labels);
    }
}
