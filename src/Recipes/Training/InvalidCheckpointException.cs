namespace Recipes;

/// <summary>A checkpoint cannot be loaded: it is damaged, or it belongs to another recipe, other data, another split or other settings. Nothing was changed.</summary>
public sealed class InvalidCheckpointException : Exception
{
    /// <summary>Makes the exception.</summary>
    public InvalidCheckpointException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with what caused it.</summary>
    public InvalidCheckpointException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Makes the exception.</summary>
    public InvalidCheckpointException() : base("The checkpoint cannot be loaded.")
    {
    }
}
