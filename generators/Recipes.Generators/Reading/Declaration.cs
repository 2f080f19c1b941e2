using Recipes.Generators.Formulas;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Reading;

/// <summary>One attribute of the recipe class, or one formula method inside it.</summary>
/// <param name="Index">Its place; <see cref="DeclarationLocations"/> finds its syntax by it.</param>
/// <param name="Attribute">The attribute's name without suffix, or the method's name.</param>
/// <param name="Name">Its name in knob paths: the <c>Name</c> argument, or <paramref name="Attribute"/>, numbered for layers that are alike.</param>
/// <param name="Formula">The formula behind it, where there is one.</param>
/// <param name="Component">The component behind it, where there is one.</param>
/// <param name="IsMethod">Whether it is a method of the recipe class.</param>
internal sealed record Declaration(
    int Index,
    DeclarationKind Kind,
    string Attribute,
    string Name,
    EquatableArray<Argument> Arguments,
    FormulaDefinition? Formula,
    ComponentModel? Component,
    bool IsMethod)
{
    /// <summary>Whether it is a loss that is marked as a likelihood.</summary>
    public bool IsLikelihood { get; init; }

    /// <summary>The least and greatest learning rate that an optimizer says it takes; null if it does not say.</summary>
    public (double Minimum, double Maximum)? UsualRate { get; init; }

    /// <summary>The argument that the recipe sets, by parameter or property name (upper and lower case alike), or null.</summary>
    public Argument? Find(string name)
    {
        foreach (Argument argument in Arguments)
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
                return argument;
        return null;
    }

    /// <summary>A number that the recipe sets, or the default.</summary>
    public double Number(string name, double otherwise) => Find(name)?.Number ?? otherwise;

    /// <summary>A flag that the recipe sets, or the default.</summary>
    public bool Flag(string name, bool otherwise) => Find(name)?.Flag ?? otherwise;

    /// <summary>A text that the recipe sets, or null.</summary>
    public string? Text(string name) => Find(name)?.Text;
}

/// <summary>The value of an argument: exactly one of number, flag and text is set (an enum value is a number with its type in <paramref name="EnumType"/>; a whole number is exact in <paramref name="Integer"/>).</summary>
internal sealed record Argument(string Name, double? Number, bool? Flag, string? Text, string? EnumType, long? Integer);

/// <summary>What a declaration is.</summary>
internal enum DeclarationKind
{
    /// <summary>An attribute that has nothing to do with recipes.</summary>
    Foreign,
    /// <summary>An attribute whose class does not exist (yet).</summary>
    Unresolved,
    Recipe, Input, Dense, Dropout, Apply, FormulaLayer,
    Conv, MaxPool, AveragePool, GlobalAveragePool, Flatten, BatchNorm,
    Term, LogitTransform, TermWeighting, Weighting,
    Optimizer, GradientTransform, Averaging, Parametrization, Schedule,
    Ramp, RegMixup,
    /// <summary>What the recipe learns, where it is no class.</summary>
    Targets, MultiLabel,
    /// <summary>What its rows have beside features and what is learned.</summary>
    Groups, Domains, SampleWeights, TeacherLogits,
    Sampler, Preparation, TargetPreparation, Augmentation, StoppingRule, Calibrator, ConformalPredictor,
    /// <summary>A formula method that something else refers to: an activation or layer for <c>[Apply]</c>.</summary>
    LocalFormula,
}

/// <summary>A component's type and the parameters of its constructor.</summary>
internal sealed record ComponentModel(string Type, EquatableArray<string> Parameters);
