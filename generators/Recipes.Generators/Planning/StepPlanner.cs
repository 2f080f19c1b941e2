using Recipes.Generators.Formulas;
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

        var terms = new List<PlannedTerm>();
        var memories = new List<PlannedMemory>();
        Declaration? termWeighting = recipe.First(DeclarationKind.TermWeighting);
        foreach (Declaration declaration in recipe.Of(DeclarationKind.Term))
            terms.Add(PlanTerm(declaration, terms.Count, termWeighting, network, memories, knobs));

        if (optimizer.Flag("DecayAll", false)) network.DecayAll();

        Declaration? mixup = recipe.First(DeclarationKind.RegMixup);
        int views = mixup is null ? 1 : 2;
        if (mixup is not null) knobs.Add(mixup.Name, "Alpha", mixup.Number("Alpha", 10), 0, 1000, exclusiveMinimum: true);

        PlannedFormula? Bind(DeclarationKind kind) => recipe.First(kind) is { } found ? knobs.Bind(found, []) : null;
        var transforms = new List<PlannedFormula>();
        foreach (Declaration declaration in recipe.Of(DeclarationKind.LogitTransform)) transforms.Add(knobs.Bind(declaration, []));
        var gradientTransforms = new List<PlannedFormula>();
        foreach (Declaration declaration in recipe.Of(DeclarationKind.GradientTransform)) gradientTransforms.Add(knobs.Bind(declaration, []));

        IReadOnlyList<PlannedBuffer> buffers = StepBuffers.Assign(network.Operations, views * recipe.Run.BatchSize, network.InputSize);
        (IReadOnlyList<PlannedBuffer> placed, int workspace) = BufferPlanner.Place(buffers);

        return new StepPlan
        {
            Recipe = recipe,
            InputSize = network.InputSize,
            Classes = network.Operations[network.Operations.Count - 1].Width,
            Views = views,
            Operations = network.Operations,
            Parameters = network.Parameters,
            ParameterFloats = network.ParameterFloats,
            Terms = terms,
            Memories = memories,
            Optimizer = knobs.Bind(optimizer, []),
            GradientTransforms = gradientTransforms,
            Averaging = Bind(DeclarationKind.Averaging),
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

    /// <summary>Whether every part that a trainer needs is there and whole.</summary>
    private static bool IsWhole(RecipeModel recipe)
    {
        if (recipe.Shape is not { IsPartial: true, IsStatic: false, IsGeneric: false, ContainersArePartial: true }) return false;
        if (recipe.First(DeclarationKind.Input) is null || recipe.First(DeclarationKind.Dense) is null) return false;
        if (recipe.First(DeclarationKind.Optimizer) is null || recipe.First(DeclarationKind.Term) is null) return false;
        if (recipe.Run.BatchSize < 1 || recipe.Run.Epochs < 1) return false;
        var names = new HashSet<string>();
        foreach (Declaration declaration in recipe.Declarations)
        {
            bool needsFormula = declaration.Kind is DeclarationKind.Term or DeclarationKind.Optimizer or DeclarationKind.FormulaLayer or DeclarationKind.Schedule
                or DeclarationKind.Averaging or DeclarationKind.GradientTransform or DeclarationKind.LogitTransform or DeclarationKind.TermWeighting
                or DeclarationKind.Weighting or DeclarationKind.LocalFormula;
            if (needsFormula && declaration.Formula is null) return false;
            if (declaration.Kind == DeclarationKind.Unresolved) return false;
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
        Declaration declaration, int index, Declaration? termWeighting, NetworkPlan network, List<PlannedMemory> memories, KnobPlanner knobs)
    {
        PlannedKnob weight = knobs.Add(declaration.Name, "Weight", declaration.Number("Weight", 1), 0);
        var slots = new List<(string, string)>();
        foreach (FormulaParameter parameter in declaration.Formula!.Parameters)
        {
            if (parameter.Role == FormulaRole.Memory)
            {
                var memory = new PlannedMemory(
                    memories.Count, declaration.Name + "." + parameter.Name, "_" + Names.Camel(declaration.Name) + Names.Pascal(parameter.Name),
                    network.Operations[network.Operations.Count - 1].Width, parameter.Initial);
                memories.Add(memory);
                slots.Add((parameter.Name, memory.Field));
            }
            else if (parameter.Role == FormulaRole.Learned)
            {
                int offset = network.AddLearned(declaration.Name + "." + parameter.Name, parameter.Initial);
                slots.Add((parameter.Name, Infrastructure.Literals.Literal(offset)));
            }
        }
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
