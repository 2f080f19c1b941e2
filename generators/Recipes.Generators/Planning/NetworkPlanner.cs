using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>The operations of the network and its tensors.</summary>
internal sealed class NetworkPlan(int inputSize)
{
    public int InputSize { get; } = inputSize;
    public List<PlannedOperation> Operations { get; } = [];
    public List<PlannedParameter> Parameters { get; } = [];
    public int ParameterFloats { get; private set; }

    /// <summary>The operation whose input is the embedding.</summary>
    public PlannedOperation LastDense
    {
        get
        {
            for (int i = Operations.Count - 1; i >= 0; i--)
                if (Operations[i].Kind == OperationKind.Dense) return Operations[i];
            throw new InvalidOperationException("A network has a dense layer.");
        }
    }

    public PlannedParameter Add(string name, string shape, int length, bool transposed, string initializer, int fanIn, double initial, bool decays, bool inNetwork, string drawnAs = "")
    {
        var parameter = new PlannedParameter(name, shape, length, ParameterFloats, transposed, initializer, fanIn, initial, decays, inNetwork, drawnAs);
        Parameters.Add(parameter);
        ParameterFloats += BufferPlanner.Aligned(length);
        return parameter;
    }

    /// <summary>Lets weight decay reach every tensor that is there now.</summary>
    public void DecayAll()
    {
        for (int i = 0; i < Parameters.Count; i++) Parameters[i] = Parameters[i] with { Decays = true };
    }

    /// <summary>A learned number of the loss: no decay, not part of the network's state dict.</summary>
    public int AddLearned(string name, double initial) => AddLearned(name, 1, initial);

    /// <summary>A learned row of the loss.</summary>
    public int AddLearned(string name, int length, double initial) => Add(name, Infrastructure.Literals.Literal(length), length, false, "Constant", 1, initial, false, false).Offset;

    /// <summary>A learned matrix of the loss, drawn like the weight of a dense layer.</summary>
    public int AddLearnedMatrix(string name, int rows, int columns) =>
        Add(name, Infrastructure.Literals.Literal(rows) + ", " + Infrastructure.Literals.Literal(columns), rows * columns, false, "KaimingUniform", columns, 0, false, false).Offset;
}

/// <summary>Layers, read from left to right → operations with activation and dropout riding in the product before them.</summary>
internal static class NetworkPlanner
{
    public static NetworkPlan? Plan(RecipeModel recipe, KnobPlanner knobs)
    {
        var plan = new NetworkPlan((int)recipe.First(DeclarationKind.Input)!.Number("features", 0));
        if (plan.InputSize < 1) return null;
        int width = plan.InputSize, layer = 0;
        foreach (Declaration declaration in recipe.Declarations)
        {
            PlannedOperation? last = plan.Operations.Count > 0 ? plan.Operations[plan.Operations.Count - 1] : null;
            switch (declaration.Kind)
            {
                case DeclarationKind.Dense:
                    int units = (int)declaration.Number("units", 0);
                    if (units < 1) return null;
                    plan.Operations.Add(Dense(declaration, plan, width, units, layer++));
                    width = units;
                    break;
                case DeclarationKind.FormulaLayer or DeclarationKind.Apply:
                    if (ResolveFormula(declaration, recipe) is not { } resolved) return null;
                    if (resolved.Formula!.Kind == FormulaKind.Layer || Learns(resolved.Formula))
                        plan.Operations.Add(RowLayer(resolved, plan, width, layer++, knobs));
                    else
                        AddActivation(knobs.Bind(resolved, [], constant: true), plan, last, width, layer++);
                    break;
                case DeclarationKind.Dropout:
                    PlannedOperation carrier = last is { Dropout: null } ? last : AddElementwise(plan, width, layer);
                    carrier.Dropout = declaration;
                    double rate = declaration.Number("rate", 0);
                    carrier.DropoutRateKnob = knobs.Add(declaration.Name, "Rate", rate, 0, 1, exclusiveMaximum: true).Index;
                    carrier.Text = Join(carrier.Text, "Dropout(" + Names.Number(rate) + ")");
                    layer++;
                    break;
            }
        }
        return plan.Operations.Count > 0 ? plan : null;
    }

    private static PlannedOperation Dense(Declaration declaration, NetworkPlan plan, int width, int units, int layer)
    {
        bool bias = declaration.Flag("Bias", true);
        return new PlannedOperation
        {
            Kind = OperationKind.Dense,
            InputWidth = width,
            Width = units,
            Text = "Dense(" + Infrastructure.Literals.Literal(units) + ")",
            LayerIndex = layer,
            Weight = plan.Add(layer + ".weight", units + ", " + width, units * width, true, "KaimingUniform", width, 0, true, true, declaration.Name + ".weight"),
            Bias = bias ? plan.Add(layer + ".bias", units.ToString(System.Globalization.CultureInfo.InvariantCulture), units, false, "KaimingUniform", width, 0, false, true, declaration.Name + ".bias") : null,
        };
    }

    private static PlannedOperation RowLayer(Declaration declaration, NetworkPlan plan, int width, int layer, KnobPlanner knobs)
    {
        var slots = new List<(string, string)>();
        foreach (FormulaParameter parameter in declaration.Formula!.Parameters)
            if (parameter.Role is FormulaRole.LearnedRow or FormulaRole.Learned)
            {
                int length = parameter.Role == FormulaRole.LearnedRow ? width : 1;
                PlannedParameter learned = plan.Add(
                    layer + "." + parameter.Name, length.ToString(System.Globalization.CultureInfo.InvariantCulture), length, false, "Constant", width, parameter.Initial, false, true);
                slots.Add((parameter.Name, Infrastructure.Literals.Literal(learned.Offset)));
            }
        return new PlannedOperation
        {
            Kind = OperationKind.RowLayer,
            InputWidth = width,
            Width = width,
            Text = declaration.Attribute,
            LayerIndex = layer,
            Layer = knobs.Bind(declaration, slots, constant: true),
        };
    }

    /// <summary>Whether an activation has learned numbers; then it does not ride in the product before it, as their gradients are sums over the rows.</summary>
    private static bool Learns(FormulaDefinition formula)
    {
        foreach (FormulaParameter parameter in formula.Parameters)
            if (parameter.Role == FormulaRole.Learned) return true;
        return false;
    }

    private static void AddActivation(PlannedFormula activation, NetworkPlan plan, PlannedOperation? last, int width, int layer)
    {
        PlannedOperation carrier = last is { HasTail: false } ? last : AddElementwise(plan, width, layer);
        carrier.Activation = activation;
        carrier.Text = Join(carrier.Text, activation.Declaration.Attribute);
    }

    private static PlannedOperation AddElementwise(NetworkPlan plan, int width, int layer)
    {
        var operation = new PlannedOperation { Kind = OperationKind.Elementwise, InputWidth = width, Width = width, Text = "", LayerIndex = layer };
        plan.Operations.Add(operation);
        return operation;
    }

    /// <summary>An attribute that carries its formula, or <c>[Apply("Name")]</c> with the method of that name.</summary>
    private static Declaration? ResolveFormula(Declaration declaration, RecipeModel recipe)
    {
        if (declaration.Kind != DeclarationKind.Apply) return declaration.Formula is null ? null : declaration;
        string? wanted = declaration.Text("formula");
        foreach (Declaration candidate in recipe.Of(DeclarationKind.LocalFormula))
            if (candidate.Attribute == wanted && candidate.Formula is not null)
                return candidate with { Name = declaration.Name == "Apply" || declaration.Name.StartsWith("Apply", StringComparison.Ordinal) ? candidate.Name : declaration.Name };
        return null;
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : left + " → " + right;
}
