using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class MetricsFileTests : IDisposable
{
    private const string EventsName = "events.out.tfevents.0000000001.recipes";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_per_epoch_holds_what_the_report_holds()
    {
        var recipe = new SoftmaxRecipe { Penalty = new TermInfo("Penalty", SoftmaxRecipe.PenaltyKnob, Until: 0.5) };
        using SoftmaxTrainer trainer = recipe.Trainer(options: new TrainingOptions { RunDirectory = _folder.Path });
        RunRecord record = trainer.Run().Report.Record;
        string[] lines = File.ReadAllLines(_folder.File("metrics.csv"));
        Assert.Equal(
            "epoch,step,loss,CrossEntropy,Penalty,learning_rate,gradient_norm," +
            "validation_negative_log_likelihood,validation_accuracy,validation_brier,validation_expected_calibration_error", lines[0]);
        Assert.Equal(4, lines.Length);
        for (int e = 0; e < 3; e++)
        {
            EpochRecord epoch = record.Epochs[e];
            var validation = new EvaluationSummary(Assert.NotNull(epoch.Validation));
            double[] expected =
            [
                e + 1, 3 * (e + 1), epoch.Loss, .. epoch.TermMeans, epoch.LearningRate, epoch.GradientNorm, validation.NegativeLogLikelihood,
                validation.Accuracy, validation.Brier, validation.ExpectedCalibrationError,
            ];
            Assert.Equal(expected, lines[e + 1].Split(',').Select(cell => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture)));
        }
        // The second term acts in the first half of the nine steps: not in the third epoch, whose cell is empty.
        Assert.Equal("", lines[3].Split(',')[4]);
    }

    [Fact]
    public void Without_validation_rows_its_cells_are_empty()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(new Splits(Blobs.Rows(37, 1)), new TrainingOptions { RunDirectory = _folder.Path });
        trainer.Run();
        Assert.EndsWith(",,,,", File.ReadAllLines(_folder.File("metrics.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Resuming_rewinds_the_files_to_the_checkpoint()
    {
        var options = new TrainingOptions { RunDirectory = _folder.Path, Resume = ResumeMode.IfPresent, CheckpointEveryEpochs = 2 };
        byte[] metrics, events;
        using (SoftmaxTrainer trainer = new SoftmaxRecipe { Epochs = 4 }.Trainer(options: options))
        {
            for (int s = 0; s < 6; s++) trainer.Step();
            metrics = Read("metrics.csv");
            events = Read(EventsName);
            // Beyond the checkpoint of the second epoch, and then the process is gone: nothing of this may stay.
            for (int s = 0; s < 4; s++) trainer.Step();
            Assert.NotEqual(metrics.Length, Read("metrics.csv").Length);
        }
        File.AppendAllText(_folder.File("metrics.csv"), "4,12,half a li");
        using (SoftmaxTrainer trainer = new SoftmaxRecipe { Epochs = 4 }.Trainer(options: options))
        {
            Assert.Equal(6, trainer.StepCount);
            Assert.Equal(metrics, Read("metrics.csv"));
            Assert.Equal(events, Read(EventsName));
            trainer.Run();
        }
        Assert.Equal(5, File.ReadAllLines(_folder.File("metrics.csv")).Length);
    }

    [Fact]
    public void A_lost_metrics_file_is_written_again()
    {
        var options = new TrainingOptions { RunDirectory = _folder.Path, Resume = ResumeMode.IfPresent };
        using (SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: options)) trainer.Run();
        byte[] metrics = Read("metrics.csv");
        File.Delete(_folder.File("metrics.csv"));
        using (SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: options)) trainer.Run();
        Assert.Equal(metrics, Read("metrics.csv"));
    }

    [Fact]
    public void Two_runs_cannot_share_a_directory()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: new TrainingOptions { RunDirectory = _folder.Path });
        var e = Assert.Throws<IOException>(() => new SoftmaxRecipe().Trainer(options: new TrainingOptions { RunDirectory = _folder.Path }));
        Assert.Contains("Another run is writing", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoints_can_be_asked_for_between_epoch_ends()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(
            options: new TrainingOptions { RunDirectory = _folder.Path, CheckpointEveryEpochs = 0, CheckpointEverySteps = 2 });
        trainer.Step();
        Assert.False(File.Exists(_folder.File("checkpoint")));
        trainer.Step();
        trainer.Step();
        using SoftmaxTrainer other = new SoftmaxRecipe().Trainer();
        other.Load(_folder.File("checkpoint"));
        Assert.Equal(2, other.StepCount);
    }

    [Fact]
    public void The_checksum_of_records_is_that_of_the_published_vector() =>
        // RFC 3720, B.4 gives CRC-32C of other texts; "123456789" is the catalogue's check value.
        Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    [Fact]
    public void Events_are_records_that_TensorBoard_reads()
    {
        EpochHistory history = History();
        string path = _folder.File("events");
        using (var file = new EventFile(path, history)) file.Rewind(history, started: 1.0);
        // Made by tensorboard's own writer: Event{wall_time: 1.0, file_version: "brain.Event:2"}.
        Assert.Equal("1800000000000000a37f4b2209000000000000f03f1a0d627261696e2e4576656e743a3286bf577a", Convert.ToHexStringLower(File.ReadAllBytes(path)));
    }

    [Fact]
    public void An_epochs_event_holds_its_scalars()
    {
        EpochHistory history = History();
        Span<double> row = history.Add();
        row[EpochHistory.FinishedColumn] = 1.0;
        row[EpochHistory.EpochColumn] = 1;
        row[EpochHistory.StepColumn] = 3;
        row[EpochHistory.LossColumn] = 0.5;
        string path = _folder.File("events");
        using (var file = new EventFile(path, history)) file.Rewind(history, started: 1.0);
        // Made by tensorboard's own writer: Event{wall_time: 1.0, step: 3, summary: {loss: 0.5}}. Numbers that do not exist are left out.
        Assert.Equal(
            "1a00000000000000129bd82d09000000000000f03f10032a0d0a0b0a046c6f7373150000003f7fb84377", Convert.ToHexStringLower(File.ReadAllBytes(path)[40..]));
    }

    [Fact]
    public void Long_names_have_long_lengths()
    {
        RecipeDefinition recipe = new SoftmaxRecipe { CrossEntropy = new TermInfo(new string('x', 300), 1) }.Define();
        var history = new EpochHistory(recipe);
        history.Add().Fill(1);
        string path = _folder.File("events");
        using (var file = new EventFile(path, history)) file.Rewind(history, started: 1.0);
        byte[] record = File.ReadAllBytes(path)[40..];
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(record);
        Assert.Equal(12 + length + 4, record.Length);
        int tag = record.AsSpan().IndexOf(Encoding.UTF8.GetBytes("term/" + new string('x', 300)));
        // Its length, 305, before it: 0b0110001 with the continuation bit, then 0b10.
        Assert.Equal([0xB1, 0x02], record[(tag - 2)..tag]);
    }

    private static EpochHistory History() => new(new SoftmaxRecipe().Define());

    private byte[] Read(string name)
    {
        using var stream = new FileStream(_folder.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
