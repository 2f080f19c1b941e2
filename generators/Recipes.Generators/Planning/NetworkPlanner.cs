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

    public PlannedParameter Add(string name, string shape, int length, bool transposed, string initializer, int fanIn, double initial, bool decays, bool inNetwork, string drawnAs = "", int positions = 1)
    {
        var parameter = new PlannedParameter(name, shape, length, ParameterFloats, transposed, initializer, fanIn, initial, decays, inNetwork, drawnAs) { Positions = positions };
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
/// <remarks>
/// Images run through the engine pixel by pixel, the channels of a pixel together. A pixel then is a row of a matrix product whose columns are
/// the outputs: a convolution uses the tiles of the dense layers, biases and activations stay in their epilogues, and channels fill
/// whole vectors, however small the image. What users see stays as PyTorch has it, channel by channel: rows of the data are
/// reordered on their way in (nothing is to be done for one channel), and tensors on their way to and from files.
/// </remarks>
internal static class NetworkPlanner
{
    public static NetworkPlan? Plan(RecipeModel recipe, KnobPlanner knobs)
    {
        if (LayerShapes.InputOf(recipe) is not { } shape) return null;
        var plan = new NetworkPlan((int)shape.Floats);
        int layer = 0;
        long weights = 0;
        foreach (ShapedLayer shaped in LayerShapes.Of(recipe))
        {
            LayerSizes sizes = LayerSizes.Of(shaped, recipe);
            weights += sizes.Weights;
            if (shaped.Problem != ShapeProblem.None || sizes.Problem is not null || weights > int.MaxValue) return null;
            Declaration declaration = shaped.Declaration;
            if (plan.Operations.Count == 0 && layer == 0 && IsReordered(shaped)) plan.Operations.Add(Reorder(shape));
            PlannedOperation? last = plan.Operations.Count > 0 ? plan.Operations[plan.Operations.Count - 1] : null;
            switch (declaration.Kind)
            {
                case DeclarationKind.Dense: plan.Operations.Add(Dense(shaped with { Input = shape }, plan, layer)); break;
                case DeclarationKind.Conv: plan.Operations.Add(Convolution(shaped, plan, layer)); break;
                case DeclarationKind.MaxPool or DeclarationKind.AveragePool or DeclarationKind.GlobalAveragePool: plan.Operations.Add(Pooling(shaped, layer)); break;
                case DeclarationKind.FormulaLayer or DeclarationKind.Apply:
                    if (ResolveFormula(declaration, recipe) is not { } resolved) return null;
                    if (resolved.Formula!.Kind == FormulaKind.Layer || Learns(resolved.Formula))
                        plan.Operations.Add(RowLayer(resolved, plan, shape, layer, knobs));
                    else
                        AddActivation(knobs.Bind(resolved, [], constant: true), plan, last, shape, layer);
                    break;
                case DeclarationKind.Dropout:
                    PlannedOperation carrier = last is { Dropout: null, CarriesTail: true } ? last : AddElementwise(plan, shape, layer);
                    carrier.Dropout = declaration;
                    double rate = declaration.Number("rate", 0);
                    carrier.DropoutRateKnob = knobs.Add(declaration.Name, "Rate", rate, 0, 1, exclusiveMaximum: true).Index;
                    carrier.Text = Join(carrier.Text, "Dropout(" + Names.Number(rate) + ")");
                    break;
            }
            layer++;
            // Features that enter as an image lie as the file has them: channel by channel, and so do PyTorch's weights.
            bool isAsInFile = declaration.Kind == DeclarationKind.Flatten && plan.Operations.Count == 0;
            shape = isAsInFile ? LayerShape.Features((int)shape.Floats) : declaration.Kind is DeclarationKind.FormulaLayer or DeclarationKind.Apply or DeclarationKind.Dropout ? shape : shaped.Output;
        }
        return plan.Operations.Count > 0 ? plan : null;
    }

    /// <summary>Whether the rows have to be brought into the engine's order before the first layer.</summary>
    private static bool IsReordered(ShapedLayer first) =>
        first.Declaration.Kind != DeclarationKind.Flatten && !first.Input.IsFlat && first.Input.Channels > 1 && first.Input.Positions > 1;

    private static PlannedOperation Reorder(LayerShape shape) => new()
    {
        Kind = OperationKind.Reorder, InputShape = shape, Shape = shape, Text = "Channels last", LayerIndex = 0,
    };

    private static PlannedOperation Dense(ShapedLayer layer, NetworkPlan plan, int index)
    {
        Declaration declaration = layer.Declaration;
        int width = (int)layer.Input.Floats, units = layer.Output.Channels;
        bool bias = declaration.Flag("Bias", true);
        return new PlannedOperation
        {
            Kind = OperationKind.Dense,
            InputShape = layer.Input,
            Shape = layer.Output,
            Text = "Dense(" + Infrastructure.Literals.Literal(units) + ")",
            LayerIndex = index,
            Weight = plan.Add(index + ".weight", units + ", " + width, units * width, true, "KaimingUniform", width, 0, true, true, declaration.Name + ".weight", layer.Input.Positions),
            Bias = bias ? plan.Add(index + ".bias", units.ToString(System.Globalization.CultureInfo.InvariantCulture), units, false, "KaimingUniform", width, 0, false, true, declaration.Name + ".bias") : null,
        };
    }

    private static PlannedOperation Convolution(ShapedLayer layer, NetworkPlan plan, int index)
    {
        Declaration declaration = layer.Declaration;
        WindowGeometry window = layer.Window;
        int outputs = layer.Output.Channels, groups = (int)declaration.Number("Groups", 1), channels = layer.Input.Channels / groups, taps = window.Height * window.Width, depth = taps * channels;
        string kernel = layer.Input.Rank == LayerRank.Image ? window.Height + ", " + window.Width : window.Width.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new PlannedOperation
        {
            Kind = OperationKind.Convolution,
            InputShape = layer.Input,
            Shape = layer.Output,
            Window = window,
            Groups = groups,
            Text = WindowText(declaration),
            LayerIndex = index,
            Weight = plan.Add(index + ".weight", outputs + ", " + channels + ", " + kernel, outputs * depth, true, "KaimingUniform", depth, 0, true, true, declaration.Name + ".weight", taps),
            Bias = declaration.Flag("Bias", true)
                ? plan.Add(index + ".bias", outputs.ToString(System.Globalization.CultureInfo.InvariantCulture), outputs, false, "KaimingUniform", depth, 0, false, true, declaration.Name + ".bias")
                : null,
        };
    }

    private static PlannedOperation Pooling(ShapedLayer layer, int index) => new()
    {
        Kind = layer.Declaration.Kind == DeclarationKind.MaxPool ? OperationKind.MaximumPool : OperationKind.AveragePool,
        InputShape = layer.Input,
        Shape = layer.Output,
        Window = layer.Window,
        Text = WindowText(layer.Declaration),
        LayerIndex = index,
    };

    /// <summary>A layer as the recipe writes it: <c>Conv(32, 3, Padding = 1)</c>.</summary>
    private static string WindowText(Declaration declaration)
    {
        var arguments = new List<string>();
        foreach (Argument argument in declaration.Arguments)
            if (argument.Name != "Name")
                arguments.Add((char.IsUpper(argument.Name[0]) ? argument.Name + " = " : "") + (argument.Flag is { } flag ? (flag ? "true" : "false") : Names.Number(argument.Number ?? 0)));
        return arguments.Count == 0 ? declaration.Attribute : declaration.Attribute + "(" + string.Join(", ", arguments) + ")";
    }

    private static PlannedOperation RowLayer(Declaration declaration, NetworkPlan plan, LayerShape shape, int layer, KnobPlanner knobs)
    {
        int width = (int)shape.Floats;
        var slots = new List<(string, string)>();
        foreach (FormulaParameter parameter in declaration.Formula!.Parameters)
            if (parameter.Role is FormulaRole.LearnedRow or FormulaRole.Learned)
            {
                bool isRow = parameter.Role == FormulaRole.LearnedRow;
                int length = isRow ? width : 1;
                PlannedParameter learned = plan.Add(
                    layer + "." + parameter.Name, length.ToString(System.Globalization.CultureInfo.InvariantCulture), length, false, "Constant", width, parameter.Initial, false, true,
                    positions: isRow ? shape.Positions : 1);
                slots.Add((parameter.Name, Infrastructure.Literals.Literal(learned.Offset)));
            }
        return new PlannedOperation
        {
            Kind = OperationKind.RowLayer,
            InputShape = shape,
            Shape = shape,
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

    private static void AddActivation(PlannedFormula activation, NetworkPlan plan, PlannedOperation? last, LayerShape shape, int layer)
    {
        PlannedOperation carrier = last is { HasTail: false, CarriesTail: true } ? last : AddElementwise(plan, shape, layer);
        carrier.Activation = activation;
        carrier.Text = Join(carrier.Text, activation.Declaration.Attribute);
    }

    private static PlannedOperation AddElementwise(NetworkPlan plan, LayerShape shape, int layer)
    {
        var operation = new PlannedOperation { Kind = OperationKind.Elementwise, InputShape = shape, Shape = shape, Text = "", LayerIndex = layer };
        plan.Operations.Add(operation);
        return operation;
    }

    /// <summary>An attribute that carries its formula, or <c>[Apply("Name")]</c> with the method of that name.</summary>
    internal static Declaration? ResolveFormula(Declaration declaration, RecipeModel recipe)
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
