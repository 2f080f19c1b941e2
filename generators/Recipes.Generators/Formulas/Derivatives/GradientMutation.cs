using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Derivatives;

/// <summary>Puts something else in the place of what a derivative rule sends to an operand: how the tests of gradients are tested.</summary>
/// <param name="graph">The graph.</param>
/// <param name="node">The node whose rule it is.</param>
/// <param name="gradient">The gradient that arrived at the node.</param>
/// <param name="operand">The operand that the rule sends to.</param>
/// <param name="part">What it sends, before it is summed over the axes that the operand lacks.</param>
/// <returns>Where to send what instead.</returns>
internal delegate (int Operand, Node Part) GradientMutation(FormulaGraph graph, Node node, Node gradient, int operand, Node part);
