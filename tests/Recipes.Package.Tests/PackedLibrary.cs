using System.IO.Compression;

namespace Recipes.Package.Tests;

/// <summary>The package of the library as it was built, in a folder of its own outside of the repository.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    /// <summary>Removed with everything in it when the tests are done.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "recipes-package-" + Guid.NewGuid().ToString("N"));

    /// <summary>The folder that serves as package source.</summary>
    public string Source => Path.Combine(Folder, "source");

    /// <summary>A package cache that holds nothing from before.</summary>
    public string Packages => Path.Combine(Folder, "packages");

    /// <summary>The package's file.</summary>
    public string File { get; private set; } = "";

    /// <summary>The package's version.</summary>
    public string Version => Path.GetFileNameWithoutExtension(File)["Recipes.".Length..];

    /// <summary>Paths in the package.</summary>
    public IReadOnlyList<string> Entries { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Source);
        await DotNet.RunAsync(
            Repository.Root, UserPackages(),
            "pack", Repository.LibraryProject, "--no-build", "--no-restore", "-c", Repository.Configuration, "-o", Source);
        File = Assert.Single(Directory.GetFiles(Source, "*.nupkg"));
        using ZipArchive archive = await ZipFile.OpenReadAsync(File);
        Entries = [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The content of a file in the package.</summary>
    public MemoryStream Open(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(File);
        using Stream stream = (archive.GetEntry(entry) ?? throw new FileNotFoundException($"The package has no {entry}.")).Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    // The library's own build keeps its packages where it had them.
    internal static string UserPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

/// <summary>The tests that share one package.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedLibrary>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Package";
}
