using System.Diagnostics;

namespace Recipes.Generators.Tests.Docs;

/// <summary>The statements of each page, typed into a program and run beside the sample's data.</summary>
public class PageProgramTests(DocumentationAssembly documentation) : IClassFixture<DocumentationAssembly>
{
    public static TheoryData<string> Pages => [.. DocumentationAssembly.Programs.Select(program => program.Page)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_statements_of_a_page_run(string page)
    {
        string folder = Path.Combine(Path.GetTempPath(), "recipes-docs-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            Assert.NotEmpty(documentation.Image);
            await File.WriteAllBytesAsync(Path.Combine(folder, "Docs.dll"), documentation.Image);
            string library = typeof(RecipeAttribute).Assembly.Location;
            File.Copy(library, Path.Combine(folder, "Recipes.dll"));
            File.Copy(Path.ChangeExtension(typeof(PageProgramTests).Assembly.Location, ".runtimeconfig.json"), Path.Combine(folder, "Docs.runtimeconfig.json"));
            File.Copy(Path.Combine(Repository.Root, "samples", "Digits", "digits.csv"), Path.Combine(folder, "digits.csv"));

            var start = new ProcessStartInfo("dotnet", ["Docs.dll", page]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
