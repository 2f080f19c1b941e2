global using Recipes.Samples.ToyChecks.Measures;
global using Recipes.Samples.ToyChecks.Problems;
global using Recipes.Samples.ToyChecks.Protocol;
