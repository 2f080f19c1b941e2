using Recipes.Training;

namespace Recipes.Tests.Models;

public class ClassifierModelTests
{
    [Fact]
    public void Predicting_prepares_scores_calibrates_and_normalises()
    {
        LinearModel model = LinearModel.Trained();
        float[] features = Rows(150);
        var probabilities = new float[600];
        model.Predict(features, probabilities);
        for (int r = 0; r < 150; r++)
        {
            double[] scores = LinearModel.Expected(features.AsSpan(3 * r, 3));
            double sum = scores.Sum(Math.Exp);
            for (int k = 0; k < 4; k++) Assert.Equal(Math.Exp(scores[k]) / sum, probabilities[4 * r + k], 2e-6);
        }

        Assert.Equal(64, model.MostRows);
    }

    [Fact]
    public void A_row_alone_and_among_others_is_predicted_alike()
    {
        LinearModel model = LinearModel.Trained();
        float[] features = Rows(70);
        var all = new float[280];
        model.Predict(features, all);
        var one = new float[4];
        for (int r = 0; r < 70; r++)
        {
            model.Predict(features.AsSpan(3 * r, 3), one);
            Assert.Equal(all.AsSpan(4 * r, 4).ToArray(), one);
        }
    }

    [Fact]
    public void The_features_are_left_as_they_were()
    {
        float[] features = [1, 2, 3];
        LinearModel.Trained().Predict(features, new float[4]);
        Assert.Equal([1, 2, 3], features);
    }

    [Fact]
    public void Classifying_gives_the_most_probable_class_and_the_lowest_of_equals()
    {
        LinearModel model = LinearModel.Trained();
        var probabilities = new float[4];
        foreach (float[] row in Rows(40).Chunk(3))
        {
            model.Predict(row, probabilities);
            Assert.Equal(Array.IndexOf(probabilities, probabilities.Max()), model.Classify(row));
        }

        RecipeDefinition plain = LinearModel.Declared(prepares: false, calibrates: false, sets: false);
        LinearModel indifferent = LinearModel.Create(plain, new ModelParts { Weights = new float[48], Classes = ["a", "b", "c", "d"] });
        Assert.Equal(0, indifferent.Classify([1, 2, 3]));
    }

    [Fact]
    public void A_set_holds_the_classes_whose_probability_reaches_the_quantile()
    {
        LinearModel model = LinearModel.Trained();
        var probabilities = new float[4];
        Span<int> scratch = stackalloc int[6];
        foreach (float[] row in Rows(40).Chunk(3))
        {
            model.Predict(row, probabilities);
            int[] expected = [.. Enumerable.Range(0, 4).Where(k => probabilities[k] >= 0.25f)];
            Assert.Equal(expected, model.PredictSet(row, scratch).ToArray());
        }
    }

    [Fact]
    public void Without_conformal_sets_in_the_recipe_there_are_none()
    {
        LinearModel model = LinearModel.Trained(LinearModel.Declared(sets: false));
        var e = Assert.Throws<InvalidOperationException>(() => model.PredictSet([1, 2, 3], new int[4]).Length);
        Assert.Contains("[ConformalSets(", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lengths_are_refused_with_both_sizes()
    {
        LinearModel model = LinearModel.Trained();
        Says("7 features are no whole rows: Beasts takes 3 per row", () => model.Predict(new float[7], new float[8]));
        Says("room for 4 probabilities; 2 rows of 4 classes take 8", () => model.Predict(new float[6], new float[4]));
        Says("room for 5 probabilities; 1 row of 4 classes take 4", () => model.Predict(new float[3], new float[5]));
        Says("6 features are not one row: Beasts takes 3", () => model.Classify(new float[6]));
        Says("0 features are not one row", () => model.PredictSet([], new int[4]));
        Says("room for 3 classes; a set may hold all 4", () => model.PredictSet(new float[3], new int[3]));
        model.Predict([], []);

        static void Says(string message, Action act) => Assert.Contains(message, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_another_recipe_are_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => LinearModel.Create(LinearModel.Declared(), new ModelParts { Weights = new float[48], Classes = ["a"] }));
        Assert.Contains("The recipe Beasts has 4 class names; 1 were given", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearModel.Create(LinearModel.Declared(), new ModelParts { Weights = new float[47], Classes = ["a", "b", "c", "d"] }));
    }

    [Fact]
    public void Not_a_number_comes_out_where_it_went_in()
    {
        var probabilities = new float[8];
        LinearModel.Trained().Predict([1, float.NaN, 3, 1, 2, 3], probabilities);
        Assert.All(probabilities[..4], p => Assert.True(float.IsNaN(p)));
        Assert.All(probabilities[4..], p => Assert.True(p > 0));
    }

    [Fact]
    public void After_a_threads_first_call_nothing_is_allocated()
    {
        LinearModel model = LinearModel.Trained();
        float[] features = Rows(100);
        var probabilities = new float[400];
        var scratch = new int[4];
        model.Classify(features.AsSpan(0, 3));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            model.Predict(features, probabilities);
            model.Classify(features.AsSpan(0, 3));
            model.PredictSet(features.AsSpan(0, 3), scratch);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task Concurrent_calls_do_not_disturb_each_other()
    {
        LinearModel model = LinearModel.Trained();
        float[] features = Rows(500);
        var expected = new float[2000];
        model.Predict(features, expected);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int round = 0; round < 20; round++)
            {
                var probabilities = new float[2000];
                model.Predict(features, probabilities);
                Assert.Equal(expected, probabilities);
            }
        })));
    }

    [Fact]
    public void Later_changes_to_what_it_was_made_of_do_not_reach_it()
    {
        RecipeDefinition plain = LinearModel.Declared(prepares: false, calibrates: false, sets: false);
        var weights = new float[48];
        string[] classes = ["a", "b", "c", "d"];
        LinearModel model = LinearModel.Create(plain, new ModelParts { Weights = weights, Classes = classes });
        weights[17] = 9;
        classes[0] = "changed";
        Assert.Equal(0, model.Classify([1, 2, 3]));
        Assert.Equal("a", model.Classes[0]);
    }

    private static float[] Rows(int rows)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, 3 * rows).Select(_ => (float)(8 * random.NextDouble() - 2))];
    }
}
