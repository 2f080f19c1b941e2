namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>A trained model and the data that it is judged on.</summary>
/// <param name="model">The model.</param>
/// <param name="data">The problem's rows.</param>
/// <param name="retrain">Trains the same recipe with the same setting on the same rows from another seed.</param>
internal sealed class Evaluation(ClassifierModel model, ToyData data, Func<ClassifierModel?> retrain)
{
    private readonly Dictionary<string, Predictions> _predictions = [];
    private Evaluation? _twin;

    /// <summary>The same recipe and setting on the same rows, from other weights and in another order.</summary>
    /// <exception cref="InvalidOperationException">The second run diverged.</exception>
    public Evaluation Twin => _twin ??= new(retrain() ?? throw new InvalidOperationException("The second run diverged."), data, retrain);

    public ClassifierModel Model => model;

    public ToyData Data => data;

    /// <summary>The model's probabilities of the rows with a name.</summary>
    public Predictions On(string rows)
    {
        if (_predictions.TryGetValue(rows, out Predictions? known)) return known;
        Rows chosen = data[rows];
        var probabilities = new float[chosen.Count * model.Classes.Count];
        model.Predict(chosen.Features, probabilities);
        return _predictions[rows] = new Predictions(probabilities, model.Classes.Count, chosen);
    }
}

/// <summary>Probabilities of rows.</summary>
/// <param name="Probabilities">[rows, classes].</param>
/// <param name="Classes">The number of classes.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Predictions(float[] Probabilities, int Classes, Rows Rows)
{
    public int Count => Rows.Count;

    public ReadOnlySpan<float> this[int row] => Probabilities.AsSpan(row * Classes, Classes);

    public double Confidence(int row)
    {
        float best = 0;
        foreach (float p in this[row]) best = Math.Max(best, p);
        return best;
    }

    public bool IsRight(int row)
    {
        ReadOnlySpan<float> p = this[row];
        int best = 0;
        for (int c = 1; c < p.Length; c++) if (p[c] > p[best]) best = c;
        return best == Rows.Labels[row];
    }

    /// <summary>The probability of the true class.</summary>
    public double OfTruth(int row) => this[row][Rows.Labels[row]];
}
