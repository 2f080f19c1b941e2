using Recipes.Benchmarks;

var benchmark = new Benchmark(args);
Floors.Measure(benchmark);
Products.Measure(benchmark);
LossLoops.Measure(benchmark);
TrainingSteps.Measure(benchmark);
