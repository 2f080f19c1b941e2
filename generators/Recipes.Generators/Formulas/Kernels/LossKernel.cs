using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>Writes a recipe's loss: value and gradient of all terms, fused.</summary>
/// <remarks>
/// The batch is cut into blocks of <see cref="BlockRows"/> examples whatever the number of threads, and what blocks yield is added up in
/// their order, so that results do not depend on threads.
/// </remarks>
internal sealed partial class LossKernel
{
    /// <summary>Examples per task.</summary>
    public const int BlockRows = 64;

    private readonly LossKernelRequest _request;
    private readonly LossObjective _objective;
    private readonly LossPlan _plan;
    private readonly SourceWriter _output = new();
    private readonly NameTable _fields = new();
    private readonly List<(string Type, string Name, string? Length, string Comment)> _declared = [];
    private readonly Dictionary<Operation, string> _scalarFields = [];
    private readonly Dictionary<Operation, string> _vectorFields = [];
    private readonly Dictionary<Operation, string> _labelFields = [];
    private readonly Dictionary<(Operation Summed, bool IntoBlocks), (string Buffer, string Start)> _barrierInputs = [];
    private readonly Dictionary<Operation, string> _tables = [];
    private readonly List<string> _stagedMemories = [];
    private readonly List<string> _summary = [];

    private LossKernel(LossKernelRequest request, GradientMutation? mutation)
    {
        _request = request;
        _objective = new LossObjective(request, mutation);
        _plan = new LossPlan(_objective);
    }

    private int Blocks => (_request.BatchSize + BlockRows - 1) / BlockRows;

    private string Classes => Literals.Literal(_request.Classes);

    /// <summary>Writes the loss, or says why it cannot be.</summary>
    /// <param name="request">The loss.</param>
    /// <param name="mutation">Wrong derivatives, for the tests of the tests.</param>
    public static LossKernelResult Write(LossKernelRequest request, GradientMutation? mutation = null)
    {
        try
        {
            return new LossKernel(request, mutation).Write();
        }
        catch (FormulaLimitException problem)
        {
            return new LossKernelResult("", "", 0, [], problem.Message);
        }
    }

    private LossKernelResult Write()
    {
        FindFields();
        PlaceBarriers();
        foreach ((_, Operation value) in _plan.Memories) _stagedMemories.Add(Buffer("newMemory", (long)_request.BatchSize * _request.Classes, "New rows for the memory [batch, classes], kept until every example has read the old ones."));

        var passes = new SourceWriter();
        for (int pass = 0; pass < _plan.Passes; pass++) WritePass(passes, pass);

        _output.WriteLine("// ---- Loss and its gradient by the logits ----");
        _output.WriteLine();
        WriteFields();
        WriteCall();
        for (int phase = 0; phase <= _plan.Passes; phase++) WritePhase(phase);
        _output.Write(passes.ToString());
        long floats = 0;
        foreach ((_, _, string? length, _) in _declared)
            if (length is not null) floats += long.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
        return new LossKernelResult(_output.ToString(), "ComputeLoss();", floats * 4, [.. _summary]);
    }

    /// <summary>Values for the whole step that a pass or a later phase uses become fields.</summary>
    private void FindFields()
    {
        foreach (Operation user in _plan.All)
        {
            // A condition for the whole step is tested where it is used.
            bool isInPass = user.Has(Axes.Example) || user.IsBarrier || (user.IsCondition && user.Axes == Axes.None);
            foreach (Operation operand in user.Operands)
            {
                if (operand.Has(Axes.Example) || operand.Has(Axes.Label) || operand.IsCondition || operand.Kind is Operator.Constant or Operator.Input or Operator.LabelInput) continue;
                if (operand.IsLabel)
                {
                    if (!_labelFields.ContainsKey(operand))
                    {
                        _labelFields[operand] = FieldName(NameTable.Meaning(operand));
                        _declared.Add(("int", _labelFields[operand], null, ""));
                    }
                }
                else if (operand.Has(Axes.Row))
                {
                    if (isInPass || user.Stage > operand.Stage || operand.IsBarrier) VectorField(operand);
                }
                else if (isInPass || user.Stage > operand.Stage || user.Has(Axes.Row)) ScalarField(operand);
            }
        }

        IEnumerable<Operation> points = _plan.Gradients.Values.SelectMany(g => g.Points).Select(p => p.Value);
        foreach (Operation output in _plan.Gradients.Values.Select(g => g.Smooth).Concat(points).Concat(_plan.TermValues).Concat(_plan.Memories.Select(m => m.NewValue)))
        {
            if (output.Axes == Axes.None && output.Kind is not (Operator.Constant or Operator.Input)) ScalarField(output);
            if (output.Axes == Axes.Row && output.Kind != Operator.Input) VectorField(output);
        }

        // What the last phase reports may be known before.
        foreach (Operation output in _plan.TermMeans.Concat(_plan.LearnedGradients.Select(g => g.Gradient)).Append(_plan.Loss))
            if (output.Stage < _plan.Passes && output.Kind is not (Operator.Constant or Operator.Input)) ScalarField(output);
    }

    private void ScalarField(Operation operation)
    {
        if (_scalarFields.ContainsKey(operation)) return;
        string name = FieldName(NameTable.Meaning(operation));
        _scalarFields[operation] = name;
        _declared.Add(("double", name, null, ""));
    }

    private void VectorField(Operation operation)
    {
        if (!_vectorFields.ContainsKey(operation)) _vectorFields[operation] = Buffer(NameTable.Meaning(operation), _request.Classes, "A row for the whole batch [classes].");
    }

    /// <summary>Where passes leave what is to be summed over the batch.</summary>
    private void PlaceBarriers()
    {
        foreach (Operation barrier in _plan.Barriers)
        {
            Operation summed = barrier.Operands[0];
            if (barrier.Kind == Operator.LabelSum)
                _tables[barrier] = Buffer("sumsByLabel", (long)_request.Classes * (summed.Has(Axes.Row) ? _request.Classes : 1), summed.Has(Axes.Row) ? "A row for each label [classes, classes]." : "A number for each label [classes].");
            (Operation, bool) key = (summed, AddsUpBlocks(barrier));
            if (!summed.Has(Axes.Example) || _barrierInputs.ContainsKey(key)) continue;
            int term = _plan.TermValues.IndexOf(summed);
            if (term >= 0) _barrierInputs[key] = ("TermValues", Literals.Literal(term * _request.BatchSize));
            else if (!summed.Has(Axes.Row)) _barrierInputs[key] = (Buffer(NameTable.Meaning(summed) + "OfExamples", _request.BatchSize, "A number for each example [batch]."), "0");
            else if (barrier.Kind == Operator.LabelSum) _barrierInputs[key] = (Buffer(NameTable.Meaning(summed) + "OfExamples", (long)_request.BatchSize * _request.Classes, "A row for each example [batch, classes]."), "0");
            else _barrierInputs[key] = (Buffer(NameTable.Meaning(summed) + "OfBlocks", (long)Blocks * _request.Classes, "Sums over the examples of each block [blocks, classes]."), "0");
        }
    }

    /// <summary>Whether a pass adds rows up over each block; else it stores them for each example.</summary>
    private static bool AddsUpBlocks(Operation barrier) => barrier.Kind == Operator.ExampleSum && barrier.Operands[0].Has(Axes.Row);

    private string FieldName(string meaning) => "_loss" + char.ToUpperInvariant(meaning[0]) + _fields.Unique(meaning).Substring(1);

    private string Buffer(string meaning, long length, string comment)
    {
        if (length > int.MaxValue) throw new FormulaLimitException("it needs buffers of more than 2³¹ numbers");
        string name = FieldName(meaning);
        _declared.Add(("NativeBuffer<float>", name, length.ToString(System.Globalization.CultureInfo.InvariantCulture), comment));
        return name;
    }

    private void WriteFields()
    {
        foreach ((string type, string name, string? length, string comment) in _declared)
        {
            if (length is not null) _output.WriteLine($"/// <summary>{comment}</summary>");
            _output.WriteLine($"private {type} {name};");
        }

        for (int pass = 0; pass < _plan.Passes; pass++) _output.WriteLine($"private Action<int> _lossPass{pass + 1} = null!;");
        _output.WriteLine();
        using (_output.Open("private void AllocateLossScratch()"))
        {
            foreach ((_, string name, string? length, _) in _declared)
                if (length is not null) _output.WriteLine($"{name} = Arena.Allocate<float>({length});");
            for (int pass = 0; pass < _plan.Passes; pass++) _output.WriteLine($"_lossPass{pass + 1} = LossPass{pass + 1};");
        }

        _output.WriteLine();
    }

    private void WriteCall()
    {
        _output.WriteLine($"/// <summary>The loss of the batch and its gradient, in blocks of {BlockRows} examples.</summary>");
        using (_output.Open("private void ComputeLoss()"))
        {
            _output.WriteLine($"int blocks = (Count + {BlockRows - 1}) / {BlockRows};");
            for (int pass = 0; pass < _plan.Passes; pass++)
            {
                _output.WriteLine($"LossPhase{pass}();");
                _output.WriteLine($"Team.For(blocks, _lossPass{pass + 1});");
            }

            _output.WriteLine($"LossPhase{_plan.Passes}();");
        }
    }
}
