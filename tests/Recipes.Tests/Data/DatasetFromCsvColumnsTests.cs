namespace Recipes.Tests.Data;

public sealed class DatasetFromCsvColumnsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Dataset Read(string text, CsvColumns columns) => Dataset.FromCsv(_folder.File("a.csv", text), columns);

    private InvalidDataFileException Refused(string message, string text, CsvColumns columns)
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Read(text, columns));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        return thrown;
    }

    [Fact]
    public void Every_column_goes_where_it_is_named()
    {
        Dataset data = Read(
            "id,size,price,place,rent,weight,year\n1,30,200,north,5,1,2001\n2,40,250,south,6,0.5,2001\n3,35,220,north,4,2,2002\n",
            new CsvColumns { Targets = ["rent", "price"], Group = "place", Domain = "year", SampleWeight = "weight", Ignore = ["id"] });
        Assert.Equal(["size"], data.FeatureNames);
        Assert.Equal([30f, 40, 35], data.Features.ToArray());
        Assert.Equal(["rent", "price"], data.Targets!.Names);
        Assert.Equal([5f, 200, 6, 250, 4, 220], data.Targets.Values.ToArray());
        Assert.Equal(["north", "south"], data.Groups!.Names);
        Assert.Equal([0, 1, 0], data.Groups.Indices.ToArray());
        Assert.Equal(["2001", "2002"], data.Domains!.Names);
        Assert.Equal([1f, .5f, 2], data.SampleWeights!.Values.ToArray());
        Assert.False(data.HasLabels);
    }

    [Fact]
    public void A_file_reads_as_arrays_do()
    {
        Dataset read = Read("x,red,round,y\n1,1,0,a\n2,false,TRUE,b\n", new CsvColumns { Label = "y", MultiLabels = ["red", "round"], Group = "y" });
        Dataset made = Dataset.FromArrays([1f, 2], ["a", "b"], ["x"]).WithMultiLabels(new[,] { { true, false }, { false, true } }, ["red", "round"]).WithGroups(["a", "b"]);
        Assert.Equal(made.ContentHash, read.ContentHash);
    }

    [Fact]
    public void Soft_targets_name_the_classes_where_no_label_does()
    {
        Dataset data = Read("x,cat,dog,t0,t1\n1,0.25,0.75,1,2\n2,1,0,3,4\n", new CsvColumns { SoftTargets = ["cat", "dog"], TeacherLogits = ["t0", "t1"] });
        Assert.Equal(["cat", "dog"], data.Classes);
        Assert.Equal([1, 0], data.Labels.ToArray());
        Assert.Equal([.25f, .75f, 1, 0], data.SoftTargets!.Values.ToArray());
        Assert.Equal([3f, 4], data.TeacherLogits!.Row(1).ToArray());
        Assert.Equal(["cat", "dog"], data.TeacherLogits.Names);
    }

    [Fact]
    public void A_value_that_is_not_what_its_column_is_for_is_refused_with_its_place()
    {
        InvalidDataFileException thrown = Refused("\"much\" is not a number. Correct it, or leave the row out", "x,y\n1,2\n1,much\n", new CsvColumns { Targets = ["y"] });
        Assert.Equal((3, "y", "much"), (thrown.Line, thrown.Column, thrown.Text));
        Refused("\"2\" does not say whether the row has this label", "x,red\n1,2\n", new CsvColumns { MultiLabels = ["red"] });
        Refused("the weight is -1", "x,y,w\n1,2,-1\n", new CsvColumns { Label = "y", SampleWeight = "w" });
        Refused("all weights are 0", "x,y,w\n1,2,0\n", new CsvColumns { Label = "y", SampleWeight = "w" });
        Refused("the group is missing", "x,y,g\n1,2, \n", new CsvColumns { Label = "y", Group = "g" });
        Assert.Equal(3, Refused("the soft targets sum to 2, not to 1", "x,a,b\n1,0,1\n1,1,1\n", new CsvColumns { SoftTargets = ["a", "b"] }).Line);
        Refused("TeacherLogits names 1 columns and there are 2 classes: a, b", "x,y,t\n1,a,0\n1,b,0\n", new CsvColumns { Label = "y", TeacherLogits = ["t"] });
        Refused("the header has no column \"pric\". Did you mean \"price\"?", "x,price\n1,2\n", new CsvColumns { Targets = ["pric"] });
    }

    [Fact]
    public void A_teacher_may_speak_of_several_labels() =>
        Assert.Equal(["a", "b"], Read("x,a,b,t,u\n1,1,0,2,3\n", new CsvColumns { MultiLabels = ["a", "b"], TeacherLogits = ["t", "u"] }).TeacherLogits!.Names);

    [Fact]
    public void Columns_that_make_no_sense_are_refused()
    {
        Assert.Contains("Nothing is left to learn", Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvColumns { Group = "y" })).Message, StringComparison.Ordinal);
        Assert.Contains("\"y\" is asked for and cannot be ignored", Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvColumns { Label = "y", Ignore = ["y"] })).Message, StringComparison.Ordinal);
        Assert.Contains("TeacherLogits need classes", Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvColumns { Targets = ["y"], TeacherLogits = ["x"] })).Message, StringComparison.Ordinal);
    }
}
