namespace Recipes.Tests.Data;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_a_new_file_and_makes_its_folder()
    {
        string path = _folder.File("deep/er/a.bin");
        AtomicFile.Write(path, stream => stream.Write([1, 2, 3]));
        Assert.Equal(new byte[] { 1, 2, 3 }, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Replaces_a_longer_file_whole()
    {
        string path = _folder.File("a.txt", "a longer text than the next");
        AtomicFile.Write(path, stream => stream.Write("short"u8));
        Assert.Equal("short", File.ReadAllText(path));
    }

    [Fact]
    public void A_write_that_fails_keeps_the_previous_file_and_leaves_nothing_beside_it()
    {
        string path = _folder.File("a.txt", "kept");
        var thrown = Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("in the middle");
        }));
        Assert.Equal("in the middle", thrown.Message);
        Assert.Equal("kept", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void The_previous_file_is_readable_while_the_next_is_written()
    {
        string path = _folder.File("a.txt", "old");
        string? seen = null;
        AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            seen = File.ReadAllText(path);
        });
        Assert.Equal("old", seen);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_and_other_files_are_not()
    {
        // No Linux process can have this id: pid_max is at most 2²².
        string left = _folder.File("a.txt.2000000000-1.writing", "half");
        string alive = _folder.File($"a.txt.{Environment.ProcessId}-999999.writing", "in progress");
        string foreign = _folder.File("a.txt.mine.writing", "not ours");
        AtomicFile.Write(_folder.File("a.txt"), stream => stream.Write("x"u8));
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(alive));
        Assert.True(File.Exists(foreign));
    }
}
