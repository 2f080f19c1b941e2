namespace Recipes;

/// <summary>What a row runs over. Rows over different axes do not mix: <c>logits * features</c> does not compile.</summary>
public interface IAxis;

/// <summary>The axis of the classes: logits, probabilities.</summary>
public readonly struct Class : IAxis;

/// <summary>The axis of a layer's features.</summary>
public readonly struct Feature : IAxis;

/// <summary>The axis of the elements of one parameter tensor.</summary>
public readonly struct Element : IAxis;

/// <summary>The axis of the weights that come into one output unit of a layer.</summary>
public readonly struct Incoming : IAxis;

/// <summary>The axis of a regression's targets.</summary>
public readonly struct Output : IAxis;

/// <summary>The axis of the other examples of the batch: a row over it holds, for each example, a number for every example, itself included.</summary>
public readonly struct Other : IAxis;

/// <summary>The axis of the groups of the data.</summary>
public readonly struct Groups : IAxis;

/// <summary>The axis of the domains of the data.</summary>
public readonly struct Domains : IAxis;

/// <summary>The axis of the cells of a matrix. Only <see cref="Matrix{TRow, TColumn}"/> has it.</summary>
/// <typeparam name="TRow">The axis of its rows.</typeparam>
/// <typeparam name="TColumn">The axis of its columns.</typeparam>
public readonly struct Cell<TRow, TColumn> : IAxis
    where TRow : IAxis
    where TColumn : IAxis;
