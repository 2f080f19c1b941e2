using System.Globalization;
using System.Text.Json;
using Recipes.Samples;
using Recipes.Tests.Data;

namespace Recipes.Tests.EndToEnd;

/// <summary>The sample's recipe, trained, saved, and computed again from nothing but its file.</summary>
/// <remarks>
/// <c>RECIPES_PREDICTIONS=DIR</c> keeps the model's file and its probabilities in that folder, for <c>tests/golden/load_model.py</c>, which does the same with
/// PyTorch.
/// </remarks>
public sealed class SavedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_alone_gives_the_model_s_probabilities()
    {
        Splits splits = Dataset.FromCsv(Repository.Digits, label: "digit").Split(train: .6, validation: .1, calibration: .15, test: .15, seed: 7);
        TrainingResult<Digits.Model> run = Digits.Train(splits, new TrainingOptions { Threads = 1 });
        string folder = Environment.GetEnvironmentVariable("RECIPES_PREDICTIONS") ?? _folder.Path, file = Path.Combine(folder, "model.safetensors");
        run.Model.Save(file);

        var features = new float[splits.Test.Count * run.Model.InputSize];
        splits.Test.CopyFeatures(features);
        var ours = new float[splits.Test.Count * run.Model.Classes.Count];
        run.Model.Predict(features, ours);
        WriteCsv(Path.Combine(folder, "predictions.csv"), features, run.Model.InputSize, ours, run.Model.Classes.Count);

        double[] reference = Compute(SafetensorsFile.Read(file), features);
        // Two layers of at most 128 products in single precision: some 1e-6 on a logit, less on a probability.
        for (int i = 0; i < ours.Length; i++) Assert.Equal(reference[i], ours[i], 1e-5);
    }

    /// <summary>Standardization, two dense layers with a relu between, temperature, softmax: in double precision, as PyTorch's documentation states them.</summary>
    private static double[] Compute(SafetensorsFile file, float[] features)
    {
        string[] state = Texts(file, "recipes.preparations")[1].Split("; ");
        double[] means = Numbers(state[0]), scales = Numbers(state[1]);
        double temperature = double.Parse(Texts(file, "recipes.calibrators")[1].Split("; ")[0]["temperature=".Length..], CultureInfo.InvariantCulture);

        var probabilities = new List<double>();
        for (int row = 0; row < features.Length; row += means.Length)
        {
            double[] x = [.. means.Select((mean, j) => (double)(float)((features[row + j] - mean) / scales[j]))];
            double[] hidden = [.. Linear(file, 0, x).Select(value => Math.Max(0, value))];
            double[] scores = [.. Linear(file, 3, hidden).Select(value => value / temperature)];
            double greatest = scores.Max(), sum = scores.Sum(score => Math.Exp(score - greatest));
            probabilities.AddRange(scores.Select(score => Math.Exp(score - greatest) / sum));
        }
        return [.. probabilities];
    }

    private static IEnumerable<double> Linear(SafetensorsFile file, int layer, double[] x)
    {
        SafetensorsTensor weight = file[$"{layer}.weight"], bias = file[$"{layer}.bias"];
        for (int o = 0; o < weight.Shape[0]; o++)
        {
            double sum = bias.Values.Span[o];
            for (int i = 0; i < x.Length; i++) sum += x[i] * weight.Values.Span[o * x.Length + i];
            yield return sum;
        }
    }

    private static string[] Texts(SafetensorsFile file, string key) =>
        [.. JsonDocument.Parse(file.Metadata[key]).RootElement.EnumerateArray().Select(text => text.GetString()!)];

    private static double[] Numbers(string text) => [.. text.Split(' ').Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static void WriteCsv(string path, float[] features, int width, float[] probabilities, int classes)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(',', Enumerable.Range(0, width).Select(i => $"x{i}").Concat(Enumerable.Range(0, classes).Select(c => $"p{c}"))));
        for (int row = 0; row < features.Length / width; row++)
        {
            IEnumerable<float> values = features.Skip(row * width).Take(width).Concat(probabilities.Skip(row * classes).Take(classes));
            writer.WriteLine(string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        }
    }
}
