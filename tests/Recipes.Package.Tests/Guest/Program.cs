// Three corners of a square, 100 points around each.
var random = new Random(5);
var features = new float[300, 2];
var labels = new string[300];
for (int i = 0; i < 300; i++)
{
    features[i, 0] = (i % 3 == 1 ? 2 : 0) + random.NextSingle();
    features[i, 1] = (i % 3 == 2 ? 2 : 0) + random.NextSingle();
    labels[i] = ((string[])["low", "right", "high"])[i % 3];
}

TrainingResult<Corners.Model> run = Corners.Train(Dataset.FromArrays(features, labels).Split(train: .6, test: .4, seed: 3));
Console.WriteLine($"status: {run.Status}");
Console.WriteLine($"accuracy above 0.95: {run.Test.Accuracy > 0.95}");
Console.WriteLine(Corners.Plan);
