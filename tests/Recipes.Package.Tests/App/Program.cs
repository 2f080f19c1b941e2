using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Three rings around the origin, 300 points each.
const int points = 900;
var random = new Random(5);
var features = new float[points, 2];
var labels = new string[points];
for (int i = 0; i < points; i++)
{
    int ring = i % 3;
    double angle = 2 * Math.PI * random.NextDouble(), radius = 1 + ring + 0.4 * random.NextDouble();
    features[i, 0] = (float)(radius * Math.Cos(angle));
    features[i, 1] = (float)(radius * Math.Sin(angle));
    labels[i] = ((string[])["inner", "middle", "outer"])[ring];
}
Splits splits = Dataset.FromArrays(features, labels).Split(train: .5, validation: .1, calibration: .2, test: .2, seed: 3);

using (var trainer = new Rings.Trainer(splits))
{
    Rings.StepResult step = trainer.Step();
    // Untrained, the greatest of three probabilities lies between 1/3 and 1, and so its square between 1/9 and 1.
    Console.WriteLine($"own term between 1/9 and 1: {step.Confidence is > 1 / 9.0 and < 1}");
}

TrainingResult<Rings.Model> run = Rings.Train(splits);
Console.WriteLine($"status: {run.Status}");
Console.WriteLine($"accuracy above 0.9: {run.Test.Accuracy > 0.9}");

string file = Path.Combine(AppContext.BaseDirectory, "rings.safetensors");
run.Model.Save(file);
Rings.Model model = Rings.Model.Load(file);
Console.WriteLine($"class at radius 3.2: {model.Classes[model.Classify([3.2f, 0])]}");
Console.WriteLine(Rings.Plan.Split('\n')[0]);
