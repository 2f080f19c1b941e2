namespace Recipes.Samples;

[Recipe(Epochs = 30, BatchSize = 64, Seed = 7)]
[Input(64), Dense(128), Relu, Dropout(0.1), Dense(10)]
[CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3)]
[Standardize, ClassBalancedSampling]
[AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0)]
[TemperatureScaling, ConformalSets(Alpha = 0.02)]
public partial class Digits;
