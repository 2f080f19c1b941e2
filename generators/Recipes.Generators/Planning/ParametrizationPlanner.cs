using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>A parametrisation of the weight matrices, and where its further trained numbers are.</summary>
internal sealed record PlannedParametrization(PlannedFormula Formula, IReadOnlyList<LatentPlaces> Latents);

/// <summary>Gives each weight matrix the trained numbers that a parametrisation adds.</summary>
internal static class ParametrizationPlanner
{
    public static PlannedParametrization? Plan(RecipeModel recipe, NetworkPlan network, KnobPlanner knobs)
    {
        if (recipe.First(DeclarationKind.Parametrization) is not { } declaration) return null;
        FormulaDefinition formula = declaration.Formula!;
        FormulaRole view = formula.Parameters[0].Role;
        // What is added here is none of the matrices that are made.
        PlannedParameter[] tensors = [.. network.Parameters];
        var latents = new List<LatentPlaces>();
        foreach (FormulaParameter parameter in formula.Parameters)
        {
            bool isFirst = ReferenceEquals(parameter, formula.Parameters[0]);
            bool isRow = !parameter.ByReference && parameter.Role is FormulaRole.ElementRow or FormulaRole.IncomingRow;
            if (isFirst || !(isRow || parameter.Role is FormulaRole.Latent or FormulaRole.Learned)) continue;
            var starts = new List<int>();
            foreach (PlannedParameter tensor in tensors) starts.Add(tensor.Tensor.IsMatrix ? Add(network, tensor, parameter, view) : -1);
            latents.Add(new LatentPlaces(parameter.Name, starts.ToEquatableArray()));
        }
        return new PlannedParametrization(knobs.Bind(declaration, []), latents);
    }

    private static int Add(NetworkPlan network, PlannedParameter matrix, FormulaParameter parameter, FormulaRole view)
    {
        string name = matrix.Name + "." + parameter.Name;
        int length = ParameterState.LengthOf(ParameterStates.ScopeOf(parameter, view), matrix.Tensor);
        if (parameter.Role is FormulaRole.ElementRow or FormulaRole.IncomingRow || (parameter.Role == FormulaRole.Latent && view == FormulaRole.Scalar))
        {
            // One for each weight: drawn as the weights are, unless the formula says what it starts at.
            bool isConstant = parameter.Role == FormulaRole.Latent;
            return network.Add(
                name, matrix.Shape, length, matrix.Transposed, isConstant ? "Constant" : matrix.Initializer, matrix.FanIn, parameter.Initial, matrix.Decays, false,
                matrix.DrawnAs + "." + parameter.Name).Offset;
        }
        return network.AddLearned(name, length, parameter.Initial);
    }
}
