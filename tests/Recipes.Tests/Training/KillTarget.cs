using System.Globalization;
using System.Runtime.InteropServices;
using Recipes.Tests.Training;

// The test assembly is a program too: the one that KilledRunTests starts, kills and starts again.
return KillTarget.Run(args);

namespace Recipes.Tests.Training
{
    /// <summary>Trains in a directory, resuming what is there, and tells of each step; writes the weights when it gets to the end.</summary>
    internal static class KillTarget
    {
        public static int Run(string[] arguments)
        {
            if (arguments is not [string directory, string inputs, string epochs, string pause])
            {
                Console.Error.WriteLine("usage: Recipes.Tests DIRECTORY INPUTS EPOCHS MILLISECONDS-PER-STEP");
                return 2;
            }
            int features = int.Parse(inputs, CultureInfo.InvariantCulture), milliseconds = int.Parse(pause, CultureInfo.InvariantCulture);
            var recipe = new SoftmaxRecipe
            {
                Inputs = features, Epochs = int.Parse(epochs, CultureInfo.InvariantCulture), Averages = true, LearningRate = 0.1 / features,
                StoppingRule = () => new EarlyStopping(Metric.NegativeLogLikelihood, patienceEpochs: 1000),
            };
            var splits = new Splits(Blobs.Rows(37, 1, features), Blobs.Rows(20, 2, features), test: Blobs.Rows(20, 4, features));
            var options = new TrainingOptions { Threads = 2, RunDirectory = directory, Resume = ResumeMode.IfPresent, CheckpointEverySteps = 2 };
            using SoftmaxTrainer trainer = recipe.Trainer(splits, options);
            trainer.Computed = t =>
            {
                Console.WriteLine(t.StepCount);
                Console.Out.Flush();
                Thread.Sleep(milliseconds);
            };
            TrainingResult<SoftmaxModel> result = trainer.Run();
            File.WriteAllBytes(Path.Combine(directory, "weights"), MemoryMarshal.AsBytes(result.Model.Parts.Weights.Span));
            return 0;
        }
    }
}
