namespace Recipes;

/// <summary>What a row runs over. Rows over different axes do not mix: <c>logits * features</c> does not compile.</summary>
public interface IAxis;

/// <summary>The axis of the classes: logits, probabilities.</summary>
public readonly struct Class : IAxis;

/// <summary>The axis of a layer's features.</summary>
public readonly struct Feature : IAxis;

/// <summary>The axis of the elements of one parameter tensor.</summary>
public readonly struct Element : IAxis;
