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
        using var trainer = (TrainerBase)Activator.CreateInstance(trainerType, MakeSplits(definition), new TrainingOptions { Threads = 1 })!;
        for (int i = 0; i < 2; i++) trainerType.GetMethod("Step", Type.EmptyTypes)!.Invoke(trainer, null);
        Assert.Equal(2, trainer.StepCount);

        object result = trainerType.GetMethod("Finish", Type.EmptyTypes)!.Invoke(trainer, null)!;
        var model = (ClassifierModel)result.GetType().GetProperty("Model")!.GetValue(result)!;
        var probabilities = new float[definition.Classes];
        model.Predict(new float[definition.InputSize], probabilities);
        Assert.Equal(1, probabilities.Sum(), 1e-5);
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

    /// <summary>Rows around a centre per class: enough for two full batches, and for every fitted step after training.</summary>
    private static Splits MakeSplits(RecipeDefinition definition)
    {
        int rows = Math.Max(Math.Max(6 * definition.BatchSize, 60 * definition.Classes), 1200);
        var random = new Random(1);
        var features = new float[rows, definition.InputSize];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = i % definition.Classes;
            for (int j = 0; j < definition.InputSize; j++)
                features[i, j] = (float)(random.NextDouble() - 0.5) + (j % definition.Classes == labels[i] ? 1 : 0);
        }
        return Dataset.FromArrays(features, labels).Split(train: .5, validation: .1, calibration: .3, test: .1);
    }
}
