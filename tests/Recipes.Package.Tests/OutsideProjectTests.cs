using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Recipes.Package.Tests;

/// <summary>A project outside of the repository that knows nothing but the package.</summary>
[Collection(PackageCollection.Name)]
public class OutsideProjectTests(PackedLibrary package)
{
    [Fact]
    public async Task An_app_with_a_loss_term_of_its_own_builds_without_a_warning_and_trains()
    {
        string app = Copy("App");

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

    [Fact]
    public async Task A_library_of_formulas_of_every_kind_is_packed_and_its_attributes_serve_an_app_like_those_of_Recipes()
    {
        string library = Copy("Library");
        string packed = await DotNet.RunAsync(library, package.Packages, "pack", "Handmade.csproj", "-c", "Release", "-o", package.Source, $"-p:RecipesVersion={package.Version}");
        Assert.DoesNotContain("warning", packed, StringComparison.OrdinalIgnoreCase);
        using (ZipArchive archive = ZipFile.OpenRead(Path.Combine(package.Source, "Handmade.1.0.0.nupkg")))
        {
            using Stream file = archive.GetEntry("lib/net10.0/Handmade.xml")!.Open();
            var documentation = XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Value.Trim());
            // What the formula's comment says, the attribute's does.
            Assert.StartsWith("Descent along a running mean", documentation["T:Handmade.HeavyAttribute"]);
            Assert.StartsWith("The greatest step before the rate.", documentation["P:Handmade.HeavyAttribute.Limit"]);
            Assert.StartsWith("The part of the rate that is left", documentation["P:Handmade.SlopeAttribute.Rest"]);
        }

        string guest = Copy("Guest");
        string built = await DotNet.RunAsync(guest, package.Packages, "build", "Guest.csproj", "-c", "Release");
        Assert.Contains("0 Warning(s)", built);
        string output = await DotNet.RunAsync(guest, package.Packages, Path.Combine(guest, "bin", "Release", "net10.0", "Guest.dll"));
        Assert.StartsWith("status: Completed\naccuracy above 0.95: True\nCorners: 60 epochs", output.ReplaceLineEndings("\n"));

        // Their ranges are known at the place of each argument, as those of Recipes.
        string recipe = Path.Combine(guest, "Corners.recipe.cs");
        string text = await File.ReadAllTextAsync(recipe);
        (string Right, string Wrong, string Knob)[] beyond =
        [
            ("Temperature = 1.2", "Temperature = 12", "Temperature of [Flattened]"), ("Width = 0.5", "Width = 0", "Width of [Bowed]"), ("Share = 0.5", "Share = -1", "Share of [Levelled]"),
            ("Momentum = 0.8", "Momentum = 1", "Momentum of [Heavy]"), ("Rest = 0.05", "Rest = 2", "Rest of [Slope]"), ("Even,", "Even(Share = 3),", "Share of [Even]"),
            ("Fading]", "Fading(Kept = 1)]", "Kept of [Fading]"), ("Rarity,", "Rarity(Power = -1),", "Power of [Rarity]"), ("Bounded]", "Bounded(Bound = 0)]", "Bound of [Bounded]"),
        ];
        foreach ((string right, string wrong, _) in beyond) text = text.Replace(right, wrong, StringComparison.Ordinal);
        await File.WriteAllTextAsync(recipe, text);
        string refused = await DotNet.FailAsync(guest, package.Packages, "build", "Guest.csproj", "-c", "Release");
        string[] lines = text.Split('\n');
        foreach ((_, string wrong, string knob) in beyond)
        {
            string argument = wrong[(wrong.IndexOf('(') + 1)..].TrimEnd(',', ']', ')');
            string value = argument[(argument.IndexOf('=') + 2)..];
            int line = Array.FindIndex(lines, l => l.Contains(wrong, StringComparison.Ordinal));
            int column = lines[line].IndexOf(wrong, StringComparison.Ordinal) + wrong.IndexOf(argument, StringComparison.Ordinal);
            Assert.Matches($@"Corners\.recipe\.cs\({line + 1},{column + 1}\): error RCP0018: {Regex.Escape(knob)} is {value}", refused);
        }
    }

    /// <summary>The files of a project, and those that keep it from seeing anything but packages.</summary>
    private string Copy(string project)
    {
        string folder = Path.Combine(package.Folder, project);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, project)))
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
        return folder;
    }
}
