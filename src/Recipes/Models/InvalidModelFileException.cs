namespace Recipes;

/// <summary>A model file is missing, damaged, or not of the kind that was asked for. Nothing is taken from it.</summary>
public sealed class InvalidModelFileException(string file, string problem, Exception? innerException = null)
    : Exception($"{file}: {problem}", innerException)
{
    /// <summary>The file, as its path was given.</summary>
    public string File { get; } = file;
}
