namespace Recipes;

/// <summary>One tensor of a safetensors file: row-major numbers in single precision.</summary>
/// <param name="Name">Its name, unique in the file.</param>
/// <param name="Shape">Its sizes; none for a single number.</param>
/// <param name="Values">As many numbers as the product of the sizes.</param>
public sealed record SafetensorsTensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);

/// <summary>A safetensors file: named tensors, and texts by name. The format of Hugging Face, which PyTorch users load with <c>safetensors.torch</c>.</summary>
/// <remarks>
/// Layout: the header's length (8 bytes, little-endian), the header (JSON, padded with spaces to a multiple of 8), the tensors' bytes
/// without gaps. Written files are a function of their content: tensors and texts are sorted by name.
/// </remarks>
public sealed partial class SafetensorsFile
{
    internal const string MetadataName = "__metadata__";
    internal const int LengthBytes = 8;

    private readonly Dictionary<string, SafetensorsTensor> _byName = new(StringComparer.Ordinal);
    private readonly string _path;

    private SafetensorsFile(string path, IReadOnlyDictionary<string, string> metadata, List<SafetensorsTensor> tensors)
    {
        _path = path;
        Metadata = metadata;
        Tensors = tensors.AsReadOnly();
        foreach (SafetensorsTensor tensor in tensors) _byName.Add(tensor.Name, tensor);
    }

    /// <summary>The texts of the file by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors of floating-point numbers, in the order of their bytes. F64, F16 and BF16 are converted to single precision.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>The tensor with a name.</summary>
    /// <exception cref="InvalidModelFileException">The file has no such tensor of floating-point numbers.</exception>
    public SafetensorsTensor this[string name] => _byName.TryGetValue(name, out SafetensorsTensor? tensor)
        ? tensor
        : throw new InvalidModelFileException(_path, $"it has no tensor \"{name}\" of floating-point numbers.{NearestName.Suggestion(name, _byName.Keys)}");

    /// <summary>Whether the file has a tensor of floating-point numbers with this name.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);
}
