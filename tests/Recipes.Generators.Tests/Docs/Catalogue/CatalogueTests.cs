namespace Recipes.Generators.Tests.Docs.Catalogue;

/// <summary>docs/catalogue.md is what the code and the table say, and the two agree.</summary>
public class CatalogueTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, "docs", "catalogue.md");
    private static readonly string[] s_kinds = ["formula", "component", "step transform", "stage/pass"];

    /// <summary>RECIPES_ACCEPT_SNAPSHOTS=1 writes the page, as it does the snapshots.</summary>
    [Fact]
    public void The_page_is_as_generated()
    {
        string page = CataloguePage.Write();
        if (Environment.GetEnvironmentVariable("RECIPES_ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(s_file, page);
        else Assert.Equal(page, File.ReadAllText(s_file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_id_stands_in_the_table_once()
    {
        string[] ids = [.. TechniqueTable.All.SelectMany(technique => technique.Ids)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Marks_name_techniques_of_the_table()
    {
        var known = TechniqueTable.All.SelectMany(technique => technique.Ids).ToHashSet();
        Assert.DoesNotContain(Library.All.SelectMany(entry => entry.Marks.Select(mark => (entry.Name, mark.Id))), mark => !known.Contains(mark.Id));
    }

    [Fact]
    public void No_attribute_stands_for_a_technique_twice() => Assert.All(TechniqueStatus.All, status =>
        Assert.Equal(status.Marks.Select(mark => mark.Entry.Name).Distinct(), status.Marks.Select(mark => mark.Entry.Name)));

    [Fact]
    public void What_is_left_out_is_said() => Assert.All(
        Library.All.SelectMany(entry => entry.Marks).Where(mark => mark.Part is not null), mark => Assert.False(string.IsNullOrWhiteSpace(mark.Part), mark.Id));

    [Fact]
    public void Every_technique_has_a_kind_a_reason_and_what_it_takes() => Assert.All(TechniqueTable.All, technique =>
    {
        string id = technique.Ids[0];
        Assert.True(s_kinds.Contains(technique.Kind), $"{id} is of the kind \"{technique.Kind}\".");
        Assert.True(technique.Effort is "S" or "M" or "L" or "XL", $"{id} is of the effort \"{technique.Effort}\".");
        Assert.True(technique.IsFormula == technique.Formula.Length > 0, $"{id}: what it is a formula of.");
        Assert.All([technique.Title, technique.Area, technique.Needs, technique.What], text => Assert.False(string.IsNullOrWhiteSpace(text), id));
    });

    [Fact]
    public void Every_attribute_has_a_summary() => Assert.All(Library.All, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Summary), entry.Name));

    [Fact]
    public void A_table_is_refused_where_a_cell_is_missing() =>
        Assert.Throws<FormatException>(() => TechniqueTable.Read("ids\teffort\tarea\tkind\tformula\ttitle\tneeds\twhat\n000-001\tS\tloss\n"));
}
