using System.Collections.Generic;
using System.Globalization;
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
    private readonly List<string> _filled = [];
    private readonly List<string> _summary = [];

    private LossKernel(LossKernelRequest request, GradientMutation? mutation)
    {
        _request = request;
        _objective = new LossObjective(request, mutation);
        _plan = new LossPlan(_objective);
    }

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
        PlaceInputs();
        FindFields();
        PlaceBarriers();
        PlaceResults();
        ResolveForeign();

        var passes = new SourceWriter();
        for (int pass = 0; pass < Passes.Count; pass++) WritePass(passes, pass);

        _output.WriteLine("// ---- Loss and its gradient by the logits ----");
        _output.WriteLine();
        WriteFields();
        WriteCall();
        for (int phase = 0; phase <= LastPhase; phase++) WritePhase(phase);
        _output.Write(passes.ToString());
        long bytes = 0;
        foreach ((string type, _, string? length, _) in _declared)
            if (length is not null) bytes += long.Parse(length, CultureInfo.InvariantCulture) * (type is OrderType or ScratchType ? 8 : 4);
        return new LossKernelResult(_output.ToString(), "ComputeLoss();", bytes, [.. _summary]);
    }

    private string FieldName(string meaning) => "_loss" + char.ToUpperInvariant(meaning[0]) + _fields.Unique(meaning).Substring(1);

    private string Buffer(string meaning, long length, string comment, string type = "NativeBuffer<float>")
    {
        if (length > int.MaxValue) throw new FormulaLimitException("it needs buffers of more than 2³¹ numbers");
        string name = FieldName(meaning);
        _declared.Add((type, name, length.ToString(CultureInfo.InvariantCulture), comment));
        return name;
    }

    private void WriteFields()
    {
        foreach ((string type, string name, string? length, string comment) in _declared)
        {
            if (length is not null) _output.WriteLine($"/// <summary>{comment}</summary>");
            _output.WriteLine($"private {type} {name};");
        }

        for (int pass = 0; pass < Passes.Count; pass++) _output.WriteLine($"private Action<int> _lossPass{pass + 1} = null!;");
        _output.WriteLine();
        using (_output.Open("private void AllocateLossScratch()"))
        {
            foreach ((string type, string name, string? length, _) in _declared)
                if (length is not null) _output.WriteLine($"{name} = Arena.Allocate<{(type == OrderType ? "long" : type == ScratchType ? "double" : "float")}>({length});");
            foreach (string statement in _filled) _output.WriteLine(statement);
            for (int pass = 0; pass < Passes.Count; pass++) _output.WriteLine($"_lossPass{pass + 1} = LossPass{pass + 1};");
        }

        _output.WriteLine();
    }

    private void WriteCall()
    {
        _output.WriteLine($"/// <summary>The loss of the batch and its gradient, in blocks of {BlockRows} examples.</summary>");
        using (_output.Open("private void ComputeLoss()"))
        {
            _output.WriteLine($"int blocks = (Count + {BlockRows - 1}) / {BlockRows};");
            for (int phase = 0; phase <= LastPhase; phase++)
            {
                _output.WriteLine($"LossPhase{phase}();");
                for (int pass = 0; pass < Passes.Count; pass++)
                    if (Passes[pass].Stage == phase) _output.WriteLine($"Team.For({(Passes[pass].Outer == Axes.Example ? "blocks" : Blocks(Passes[pass].Outer))}, _lossPass{pass + 1});");
            }
        }
    }
}
