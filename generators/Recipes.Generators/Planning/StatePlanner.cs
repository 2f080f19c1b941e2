using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>Gives what losses learn or keep its place: in the parameter buffer, per train row, or per run.</summary>
internal sealed class StatePlanner(RecipeModel recipe, NetworkPlan network)
{
    private readonly List<PlannedMemory> _memories = [];
    private readonly List<PlannedMemory> _running = [];

    /// <summary>Kept for each train row.</summary>
    public IReadOnlyList<PlannedMemory> Memories => _memories;

    /// <summary>Kept for the run.</summary>
    public IReadOnlyList<PlannedMemory> Running => _running;

    /// <summary>The places of a term's learned and kept parameters, by name.</summary>
    public IReadOnlyList<(string Parameter, string Expression)> Place(Declaration term)
    {
        var slots = new List<(string, string)>();
        foreach (FormulaParameter parameter in term.Formula!.Parameters)
            if (Place(term, parameter) is { } place)
                slots.Add((parameter.Name, place));
        return slots;
    }

    private string? Place(Declaration term, FormulaParameter parameter)
    {
        string name = term.Name + "." + parameter.Name;
        switch (parameter.Role)
        {
            case FormulaRole.Memory: return Keep(_memories, term, parameter, Length(FormulaAxis.Class));
            case FormulaRole.ExampleMemory: return Keep(_memories, term, parameter, 1);
            case FormulaRole.Running: return Keep(_running, term, parameter, 1);
            case FormulaRole.RunningRow: return Keep(_running, term, parameter, Length(parameter.Axis));
            case FormulaRole.Learned: return Literals.Literal(network.AddLearned(name, parameter.Initial));
            case FormulaRole.LearnedAxisRow: return Literals.Literal(network.AddLearned(name, Length(parameter.Axis), parameter.Initial));
            case FormulaRole.LearnedMatrix: return Literals.Literal(network.AddLearnedMatrix(name, Length(parameter.Axis), Length(parameter.Columns)));
            default: return null;
        }
    }

    private static string Keep(List<PlannedMemory> kept, Declaration term, FormulaParameter parameter, int floats)
    {
        var memory = new PlannedMemory(
            kept.Count, term.Name + "." + parameter.Name, "_" + Names.Camel(term.Name) + Names.Pascal(parameter.Name), floats, parameter.Initial);
        kept.Add(memory);
        return memory.Field;
    }

    /// <summary>How many positions an axis has in this recipe.</summary>
    private int Length(FormulaAxis axis) => axis switch
    {
        FormulaAxis.Class => network.Operations[network.Operations.Count - 1].Width,
        FormulaAxis.Feature => network.LastDense.InputWidth,
        FormulaAxis.Output => InputPlanner.Count(recipe, DeclarationKind.Targets),
        FormulaAxis.Groups => InputPlanner.Count(recipe, DeclarationKind.Groups),
        FormulaAxis.Domains => InputPlanner.Count(recipe, DeclarationKind.Domains),
        _ => recipe.Run.BatchSize,
    };
}
