using System.Security.Cryptography;
using System.Text;
using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_and_changes_nothing()
    {
        byte[] whole = File.ReadAllBytes(Saved());
        using SoftmaxTrainer trainer = Trained(2);
        byte[] state = trainer.State();
        for (int length = 0; length < whole.Length; length += 7)
        {
            string file = _folder.File("cut", whole[..length]);
            Assert.Throws<InvalidCheckpointException>(() => trainer.Load(file));
        }
        Assert.Equal(state, trainer.State());
        Assert.Equal(2, trainer.StepCount);
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused_and_changes_nothing()
    {
        byte[] whole = File.ReadAllBytes(Saved());
        using SoftmaxTrainer trainer = Trained(2);
        byte[] state = trainer.State();
        for (int position = 0; position < whole.Length; position += 5)
        {
            byte[] changed = [.. whole];
            changed[position] ^= 0x10;
            string file = _folder.File("changed", changed);
            Assert.Throws<InvalidCheckpointException>(() => trainer.Load(file));
        }
        Assert.Equal(state, trainer.State());
    }

    [Theory]
    [InlineData("")]
    [InlineData("epoch,loss\n1,0.5\n")]
    [InlineData("this is a text of some length and certainly no checkpoint of any recipe")]
    public void Another_kind_of_file_is_refused(string content)
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        string file = _folder.File("other", content);
        Assert.Throws<InvalidCheckpointException>(() => trainer.Load(file));
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        Assert.Throws<FileNotFoundException>(() => trainer.Load(_folder.File("nothing")));
    }

    [Fact]
    public void Another_version_is_named()
    {
        byte[] bytes = File.ReadAllBytes(Saved());
        bytes[8] = 2;
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        string file = _folder.File("newer", bytes);
        var e = Assert.Throws<InvalidCheckpointException>(() => trainer.Load(file));
        Assert.Contains("version 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_recipe_is_told_by_its_line()
    {
        string file = Saved();
        using SoftmaxTrainer changed = new SoftmaxRecipe { Source = "[Recipe]\n[Input(4), Dense(3), Dense(3)]\npublic partial class Softmax;" }.Trainer();
        Refused(changed, file, "it had [Input(4), Dense(3)] where there is [Input(4), Dense(3), Dense(3)] now");
        using SoftmaxTrainer hidden = new SoftmaxRecipe { BatchSize = 8 }.Trainer();
        Refused(hidden, file, "in what its text does not show");
        using SoftmaxTrainer other = new SoftmaxRecipe { Name = "Digits" }.Trainer();
        Refused(other, file, "it is of the recipe Softmax, this is Digits");
    }

    [Fact]
    public void Other_data_and_another_split_are_told_apart()
    {
        string file = Saved();
        using SoftmaxTrainer data = new SoftmaxRecipe().Trainer(new Splits(Blobs.Rows(37, 9), Blobs.Rows(20, 2), Blobs.Rows(40, 3), Blobs.Rows(20, 4)));
        Refused(data, file, "other data");

        Dataset all = Blobs.Rows(100, 5);
        using SoftmaxTrainer one = new SoftmaxRecipe().Trainer(all.Split(train: .5, validation: .5, seed: 1));
        one.Step();
        one.Save(file);
        using SoftmaxTrainer two = new SoftmaxRecipe().Trainer(all.Split(train: .5, validation: .5, seed: 2));
        Refused(two, file, "another split of the same data");
    }

    [Fact]
    public void Another_seed_and_other_knobs_are_refused()
    {
        string file = Saved();
        using SoftmaxTrainer seed = new SoftmaxRecipe().Trainer(options: new TrainingOptions { Seed = 8 });
        Refused(seed, file, "it was made with seed 7, this run has seed 8");
        using SoftmaxTrainer knobs = new SoftmaxRecipe().Trainer(options: new TrainingOptions { Knobs = new Dictionary<string, double> { ["Focal.Gamma"] = 3 } });
        Refused(knobs, file, "it was made with the recipe's knobs, this run has the knobs Focal.Gamma=3");
        using SoftmaxTrainer keep = new SoftmaxRecipe { StoppingRule = () => new EarlyStopping(Metric.Accuracy) }.Trainer();
        Refused(keep, file, "TrainingOptions.KeepBest");
    }

    [Theory]
    [InlineData("instructions", "AVX-1024", "made with AVX-1024 instructions")]
    [InlineData("build", "0123", "made by another build")]
    public void Another_machine_or_build_is_noted_and_goes_on(string key, string value, string note)
    {
        string file = Saved();
        Rewrite(file, key, value);
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Load(file);
        Assert.Equal(4, trainer.StepCount);
        Assert.Contains(trainer.Run().Notes, text => text.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_earlier_file()
    {
        string file = Saved();
        byte[] before = File.ReadAllBytes(file);
        using SoftmaxTrainer trainer = Trained(6);
        trainer.Computed = t => t.StepLoss = double.NaN;
        Assert.Throws<NonFiniteLossException>(trainer.Step);
        Assert.Throws<InvalidOperationException>(() => trainer.Save(file));
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    private string Saved()
    {
        string file = _folder.File("checkpoint");
        using SoftmaxTrainer trainer = Trained(4);
        trainer.Save(file);
        return file;
    }

    private static SoftmaxTrainer Trained(int steps)
    {
        SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        for (int s = 0; s < steps; s++) trainer.Step();
        return trainer;
    }

    private static void Refused(SoftmaxTrainer trainer, string file, string why)
    {
        byte[] state = trainer.State();
        var e = Assert.Throws<InvalidCheckpointException>(() => trainer.Load(file));
        Assert.Contains(why, e.Message, StringComparison.Ordinal);
        Assert.Equal(state, trainer.State());
    }

    /// <summary>Changes a line of the identity, the first section, and makes length and checksum right again.</summary>
    private static void Rewrite(string file, string key, string value)
    {
        byte[] bytes = File.ReadAllBytes(file);
        // Header 16, name's length 4, "identity" 8, content's length 8.
        const int lengthAt = 28, start = 36;
        int length = (int)BitConverter.ToInt64(bytes, lengthAt);
        IEnumerable<string> lines = Encoding.UTF8.GetString(bytes, start, length).Split('\n')
            .Select(line => line.StartsWith(key + "=", StringComparison.Ordinal) ? key + "=" + value : line);
        byte[] identity = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        byte[] content = [.. bytes[..lengthAt], .. BitConverter.GetBytes((long)identity.Length), .. identity, .. bytes[(start + length)..^32]];
        File.WriteAllBytes(file, [.. content, .. SHA256.HashData(content)]);
    }
}
