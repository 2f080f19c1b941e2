using System.Reflection;
using Recipes.Training;

namespace Recipes.Generators.Tests.Docs;

/// <summary>Trains a compiled recipe for two steps on made-up rows of its shape, finishes the run, and predicts.</summary>
internal static class RecipeTrial
{
    public static void Run(Type recipe)
    {
        RecipeDefinition definition = DefinitionOf(recipe);
        Type trainerType = recipe.GetNestedType("Trainer") ?? throw new InvalidOperationException($"{recipe} has no Trainer.");
        using var trainer = (TrainerBase)Activator.CreateInstance(trainerType, MakeSplits(definition), new TrainingOptions { Threads = 1, NoiseTransition = Transition(definition.Classes) })!;
        for (int i = 0; i < 2; i++) trainerType.GetMethod("Step", Type.EmptyTypes)!.Invoke(trainer, null);
        Assert.Equal(2, trainer.StepCount);

        object result = trainerType.GetMethod("Finish", Type.EmptyTypes)!.Invoke(trainer, null)!;
        Predict(result.GetType().GetProperty("Model")!.GetValue(result)!, definition);
    }

    private static void Predict(object model, RecipeDefinition definition)
    {
        var features = new float[definition.InputSize];
        switch (model)
        {
            case ClassifierModel classifier:
                var probabilities = new float[definition.Classes];
                classifier.Predict(features, probabilities);
                Assert.Equal(1, probabilities.Sum(), 1e-5);
                break;
            case RegressionModel regression:
                var predictions = new float[definition.Targets];
                regression.Predict(features, predictions);
                Assert.All(predictions, prediction => Assert.True(float.IsFinite(prediction)));
                break;
            case MultiLabelModel labels:
                var each = new float[definition.Classes];
                labels.Predict(features, each);
                Assert.All(each, probability => Assert.InRange(probability, 0, 1));
                break;
            default:
                Assert.Fail($"What does {model} predict?");
                break;
        }
    }

    private static RecipeDefinition DefinitionOf(Type recipe)
    {
        const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (Type type in recipe.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Prepend(recipe))
        {
            foreach (PropertyInfo property in type.GetProperties(statics))
                if (property.PropertyType == typeof(RecipeDefinition)) return (RecipeDefinition)property.GetValue(null)!;
            foreach (FieldInfo field in type.GetFields(statics))
                if (field.FieldType == typeof(RecipeDefinition)) return (RecipeDefinition)field.GetValue(null)!;
        }
        throw new InvalidOperationException($"{recipe} has no definition: nothing was generated for it.");
    }

    /// <summary>Rows around a centre per class: enough for two full batches, and for every fitted step after training; with every column that the recipe asks for.</summary>
    private static Splits MakeSplits(RecipeDefinition definition)
    {
        int classes = Math.Max(2, definition.Classes), rows = Math.Max(Math.Max(6 * definition.BatchSize, 60 * classes), 1200);
        var random = new Random(1);
        var features = new float[rows, definition.InputSize];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = i % classes;
            for (int j = 0; j < definition.InputSize; j++)
                features[i, j] = (float)(random.NextDouble() - 0.5) + (j % classes == labels[i] ? 1 : 0);
        }
        Dataset data = Dataset.FromArrays(features, labels);
        if (definition.Targets > 0) data = data.WithTargets(Numbers(definition.Targets, (row, target) => features[row, 0] + target));
        if (definition.Task == RecipeTask.MultiLabel)
        {
            var has = new bool[rows, definition.Classes];
            for (int i = 0; i < rows; i++)
                for (int k = 0; k < definition.Classes; k++) has[i, k] = (labels[i] + k) % 2 == 0;
            data = data.WithMultiLabels(has);
        }
        if (definition.Groups > 0) data = data.WithGroups([.. Enumerable.Range(0, rows).Select(row => row % definition.Groups)]);
        if (definition.Domains > 0) data = data.WithDomains([.. Enumerable.Range(0, rows).Select(row => row % definition.Domains)]);
        if (definition.WeighsRows) data = data.WithSampleWeights([.. Enumerable.Range(0, rows).Select(row => 1f + row % 3)]);
        data = data.WithSoftTargets(Numbers(classes, (row, c) => labels[row] == c ? 1 : 0));
        data = data.WithTeacherLogits(Numbers(classes, (row, c) => labels[row] == c ? 3 : 0));
        return data.Split(train: .5, validation: .1, calibration: .3, test: .1);

        float[,] Numbers(int width, Func<int, int, float> number)
        {
            var numbers = new float[rows, width];
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < width; j++) numbers[i, j] = number(i, j);
            return numbers;
        }
    }

    /// <summary>Labels are right with probability 0.9, for losses that ask how they were corrupted.</summary>
    private static double[,] Transition(int classes)
    {
        var matrix = new double[classes, classes];
        for (int truth = 0; truth < classes; truth++)
            for (int seen = 0; seen < classes; seen++) matrix[truth, seen] = truth == seen ? 0.9 : 0.1 / (classes - 1);
        return matrix;
    }
}
