using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Tensors for proofs of parametrisations: a bias, a matrix with units in columns, one with units in rows, and the further numbers that the formula trains.</summary>
internal sealed class ProofModel
{
    private readonly FormulaDefinition _formula;
    private readonly Dictionary<string, int[]> _latents = [];

    /// <param name="formula">The parametrisation.</param>
    /// <param name="incoming">Weights of each unit.</param>
    public ProofModel(FormulaDefinition formula, int incoming)
    {
        _formula = formula;
        var tensors = new List<ParameterInfo>();
        int Add(string name, int[] shape, bool transposed, bool inNetwork)
        {
            int offset = tensors.Count == 0 ? 0 : (tensors[^1].Offset + tensors[^1].Length + 15) / 16 * 16;
            tensors.Add(new(name, shape, offset, transposed, Initializer.Constant, 1, 0, Decays: false, inNetwork));
            return offset;
        }

        Add("bias", [37], transposed: false, inNetwork: true);
        Add("columns", [7, incoming], transposed: true, inNetwork: true);
        Add("rows", [5, incoming], transposed: false, inNetwork: true);
        Tensors = [.. tensors];
        Given = [.. formula.Parameters.Where((p, i) => i == 0 || IsTrained(p) || p.ByReference)];
        foreach (FormulaParameter parameter in Given.Skip(1).Where(IsTrained))
        {
            _latents[parameter.Name] = [-1, .. Matrices.Select(m => Add($"{tensors[m].Name}.{parameter.Name}", [Length(m, parameter)], transposed: false, inNetwork: false))];
        }

        Tensors = [.. tensors];
        Floats = (tensors[^1].Offset + tensors[^1].Length + 15) / 16 * 16;
        Latents = _latents.Select(l => new LatentPlaces(l.Key, Tensors.Select((_, t) => t < l.Value.Length ? l.Value[t] : -1).ToEquatableArray())).ToEquatableArray();
        Used = [.. Matrices.SelectMany(m => Given.Where(IsTrained).SelectMany(p => Enumerable.Range(0, Length(m, p)).Select(i => Place(m, p, i))))];
    }

    public ParameterInfo[] Tensors { get; }

    public int[] Matrices { get; } = [1, 2];

    /// <summary>What the formula is given of each matrix, the latent weights first.</summary>
    public FormulaParameter[] Given { get; }

    public int Floats { get; }

    public EquatableArray<LatentPlaces> Latents { get; }

    /// <summary>The tensors as the kernel is told of them.</summary>
    public EquatableArray<ParameterTensor> Shapes => Tensors.Select(t => !t.IsMatrix
        ? new ParameterTensor(1, t.Length)
        : t.Transposed ? new ParameterTensor(t.Shape[1], t.Shape[0], true, true) : new ParameterTensor(t.Shape[0], t.Shape[1], true)).ToEquatableArray();

    /// <summary>Places of the parameters that take a gradient.</summary>
    public HashSet<int> Used { get; }

    /// <summary>Where the emitted code keeps what is not trained.</summary>
    public IReadOnlyDictionary<string, StatePlace> States { get; set; } = new Dictionary<string, StatePlace>();

    /// <summary>Whether the formula says what something starts at.</summary>
    public bool Starts => _formula.Parameters.Any(p => p.Role == FormulaRole.IsStart);

    public bool IsTrained(FormulaParameter parameter) => ReferenceEquals(parameter, _formula.Parameters[0]) || parameter.Role is FormulaRole.Latent or FormulaRole.Learned || IsRow(parameter);

    public bool IsKept(FormulaParameter parameter) => !IsTrained(parameter);

    /// <summary>Whether it is a latent number for each weight.</summary>
    public bool IsRow(FormulaParameter parameter) => !parameter.ByReference && parameter.Role is FormulaRole.ElementRow or FormulaRole.IncomingRow;

    public int Length(int matrix, FormulaParameter parameter)
    {
        (int units, int incoming) = (Tensors[matrix].Shape[0], Tensors[matrix].Shape[1]);
        return ScopeOf(parameter) switch { StateScope.Element => units * incoming, StateScope.Unit => units, StateScope.Incoming => incoming, _ => 1 };
    }

    public void Store(double[] numbers, NativeBuffer<float> buffer, int matrix, FormulaParameter parameter)
    {
        for (int i = 0; i < numbers.Length; i++) buffer[Place(matrix, parameter, i)] = (float)numbers[i];
    }

    public double[] Read(NativeBuffer<float> buffer, int matrix, FormulaParameter parameter) =>
        [.. Enumerable.Range(0, Length(matrix, parameter)).Select(i => (double)buffer[Place(matrix, parameter, i)])];

    /// <summary>Numbers of a matrix as what the method takes.</summary>
    public object Value(FormulaParameter parameter, int matrix, double[] numbers)
    {
        int incoming = Tensors[matrix].Shape[1];
        return parameter.Role switch
        {
            FormulaRole.ElementRow => new Row<Element>(numbers),
            FormulaRole.IncomingRow => new Row<Incoming>([.. Enumerable.Range(0, numbers.Length / incoming).Select(u => numbers[(u * incoming)..((u + 1) * incoming)])]),
            FormulaRole.RunningRow => (Running<Incoming>)new Row<Incoming>(numbers),
            FormulaRole.State => (State)new Scalar(numbers),
            FormulaRole.Latent => (Latent)new Scalar(numbers),
            FormulaRole.Learned => (Learned)numbers[0],
            _ => new Scalar(numbers),
        };
    }

    /// <summary>The numbers of what the method gives.</summary>
    public static double[] Numbers(object value, int count)
    {
        double[] numbers = value switch
        {
            Row<Element> row => row.ToArray(),
            Row<Incoming> row => row.ToArray(),
            Running<Incoming> row => ((Row<Incoming>)row).ToArray(),
            Scalar scalar => scalar.ToArray(),
            State state => ((Scalar)state).ToArray(),
            Latent latent => ((Scalar)latent).ToArray(),
            Learned learned => ((Scalar)learned).ToArray(),
            _ => throw new InvalidOperationException(value.ToString()),
        };
        return numbers.Length == count ? numbers : [.. Enumerable.Repeat(numbers.Single(), count)];
    }

    private StateScope ScopeOf(FormulaParameter parameter) =>
        ReferenceEquals(parameter, _formula.Parameters[0]) ? StateScope.Element : ParameterStates.ScopeOf(parameter, _formula.Parameters[0].Role);

    /// <summary>Where the i-th number [units · incoming] of a matrix lies in the buffer that has it.</summary>
    private int Place(int matrix, FormulaParameter parameter, int i)
    {
        ParameterInfo tensor = Tensors[matrix];
        int start = ReferenceEquals(parameter, _formula.Parameters[0]) ? tensor.Offset : IsTrained(parameter) ? _latents[parameter.Name][matrix] : States["F." + parameter.Name].Starts[matrix];
        if (ScopeOf(parameter) != StateScope.Element || !tensor.Transposed) return start + i;
        (int unit, int incoming) = (i / tensor.Shape[1], i % tensor.Shape[1]);
        return start + (incoming * tensor.Shape[0]) + unit;
    }
}
