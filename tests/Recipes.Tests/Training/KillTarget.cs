using System.Globalization;
using Recipes.Tests.Training;

// The test assembly is a program too: the one that KilledRunTests starts, kills and starts again.
return KillTarget.Run(args);

namespace Recipes.Tests.Training
{
    /// <summary>Trains in a directory, resuming what is there and telling of each step.</summary>
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
            return trainer.Run().Status == RunStatus.Completed ? 0 : 1;
        }
    }
}
