using Recipes.Engine;
using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class InitialWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeArena _arena = new();

    public void Dispose()
    {
        _folder.Dispose();
        _arena.Dispose();
    }

    [Fact]
    public void Dense_weights_are_uniform_within_one_over_the_root_of_fan_in()
    {
        float[] values = Draw(new ParameterInfo("0.weight", [100, 64], 0, true, Initializer.KaimingUniform, 64, 0, true, true));
        const double bound = 1.0 / 8;
        Assert.InRange(values.Max(), 0.99 * bound, bound);
        Assert.InRange(values.Min(), -bound, -0.99 * bound);
        // 6,400 values of variance bound²/3: the mean is within 5 of its standard errors (bound/√3/80 each) of 0.
        Assert.Equal(0, values.Average(), 5 * bound / Math.Sqrt(3) / 80);
        // The variance's own standard error is √(4/45)·bound²/80.
        Assert.Equal(bound * bound / 3, values.Average(v => (double)v * v), 5 * Math.Sqrt(4 / 45.0) * bound * bound / 80);
    }

    [Fact]
    public void A_tensors_values_depend_on_its_name_and_the_seed_and_not_on_its_neighbours_place_or_layout()
    {
        float[] alone = Draw(new ParameterInfo("3.weight", [3, 5], 0, false, Initializer.KaimingUniform, 5, 0, true, true));
        float[] transposed = Draw(new ParameterInfo("3.weight", [3, 5], 32, true, Initializer.KaimingUniform, 5, 0, true, true));
        for (int o = 0; o < 3; o++)
            for (int i = 0; i < 5; i++) Assert.Equal(alone[o * 5 + i], transposed[32 + i * 3 + o]);
        Assert.NotEqual(alone, Draw(new ParameterInfo("6.weight", [3, 5], 0, false, Initializer.KaimingUniform, 5, 0, true, true)));
        Assert.NotEqual(alone, Draw(new ParameterInfo("3.weight", [3, 5], 0, false, Initializer.KaimingUniform, 5, 0, true, true), seed: 2));
        // The gaps between tensors stay 0.
        Assert.All(transposed[..32].Concat(transposed[47..]), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Constants_are_constant() =>
        Assert.Equal([1.5f, 1.5f], Draw(new ParameterInfo("1.weight", [2], 0, false, Initializer.Constant, 0, 1.5, false, true))[..2]);

    [Fact]
    public void Weights_can_come_from_a_file_in_PyTorchs_order()
    {
        float[] weight = [.. Enumerable.Range(0, 12).Select(i => i / 10f)], bias = [1, 2, 3];
        string file = Write(new("0.weight", [3, 4], weight), new("0.bias", [3], bias));
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Averages = true }.Trainer(options: new TrainingOptions { InitialWeights = file });
        for (int o = 0; o < 3; o++)
            for (int i = 0; i < 4; i++) Assert.Equal(weight[o * 4 + i], trainer.Weights[i * 3 + o]);
        Assert.Equal(bias, trainer.Weights.Slice(16, 3).ToArray());
        Assert.Equal(trainer.Weights.ToArray(), trainer.Averaged.ToArray());
    }

    [Fact]
    public void A_file_of_another_network_is_refused()
    {
        SafetensorsTensor weight = new("0.weight", [3, 4], new float[12]), bias = new("0.bias", [3], new float[3]);
        Refused(Write(weight), "no tensor \"0.bias\"");
        Refused(Write(weight, bias, new("3.weight", [1], new float[1])), "\"3.weight\" that the recipe Softmax has no place for");
        Refused(Write(new("0.weight", [4, 3], new float[12]), bias), "\"0.weight\" has shape [4, 3]; the recipe Softmax has [3, 4]");
        Refused(Write(weight, new("0.bias", [3], new[] { 0, float.NaN, 0 })), "\"0.bias\" holds NaN");
        Refused(_folder.File("nothing"), "no such file");
        byte[] whole = File.ReadAllBytes(Write(weight, bias));
        Refused(_folder.File("cut", whole[..^4]), "cut short");
    }

    [Fact]
    public void A_resumed_run_needs_its_initial_weights_no_more()
    {
        string file = Write(new("0.weight", [3, 4], new float[12]), new("0.bias", [3], new float[3]));
        var options = new TrainingOptions { InitialWeights = file, RunDirectory = _folder.File("run"), Resume = ResumeMode.IfPresent };
        byte[] state;
        using (SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: options))
        {
            for (int s = 0; s < 3; s++) trainer.Step();
            state = trainer.State();
        }
        File.Delete(file);
        using SoftmaxTrainer again = new SoftmaxRecipe().Trainer(options: options);
        Assert.Equal(state, again.State());
    }

    [Fact]
    public void Initial_weights_that_cannot_be_read_cost_an_earlier_run_nothing()
    {
        string checkpoint = _folder.File("checkpoint", "precious"), metrics = _folder.File("metrics.csv", "epoch,loss\n");
        var options = new TrainingOptions { InitialWeights = _folder.File("nothing"), RunDirectory = _folder.Path };
        Assert.Throws<InvalidModelFileException>(() => new SoftmaxRecipe().Trainer(options: options));
        Assert.Equal("precious", File.ReadAllText(checkpoint));
        Assert.Equal("epoch,loss\n", File.ReadAllText(metrics));
    }

    private float[] Draw(ParameterInfo parameter, ulong seed = 1)
    {
        NativeBuffer<float> parameters = _arena.Allocate<float>(parameter.Offset + parameter.Length + 16);
        InitialWeights.Draw(parameter, parameters, seed);
        return parameters.Span[..(parameter.Offset == 0 ? parameter.Length : parameters.Length)].ToArray();
    }

    private string Write(params SafetensorsTensor[] tensors)
    {
        string path = _folder.File("weights.safetensors");
        SafetensorsFile.Write(path, tensors);
        return path;
    }

    private static void Refused(string file, string why)
    {
        var e = Assert.Throws<InvalidModelFileException>(() => new SoftmaxRecipe().Trainer(options: new TrainingOptions { InitialWeights = file }));
        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }
}
