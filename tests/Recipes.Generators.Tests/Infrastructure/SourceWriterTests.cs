using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Infrastructure;

public class SourceWriterTests
{
    [Fact]
    public void Blocks_indent_what_is_in_them()
    {
        var writer = new SourceWriter();
        using (writer.Open("class A"))
        {
            writer.WriteLine("int x;");
            writer.WriteLine();
            using (writer.Open("int[] Y =", tail: ";")) writer.WriteLine("1,");
        }

        Assert.Equal("class A\n{\n    int x;\n\n    int[] Y =\n    {\n        1,\n    };\n}\n", writer.ToString());
    }

    [Fact]
    public void Every_line_of_a_text_is_indented_and_ends_in_LF()
    {
        var writer = new SourceWriter { Indentation = 1 };
        writer.WriteLine("a\r\nb").Write("c").Write("d\n");

        Assert.Equal("    a\n    b\n    cd\n", writer.ToString());
    }
}
