using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>The recipe's formulas, compiled: what the writer places into the trainer.</summary>
internal sealed class TrainerKernels
{
    private readonly string? _layerProblem;

    public TrainerKernels(StepPlan plan)
    {
        var terms = new List<TermRequest>();
        foreach (PlannedTerm term in plan.Terms)
            terms.Add(new TermRequest(term.Name, Bind(term.Formula), "TermWeight(" + term.Index + ")", term.Mixed, term.LearnedOffset));
        var transforms = new List<BoundFormula>();
        foreach (PlannedFormula transform in plan.LogitTransforms) transforms.Add(Bind(transform));
        Loss = LossKernel.Write(new LossKernelRequest(
            plan.Classes, plan.BatchSize, plan.Views, terms.ToEquatableArray(), transforms.ToEquatableArray(),
            plan.TermWeighting is { } weighting ? Bind(weighting) : null, plan.Weighting is not null, plan.Inputs.ToEquatableArray(), plan.WeighsRows));

        if (plan.Likelihood is { } likelihood) Likelihood = LikelihoodWriter.Compile(plan, likelihood);

        Update = ParameterKernel.Write(UpdateOf(plan, plan.GradientTransforms, plan.Averaging));

        if (plan.Parametrization is { } parametrization) Parametrization = ParametrizationKernel.Write(ParametrizationOf(plan, parametrization, Update.StateFloats));

        var written = new HashSet<string>();
        foreach (PlannedOperation operation in plan.Operations)
        {
            if (operation.Activation is { } activation && written.Add(LayerWriter.ActivationPrefix(activation)))
            {
                ActivationKernelResult result = ActivationKernel.Write(Bind(activation, LayerWriter.ActivationPrefix(activation)));
                Layers.Add(result.Text);
                _layerProblem ??= result.Problem;
            }
            if (operation.Layer is { } layer)
            {
                LayerKernelResult result = LayerKernel.Write(Bind(layer), operation.Width);
                Layers.Add(result.Members);
                _layerProblem ??= result.Problem;
            }
        }

        if (plan.Schedule is { } schedule) Schedule = ScalarKernel.Write(Bind(schedule), Arguments(schedule));
        if (plan.Weighting is { } classes) Weighting = ScalarKernel.Write(Bind(classes), Arguments(classes));
    }

    /// <summary>The activation structs and row-wise functions of the network.</summary>
    public List<string> Layers { get; } = [];
    public LossKernelResult Loss { get; }
    public LossKernelResult? Likelihood { get; }
    public ParameterKernelResult Update { get; }
    public ParametrizationResult? Parametrization { get; }
    public ScalarKernelResult? Schedule { get; }
    public ScalarKernelResult? Weighting { get; }

    /// <summary>Why a formula cannot be compiled; null if all can.</summary>
    public string? Problem => Loss.Problem ?? Likelihood?.Problem ?? Update.Problem ?? Parametrization?.Problem ?? Schedule?.Problem ?? Weighting?.Problem ?? _layerProblem;

    /// <summary>Whether chunks of matrices are whole rows.</summary>
    public bool ByRows => Update.ByRows || Parametrization is { ByRows: true };

    /// <summary>Floats that update and parametrisation keep from step to step.</summary>
    public int StateFloats => Update.StateFloats + (Parametrization?.StateFloats ?? 0);

    /// <summary>What of them does not start at 0.</summary>
    public IEnumerable<StateFill> StateFills
    {
        get
        {
            foreach (StateFill fill in Update.StateFills) yield return fill;
            foreach (StateFill fill in Parametrization?.StateFills ?? default) yield return fill;
        }
    }

    public static BoundFormula Bind(PlannedFormula formula, string? prefix = null)
    {
        var knobs = new List<BoundKnob>();
        foreach ((string parameter, string expression, double declared, bool? flag) in formula.Parts.Knobs)
            knobs.Add(new BoundKnob(parameter, expression, declared, flag));
        var slots = new List<BoundSlot>();
        foreach ((string parameter, string expression) in formula.Parts.Slots) slots.Add(new BoundSlot(parameter, expression));
        return new BoundFormula(formula.Formula, prefix ?? Names.Pascal(formula.Name), knobs.ToEquatableArray(), slots.ToEquatableArray());
    }

    /// <summary>The parametrisation of the plan's weights.</summary>
    public static ParametrizationRequest ParametrizationOf(StepPlan plan, PlannedParametrization parametrization, int stateStart) => new(
        Bind(parametrization.Formula), parametrization.Latents.ToEquatableArray(), Tensors(plan), plan.ParameterFloats, stateStart);

    /// <summary>The update of the plan's parameters by its optimizer.</summary>
    public static ParameterKernelRequest UpdateOf(StepPlan plan, IReadOnlyList<PlannedFormula> transforms, PlannedFormula? averaging)
    {
        var bound = new List<BoundFormula>();
        foreach (PlannedFormula transform in transforms) bound.Add(Bind(transform));
        return new ParameterKernelRequest(
            Bind(plan.Optimizer), bound.ToEquatableArray(), averaging is null ? null : Bind(averaging), Tensors(plan), plan.ParameterFloats);
    }

    private static EquatableArray<ParameterTensor> Tensors(StepPlan plan)
    {
        var tensors = new List<ParameterTensor>();
        foreach (PlannedParameter parameter in plan.Parameters) tensors.Add(parameter.Tensor);
        return tensors.ToEquatableArray();
    }

    private static IReadOnlyDictionary<FormulaRole, string> Arguments(PlannedFormula formula) => new Dictionary<FormulaRole, string>
    {
        [FormulaRole.Progress] = "progress",
        [FormulaRole.RunSteps] = "steps",
        [FormulaRole.ValidationLoss] = "validationLoss",
        [FormulaRole.ClassCount] = "count",
        [FormulaRole.RowCount] = "rows",
        [FormulaRole.ClassTotal] = "classes",
    };
}
