namespace Recipes.Tests.Data;

public sealed class CsvReaderTests
{
    private static List<string[]> Read(string text, char separator = ',')
    {
        var reader = new CsvReader(new StringReader(text), separator, "test.csv");
        var records = new List<string[]>();
        while (reader.Read())
        {
            string[] fields = new string[reader.FieldCount];
            for (int i = 0; i < fields.Length; i++) fields[i] = reader.Field(i).ToString();
            records.Add(fields);
        }
        return records;
    }

    [Theory]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\rc,d\r")]
    [InlineData("a,b\r\nc,d")]
    [InlineData("a,b\n\n\r\nc,d\n\n")]
    public void Every_line_end_ends_a_record_and_empty_lines_are_skipped(string text) =>
        Assert.Equal([["a", "b"], ["c", "d"]], Read(text));

    [Fact]
    public void Quoted_fields_hold_separators_line_ends_and_doubled_quotes() =>
        Assert.Equal([["a,b", "c\r\nd", "say \"no\"", "", "plain"], ["next", "", "", "", ""]],
            Read("\"a,b\",\"c\r\nd\",\"say \"\"no\"\"\",\"\",plain\r\nnext,,,,\r\n"));

    [Fact]
    public void White_space_belongs_to_its_field() => Assert.Equal([[" a ", "\tb"]], Read(" a ,\tb"));

    [Fact]
    public void The_separator_can_be_chosen() => Assert.Equal([["1,5", "2"]], Read("1,5;2", ';'));

    [Fact]
    public void Nothing_holds_no_record() => Assert.Empty(Read(""));

    [Fact]
    public void Fields_and_files_longer_than_the_buffer_come_whole()
    {
        // The reader's buffer is 65,536 characters; these run over its ends at every place.
        string field = new('x', 100_003);
        string text = string.Concat(Enumerable.Repeat($"{field},\"{field}\"\r\n", 7));
        List<string[]> records = Read(text);
        Assert.Equal(7, records.Count);
        Assert.All(records, record => Assert.Equal([field, field], record));
    }

    [Fact]
    public void Lines_are_counted_through_quoted_fields()
    {
        var reader = new CsvReader(new StringReader("h\r\n\"1\n2\r3\r\n4\",b\nlast\n"), ',', "test.csv");
        Assert.True(reader.Read());
        Assert.Equal(1, reader.Line);
        Assert.True(reader.Read());
        Assert.Equal(2, reader.Line);
        Assert.Equal(2, reader.LineOf(0));
        Assert.Equal(5, reader.LineOf(1));
        Assert.True(reader.Read());
        Assert.Equal(6, reader.Line);
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_quote_that_never_closes_is_reported_where_it_opens()
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Read("a,b\nc,\"d\ne,f\n"));
        Assert.Equal(2, thrown.Line);
        Assert.Equal("2", thrown.Column);
        Assert.Contains("none closes it", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_inside_a_plain_field_is_an_error()
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Read("a,b\n5\" disk,d\n"));
        Assert.Equal(2, thrown.Line);
        Assert.Contains("double the quotes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_after_a_closing_quote_is_an_error()
    {
        var thrown = Assert.Throws<InvalidDataFileException>(() => Read("\"a\"b,c\n"));
        Assert.Equal(1, thrown.Line);
        Assert.Contains("\"b\" follows the quote", thrown.Message, StringComparison.Ordinal);
    }
}
