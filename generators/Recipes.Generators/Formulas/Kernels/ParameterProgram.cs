using System.Collections.Generic;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>What is computed in passes over the parameters: of which formulas, over which tensors, from and into which buffers of the trainer.</summary>
internal abstract class ParameterProgram(EquatableArray<ParameterTensor> tensors, int parameterFloats)
{
    /// <summary>The tensors, in order of their place.</summary>
    public EquatableArray<ParameterTensor> Tensors { get; } = tensors;

    /// <summary>Floats of the parameters, gaps included.</summary>
    public int ParameterFloats { get; } = parameterFloats;

    /// <summary>A noun in Pascal case; the emitted members are called after it.</summary>
    public abstract string Name { get; }

    /// <summary>The method of a pass when it is the only one.</summary>
    public abstract string OnlyPass { get; }

    /// <summary>What is computed, as a heading.</summary>
    public abstract string Title { get; }

    /// <summary>What the last pass computes.</summary>
    public abstract string Contents { get; }

    /// <summary>The formulas, in order.</summary>
    public abstract IReadOnlyList<BoundFormula> Formulas { get; }

    /// <summary>Whether weight matrices are told from other tensors even if no formula asks.</summary>
    public virtual bool TellsMatrices => false;

    /// <summary>Where values that a formula keeps or trains have their place already.</summary>
    public virtual IReadOnlyDictionary<string, StatePlace> Places { get; } = new Dictionary<string, StatePlace>();

    /// <summary>Binds the formulas for one kind of tensors, and fills in its results.</summary>
    public abstract void Bind(ParameterBinder binder, ParameterVariant variant);

    /// <summary>The buffer in which an input with a number for each weight is found, or a result goes.</summary>
    public abstract string BufferOf(string name);
}

/// <summary>Gradient transforms, an optimizer, and an average.</summary>
internal sealed class UpdateProgram(ParameterKernelRequest request) : ParameterProgram(request.Tensors, request.ParameterFloats)
{
    public override string Name => "Update";

    public override string OnlyPass => "UpdateParameters";

    public override string Title => "Update of the parameters";

    public override string Contents => request.Optimizer.Formula.Name;

    public override IReadOnlyList<BoundFormula> Formulas { get; } =
        request.Averaging is { } averaging ? [.. request.GradientTransforms, request.Optimizer, averaging] : [.. request.GradientTransforms, request.Optimizer];

    public override void Bind(ParameterBinder binder, ParameterVariant variant) => binder.Bind(request);

    public override string BufferOf(string name) => name switch { "parameter" => "Parameters", "gradient" => "Gradients", _ => "Averages" };
}
