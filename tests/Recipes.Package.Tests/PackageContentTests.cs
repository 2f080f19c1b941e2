using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Recipes.Package.Tests;

[Collection(PackageCollection.Name)]
public class PackageContentTests(PackedLibrary package)
{
    [Theory]
    [InlineData("lib/net10.0/Recipes.dll")]
    [InlineData("lib/net10.0/Recipes.xml")]
    [InlineData("analyzers/dotnet/cs/Recipes.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/Recipes.CodeFixes.dll")]
    [InlineData("build/Recipes.props")]
    [InlineData("buildTransitive/Recipes.props")]
    [InlineData("README.md")]
    public void The_package_holds(string path) => Assert.Contains(path, package.Entries);

    [Fact]
    public void The_package_holds_no_other_assembly() =>
        Assert.Equal(
            ["analyzers/dotnet/cs/Recipes.CodeFixes.dll", "analyzers/dotnet/cs/Recipes.Generators.dll", "lib/net10.0/Recipes.dll"],
            package.Entries.Where(entry => entry.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_depends_on_nothing()
    {
        XElement metadata = Metadata();
        XNamespace ns = metadata.Name.Namespace;

        Assert.Empty(metadata.Descendants(ns + "dependency"));
        Assert.Empty(metadata.Descendants(ns + "frameworkReference"));
    }

    [Fact]
    public void The_package_says_what_it_is()
    {
        XElement metadata = Metadata();
        XNamespace ns = metadata.Name.Namespace;

        Assert.Equal("Recipes", metadata.Element(ns + "id")!.Value);
        Assert.Equal("MIT", metadata.Element(ns + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(ns + "readme")!.Value);
        Assert.NotEmpty(metadata.Element(ns + "description")!.Value);
    }

    // A compiler loads generators that were built for its own version or an older one: 4.14.0 is that of the first SDK for .NET 10.
    [Theory]
    [InlineData("analyzers/dotnet/cs/Recipes.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/Recipes.CodeFixes.dll")]
    public void Analyzers_are_built_for_the_oldest_compiler(string path)
    {
        using var file = new PEReader(package.Open(path));
        MetadataReader reader = file.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);

        Assert.Equal(new Version(4, 14, 0, 0), references["Microsoft.CodeAnalysis"]);
        // Everything else comes with the compiler.
        Assert.All(references.Keys, name => Assert.Matches(@"^(netstandard|System\..+|Microsoft\.CodeAnalysis(\..+)?|Recipes\.Generators)$", name));
    }

    private XElement Metadata()
    {
        using MemoryStream stream = package.Open("Recipes.nuspec");
        XElement root = XDocument.Load(stream).Root!;
        return root.Element(root.Name.Namespace + "metadata")!;
    }
}
