namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>A trained model and the data that it is judged on.</summary>
/// <param name="model">The model.</param>
/// <param name="data">The problem's rows.</param>
/// <param name="retrain">Trains the same recipe with the same setting on the same rows from another seed.</param>
internal sealed class Evaluation(TrainedModel model, ToyData data, Func<TrainedModel?> retrain)
{
    private readonly Dictionary<string, Predictions> _predictions = [];
    private Evaluation? _twin;

    /// <summary>The same recipe and setting on the same rows, from other weights and in another order.</summary>
    /// <exception cref="InvalidOperationException">The second run diverged.</exception>
    public Evaluation Twin => _twin ??= new(retrain() ?? throw new InvalidOperationException("The second run diverged."), data, retrain);

    /// <summary>The model of a class recipe.</summary>
    public ClassifierModel Classifier => (ClassifierModel)model;

    /// <summary>The model of a regression.</summary>
    public RegressionModel Regression => (RegressionModel)model;

    public ToyData Data => data;

    /// <summary>A classifier's probabilities of the rows with a name.</summary>
    public Predictions On(string rows)
    {
        if (_predictions.TryGetValue(rows, out Predictions? known)) return known;
        Rows chosen = data[rows];
        var probabilities = new float[chosen.Count * Classifier.Classes.Count];
        Classifier.Predict(chosen.Features, probabilities);
        return _predictions[rows] = new Predictions(probabilities, Classifier.Classes.Count, chosen);
    }

    /// <summary>A regression's outputs for the rows with a name, [rows, outputs].</summary>
    public float[] Outputs(string rows)
    {
        var outputs = new float[data[rows].Count * Regression.OutputSize];
        Regression.PredictOutputs(data[rows].Features, outputs);
        return outputs;
    }
}
