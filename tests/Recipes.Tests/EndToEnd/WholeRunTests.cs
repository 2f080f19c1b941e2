using System.Globalization;

namespace Recipes.Tests.EndToEnd;

/// <summary>Promises about whole runs of generated trainers, each in a process of its own.</summary>
public class WholeRunTests
{
    [Theory]
    [InlineData("Wide", 12)]
    [InlineData("LatentWeights", 12)]
    [InlineData("Specimens", 40)]
    [InlineData("Learning", 40)]
    [InlineData("Given", 40)]
    [InlineData("Ink", 40)]
    [InlineData("Strokes", 40)]
    [InlineData("Images", 20)]
    [InlineData("EnduranceOfSequences", 20)]
    public void One_two_and_three_threads_give_the_same_bytes(string recipe, int steps)
    {
        string[] one = Hash(recipe, 1, steps), two = Hash(recipe, 2, steps), three = Hash(recipe, 3, steps);
        Assert.Equal(one[0], two[0]);
        Assert.Equal(one[0], three[0]);
        if (recipe != "Wide") return;
        // Wide is wide enough that every worker gets something to do.
        Assert.All(two.Skip(1), tasks => Assert.True(long.Parse(tasks, CultureInfo.InvariantCulture) > 0));
        Assert.Equal(3, three.Length - 1);
        Assert.All(three.Skip(1), tasks => Assert.True(long.Parse(tasks, CultureInfo.InvariantCulture) > 0));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void Without_an_instruction_set_threads_still_give_the_same_bytes(string switchedOff)
    {
        var environment = new Dictionary<string, string> { [switchedOff] = "0" };
        Assert.Equal(Hash("SmallDigits", 1, 20, environment)[0], Hash("SmallDigits", 2, 20, environment)[0]);
        Assert.Equal(Hash("Images", 1, 20, environment)[0], Hash("Images", 2, 20, environment)[0]);
    }

    [Theory]
    [InlineData("Endurance", 1)]
    [InlineData("Endurance", 2)]
    [InlineData("EnduranceOfInputs", 1)]
    [InlineData("EnduranceOfInputs", 2)]
    [InlineData("EnduranceOfTargets", 1)]
    [InlineData("EnduranceOfLabels", 2)]
    [InlineData("EnduranceOfSequences", 2)]
    [InlineData("LatentWeights", 2)]
    public void A_thousand_steps_over_epoch_ends_allocate_nothing(string recipe, int threads)
        => Assert.Equal("0", HostProcess.Run(null, "allocations", recipe, Repository.Digits, threads.ToString(CultureInfo.InvariantCulture), "1000"));

    private static string[] Hash(string recipe, int threads, int steps, IReadOnlyDictionary<string, string>? environment = null)
        => HostProcess.Run(environment, "hash", recipe, Repository.Digits, threads.ToString(CultureInfo.InvariantCulture), steps.ToString(CultureInfo.InvariantCulture)).Split(' ');
}
