using System.Globalization;
using System.Text;

namespace Recipes.Tests.Data;

public sealed class DatasetFromCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Dataset Read(string text, string label = "label", IReadOnlyCollection<string>? ignore = null, char separator = ',') =>
        Dataset.FromCsv(_folder.File("a.csv", text), label, ignore, separator);

    private InvalidDataFileException Refused(string text, string label = "label", IReadOnlyCollection<string>? ignore = null)
    {
        string path = _folder.File("a.csv", text);
        var thrown = Assert.Throws<InvalidDataFileException>(() => Dataset.FromCsv(path, label, ignore));
        Assert.Equal(path, thrown.File);
        Assert.StartsWith(path, thrown.Message, StringComparison.Ordinal);
        return thrown;
    }

    [Fact]
    public void The_digits_are_read()
    {
        Dataset digits = Dataset.FromCsv(Repository.Digits, label: "digit");
        Assert.Equal(1797, digits.Count);
        Assert.Equal(64, digits.FeatureCount);
        Assert.Equal("p00", digits.FeatureNames[0]);
        Assert.Equal("p77", digits.FeatureNames[63]);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], digits.Classes);
        // scikit-learn, load_digits(): the counts are numpy.bincount(target), the sum is data.sum(), the row is data[0, :8].
        int[] counts = new int[10];
        foreach (int label in digits.Labels) counts[label]++;
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], counts);
        double sum = 0;
        foreach (float value in digits.Features) sum += value;
        Assert.Equal(561718, sum);
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0], digits.Row(0)[..8].ToArray());
    }

    [Fact]
    public void Text_labels_become_classes_in_ordinal_order()
    {
        Dataset data = Read("x,label\n1,cat\n2,\"dog, big\"\n3,Ant\n4,cat\n");
        Assert.Equal(["Ant", "cat", "dog, big"], data.Classes);
        Assert.Equal([1, 2, 0, 1], data.Labels.ToArray());
    }

    [Fact]
    public void Labels_that_are_all_numbers_are_in_numerical_order()
    {
        Dataset data = Read("x,label\n1,10\n2,9\n3,-1\n4,2.5\n");
        Assert.Equal(["-1", "2.5", "9", "10"], data.Classes);
    }

    [Fact]
    public void One_text_among_numbers_makes_the_order_ordinal() =>
        Assert.Equal(["10", "9", "none"], Read("x,label\n1,10\n2,9\n3,none\n").Classes);

    [Fact]
    public void The_label_may_stand_in_any_column_and_columns_may_be_left_out()
    {
        Dataset data = Read("id,label,a,b\nq-1,u,1,2\nq-2,v,3,4\n", ignore: ["id"]);
        Assert.Equal(["a", "b"], data.FeatureNames);
        Assert.Equal([1, 2, 3, 4], data.Features.ToArray());
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        string path = _folder.File("bom.csv", [.. Encoding.UTF8.GetPreamble(), .. "größe,label\r\n1e-3,α\r\n+2,β\r\n"u8]);
        Dataset data = Dataset.FromCsv(path, "label");
        Assert.Equal(["größe"], data.FeatureNames);
        Assert.Equal(["α", "β"], data.Classes);
        Assert.Equal([0.001f, 2f], data.Features.ToArray());
    }

    [Fact]
    public void Numbers_are_read_alike_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // A culture that writes 1.5 as "1,5", made by hand: the tests run without culture data.
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NumberGroupSeparator = ".";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Dataset data = Read("x;label\n1.5;-2\n-3;1\n", separator: ';');
            Assert.Equal([1.5f, -3f], data.Features.ToArray());
            Assert.Equal(["-2", "1"], data.Classes);
            Assert.Equal(["x0", "x1"], Dataset.FromArrays([1f, 2, 3, 4], [-1, 0]).FeatureNames);
            Assert.Equal(["-1", "0"], Dataset.FromArrays([1f, 2, 3, 4], [-1, 0]).Classes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_missing_file_is_reported_with_the_place_it_was_looked_for()
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Dataset.FromCsv("nowhere/digits.csv", "digit"));
        Assert.Equal("nowhere/digits.csv", thrown.File);
        Assert.Contains("no such file", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFullPath("nowhere/digits.csv"), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_a_file() =>
        Assert.Contains("folder", Assert.Throws<InvalidDataFileException>(() => Dataset.FromCsv(_folder.Path, "digit")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\n")]
    public void An_empty_file_is_an_error(string text) => Assert.Contains("empty", Refused(text).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_without_rows_is_an_error() => Assert.Contains("no row", Refused("x,label\n").Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_header_is_an_error()
    {
        InvalidDataFileException thrown = Refused("0,5,13,1\n2,3,4,0\n");
        Assert.Equal(1, thrown.Line);
        Assert.Contains("header line is missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_in_the_header_is_an_error()
    {
        InvalidDataFileException thrown = Refused("x,y,x,label\n1,2,3,a\n");
        Assert.Equal("x", thrown.Text);
        Assert.Contains("columns 1 and 3 alike", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_stands_twice_in_the_header_is_an_error() =>
        Assert.Equal("label", Refused("label,x,label\na,1,b\n").Text);

    [Fact]
    public void A_column_without_a_name_is_an_error() => Assert.Equal("2", Refused("x,,label\n1,2,a\n").Column);

    [Fact]
    public void A_label_that_is_not_in_the_header_is_an_error_that_suggests_the_nearest()
    {
        InvalidDataFileException thrown = Refused("p00,p01,digit\n1,2,a\n", label: "digits");
        Assert.Equal(1, thrown.Line);
        Assert.Contains("no column \"digits\". Did you mean \"digit\"?", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ignored_column_that_is_not_in_the_header_is_an_error() =>
        Assert.Contains("Did you mean \"id\"?", Refused("id,x,label\n1,2,a\n", ignore: ["ID"]).Message, StringComparison.Ordinal);

    [Fact]
    public void No_column_left_for_features_is_an_error() => Assert.Contains("separator", Refused("label\na\n").Message, StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_a_number_is_reported_with_file_line_column_and_text()
    {
        InvalidDataFileException thrown = Refused("x,y,label\n1,2,a\n3,4o,b\n");
        Assert.Equal(3, thrown.Line);
        Assert.Equal("y", thrown.Column);
        Assert.Equal("4o", thrown.Text);
        Assert.EndsWith("a.csv, line 3, column \"y\": \"4o\" is not a number. Correct it, or leave the column out with ignore: [\"y\"].", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    public void Other_notations_are_not_numbers(string value) => Assert.Equal(value, Refused($"x,label\n\"{value}\",a\n").Text);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e39")]
    public void Values_that_are_not_finite_are_errors(string value)
    {
        InvalidDataFileException thrown = Refused($"x,label\n1,a\n{value},b\n");
        Assert.Equal((3, "x", value), (thrown.Line, thrown.Column, thrown.Text));
        Assert.Contains("not a finite number", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_value_is_an_error(string value)
    {
        InvalidDataFileException thrown = Refused($"x,y,label\n1,{value},a\n");
        Assert.Equal((2, "y", value), (thrown.Line, thrown.Column, thrown.Text));
        Assert.Contains("missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_label_is_an_error()
    {
        InvalidDataFileException thrown = Refused("x,label\n1,a\n2,\n");
        Assert.Equal((3, "label"), (thrown.Line, thrown.Column));
    }

    [Theory]
    [InlineData("x,y,label\n1,2,a\n3,b\n")]
    [InlineData("x,y,label\n1,2,a\n3,4,b,\n")]
    public void A_ragged_record_is_an_error(string text)
    {
        InvalidDataFileException thrown = Refused(text);
        Assert.Equal(3, thrown.Line);
        Assert.Contains("the header has 3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_an_error()
    {
        string path = _folder.File("latin1.csv", [.. "x,label\n1,caf"u8, 0xE9, (byte)'\n']);
        var thrown = Assert.Throws<InvalidDataFileException>(() => Dataset.FromCsv(path, "label"));
        Assert.Contains("UTF-8", thrown.Message, StringComparison.Ordinal);
    }
}
