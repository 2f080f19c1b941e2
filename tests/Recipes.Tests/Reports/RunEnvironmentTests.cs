namespace Recipes.Tests.Reports;

public class RunEnvironmentTests
{
    [Fact]
    public void The_machine_says_what_it_is()
    {
        RunEnvironment environment = RunEnvironment.Current(threads: 3);
        Assert.Equal(3, environment.Threads);
        Assert.StartsWith(".NET 10", environment.Runtime, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", environment.Version);
        Assert.All(new[] { environment.Processor, environment.OperatingSystem, environment.InstructionSet }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }
}
