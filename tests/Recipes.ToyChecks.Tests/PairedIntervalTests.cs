namespace Recipes.ToyChecks.Tests;

public class PairedIntervalTests
{
    /// <summary>
    /// "Student's" own sleep data (The Probable Error of a Mean, 1908): hours gained with the second drug minus the first, ten patients. R's
    /// documentation of t.test(paired = TRUE) on them prints the interval 0.7001142 to 2.4598858 around 1.58.
    /// </summary>
    [Fact]
    public void Student_s_sleep_data()
    {
        PairedInterval interval = PairedInterval.Of([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]);
        Assert.Equal(1.58, interval.Mean, 1e-12);
        Assert.Equal(0.7001142, interval.Low, 5e-8);
        Assert.Equal(2.4598858, interval.High, 5e-8);
    }

    [Fact]
    public void One_pair_has_no_interval() => Assert.Throws<ArgumentException>(() => PairedInterval.Of([1.0]));
}
