using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>Recipe model → step plan. Returns null where the recipe cannot be built; a rule says why.</summary>
internal static class StepPlanner
{
    public static StepPlan? Plan(RecipeModel recipe)
    {
        if (!IsWhole(recipe)) return null;
        var knobs = new KnobPlanner();
        Declaration optimizer = recipe.First(DeclarationKind.Optimizer)!;
        double rate = optimizer.Number("LearningRate", 0);
        knobs.Add(optimizer.Name, "LearningRate", rate, 0, exclusiveMinimum: true);

        NetworkPlan? network = NetworkPlanner.Plan(recipe, knobs);
        if (network is null) return null;

        StepBuffers.Name(network.Operations);
        LearnedTask task = LearnedTasks.Of(recipe);
        if (!FitsOutputs(recipe, task, network)) return null;
        var terms = new List<PlannedTerm>();
        var state = new StatePlanner(recipe, network);
        Declaration? termWeighting = recipe.First(DeclarationKind.TermWeighting);
        foreach (Declaration declaration in recipe.Of(DeclarationKind.Term))
            terms.Add(PlanTerm(declaration, terms.Count, termWeighting, network, state, knobs));
        IReadOnlyList<LossInput> inputs = InputPlanner.Plan(recipe, network);

        PlannedParametrization? parametrization = ParametrizationPlanner.Plan(recipe, network, knobs);
        if (optimizer.Flag("DecayAll", false)) network.DecayAll();

        Declaration? mixup = recipe.First(DeclarationKind.RegMixup);
        var augmentations = new List<Declaration>();
        bool looksAtSecondView = TermNeeds.Asks(recipe, FormulaRole.OtherLogits) || TermNeeds.Asks(recipe, FormulaRole.OtherEmbedding);
        if (looksAtSecondView) augmentations.AddRange(recipe.Of(DeclarationKind.Augmentation));
        // The mixed view is the last one.
        int views = 1 + (looksAtSecondView ? 1 : 0) + (mixup is null ? 0 : 1);
        if (mixup is not null) knobs.Add(mixup.Name, "Alpha", mixup.Number("Alpha", 10), 0, 1000, exclusiveMinimum: true);

        PlannedFormula? Bind(DeclarationKind kind) => recipe.First(kind) is { } found ? knobs.Bind(found, []) : null;
        var transforms = new List<PlannedFormula>();
        foreach (Declaration declaration in recipe.Of(DeclarationKind.LogitTransform)) transforms.Add(knobs.Bind(declaration, []));
        var gradientTransforms = new List<PlannedFormula>();
        foreach (Declaration declaration in recipe.Of(DeclarationKind.GradientTransform)) gradientTransforms.Add(knobs.Bind(declaration, []));

        // The features themselves take no gradient.
        bool changesEmbedding = TermNeeds.Asks(recipe, FormulaRole.Embedding) || TermNeeds.Asks(recipe, FormulaRole.OtherEmbedding);
        PlannedOperation? embedding = changesEmbedding && !ReferenceEquals(network.LastDense, network.Operations[0]) ? network.LastDense : null;
        IReadOnlyList<PlannedBuffer> buffers = StepBuffers.Assign(network.Operations, views * recipe.Run.BatchSize, network.InputSize, embedding);
        (IReadOnlyList<PlannedBuffer> placed, int workspace) = BufferPlanner.Place(buffers);

        return new StepPlan
        {
            Recipe = recipe,
            InputSize = network.InputSize,
            Task = task,
            Classes = network.Operations[network.Operations.Count - 1].Width,
            Targets = InputPlanner.Count(recipe, DeclarationKind.Targets),
            Views = views,
            Operations = network.Operations,
            Parameters = network.Parameters,
            ParameterFloats = network.ParameterFloats,
            Terms = terms,
            Memories = state.Memories,
            Running = state.Running,
            Inputs = inputs,
            Augmentations = augmentations,
            Embedding = embedding,
            Optimizer = knobs.Bind(optimizer, []),
            GradientTransforms = gradientTransforms,
            Averaging = Bind(DeclarationKind.Averaging),
            Parametrization = parametrization,
            Schedule = recipe.First(DeclarationKind.Schedule) is { } schedule ? knobs.Bind(schedule, Kept(schedule)) : null,
            Weighting = Bind(DeclarationKind.Weighting),
            TermWeighting = termWeighting is null ? null : knobs.Bind(termWeighting, []),
            LogitTransforms = transforms,
            Mixup = mixup,
            Knobs = knobs.Knobs,
            Buffers = placed,
            WorkspaceFloats = workspace,
        };
    }

    /// <summary>Whether the last layer has as many outputs as the terms of a regression take, each of them.</summary>
    private static bool FitsOutputs(RecipeModel recipe, LearnedTask task, NetworkPlan network)
    {
        if (task != LearnedTask.Regression) return true;
        int targets = InputPlanner.Count(recipe, DeclarationKind.Targets), width = network.Operations[network.Operations.Count - 1].Width;
        if (targets < 1 || width % targets != 0) return false;
        foreach (Declaration term in recipe.Of(DeclarationKind.Term))
            if ((TermNeeds.Blocks(term) is > 0 and var blocks && blocks * targets != width) || (targets > 1 && TermNeeds.OneTarget(term) is not null)) return false;
        return true;
    }

    /// <summary>Whether every part that a trainer needs is there and whole.</summary>
    private static bool IsWhole(RecipeModel recipe)
    {
        if (recipe.Shape is not { IsPartial: true, IsStatic: false, IsGeneric: false, ContainersArePartial: true }) return false;
        if (recipe.First(DeclarationKind.Input) is null || recipe.First(DeclarationKind.Dense) is null) return false;
        if (recipe.First(DeclarationKind.Optimizer) is null || recipe.First(DeclarationKind.Term) is null) return false;
        if (recipe.Run.BatchSize < 1 || recipe.Run.Epochs < 1) return false;
        LearnedTask task = LearnedTasks.Of(recipe);
        if (task == LearnedTask.Regression && recipe.First(DeclarationKind.MultiLabel) is not null) return false;
        var names = new HashSet<string>();
        foreach (Declaration declaration in recipe.Declarations)
        {
            bool needsFormula = declaration.Kind is DeclarationKind.Term or DeclarationKind.Optimizer or DeclarationKind.FormulaLayer or DeclarationKind.Schedule
                or DeclarationKind.Averaging or DeclarationKind.Parametrization or DeclarationKind.GradientTransform or DeclarationKind.LogitTransform or DeclarationKind.TermWeighting
                or DeclarationKind.Weighting or DeclarationKind.LocalFormula;
            if (needsFormula && declaration.Formula is null) return false;
            if (declaration.Kind == DeclarationKind.Unresolved) return false;
            if (declaration.Kind == DeclarationKind.Term && (TermNeeds.Missing(declaration, recipe) ?? TermNeeds.Unfit(declaration, task)) is not null) return false;
            if (declaration.Kind == DeclarationKind.Term && (!names.Add(declaration.Name) || !Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(declaration.Name))) return false;
            if (declaration.Kind == DeclarationKind.Term && declaration.Number("View", 0) == 1 && recipe.First(DeclarationKind.RegMixup) is null) return false;
        }
        return true;
    }

    /// <summary>The fields in which a schedule keeps its numbers.</summary>
    private static List<(string, string)> Kept(Declaration schedule)
    {
        var fields = new List<(string, string)>();
        foreach (FormulaParameter parameter in schedule.Formula!.Parameters)
            if (parameter.Role == FormulaRole.Running) fields.Add((parameter.Name, "_" + Names.Camel(schedule.Name) + "Kept" + Names.Pascal(parameter.Name)));
        return fields;
    }

    private static PlannedTerm PlanTerm(
        Declaration declaration, int index, Declaration? termWeighting, NetworkPlan network, StatePlanner state, KnobPlanner knobs)
    {
        PlannedKnob weight = knobs.Add(declaration.Name, "Weight", declaration.Number("Weight", 1), 0);
        IReadOnlyList<(string, string)> slots = state.Place(declaration);
        int? learned = null;
        if (termWeighting?.Formula is { } formula)
            foreach (FormulaParameter parameter in formula.Parameters)
                if (parameter.Role == FormulaRole.Learned)
                    learned = network.AddLearned(termWeighting.Name + "." + declaration.Name, parameter.Initial);
        return new PlannedTerm(
            index, knobs.Bind(declaration, slots), weight, declaration.Number("View", 0) == 1, learned,
            declaration.Number("From", 0), declaration.Number("Until", 1), (int)declaration.Number("Every", 1));
    }
}
