namespace Recipes;

/// <summary>What all readers of data files say alike.</summary>
internal static class DataFile
{
    /// <summary>The failure to open or read a file, told with what to do about it.</summary>
    public static InvalidDataFileException CannotRead(string path, Exception cause)
    {
        string problem = cause switch
        {
            FileNotFoundException or DirectoryNotFoundException =>
                $"there is no such file. It was looked for at {Path.GetFullPath(path)}.",
            UnauthorizedAccessException when Directory.Exists(path) => "this is a folder. Give the path of a file in it.",
            UnauthorizedAccessException => "this file may not be read. Look at its permissions.",
            _ => $"the file cannot be read: {cause.Message}",
        };
        return new InvalidDataFileException(path, problem, innerException: cause);
    }
}
