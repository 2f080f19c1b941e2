namespace Recipes.Package.Tests;

/// <summary>A project outside of the repository that knows nothing but the package.</summary>
[Collection(PackageCollection.Name)]
public class OutsideProjectTests(PackedLibrary package)
{
    [Fact]
    public async Task An_app_with_a_loss_term_of_its_own_builds_without_a_warning_and_trains()
    {
        string app = Path.Combine(package.Folder, "app");
        CopyApp(app);

        string built = await DotNet.RunAsync(app, package.Packages, "build", "App.csproj", "-c", "Release", $"-p:RecipesVersion={package.Version}");
        Assert.Contains("0 Warning(s)", built);

        string output = await DotNet.RunAsync(app, package.Packages, Path.Combine(app, "bin", "Release", "net10.0", "App.dll"));
        Assert.Equal(
            [
                "own term between 1/9 and 1: True", "status: Completed", "accuracy above 0.9: True", "class at radius 3.2: outer",
                "Rings: 20 epochs, batches of 32 rows, seed 1.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The app's files, and those that keep it from seeing anything but the package.</summary>
    private void CopyApp(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "App")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Source}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        // The search for these in the folders above ends here.
        foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
    }
}
