using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 1, BatchSize = 16), Input(4), Dense(3), CrossEntropy, Sgd(0.1), TemperatureScaling, ConformalSets(Alpha = 0.2)]
public partial class FitsTwice;

[Recipe(Epochs = 1, BatchSize = 16), Input(4), Dense(3), CrossEntropy, Sgd(0.1), TemperatureScaling]
public partial class FitsOnce;

/// <summary>"Calibration rows".</summary>
public class CalibrationRowsTests
{
    [Fact]
    public void A_calibrator_and_a_conformal_step_share_no_rows_and_the_report_has_the_counts()
    {
        TrainingResult<FitsTwice.Model> both = FitsTwice.Train(Blobs.Splits, Buffers.Options());
        Assert.Equal([new CalibrationPart("TemperatureScaling", 20), new CalibrationPart("SplitConformal", 20)], both.Report.Record.CalibrationParts);
        TrainingResult<FitsOnce.Model> one = FitsOnce.Train(Blobs.Splits, Buffers.Options());
        Assert.Equal([new CalibrationPart("TemperatureScaling", 40)], one.Report.Record.CalibrationParts);
        // The fitted temperature is of the rows counted.
        Assert.Equal(20, ((TemperatureScaling)both.Model.Calibrators[0]).Rows);
        Assert.Equal(40, ((TemperatureScaling)one.Model.Calibrators[0]).Rows);
    }
}
