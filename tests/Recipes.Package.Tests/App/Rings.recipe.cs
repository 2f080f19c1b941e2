[Recipe(Epochs = 20, BatchSize = 32, Seed = 1)]
[Input(2), Dense(32), Relu, Apply("Bent"), Dense(3)]
[CrossEntropy]
[Standardize]
[AdamW(2e-2), Cosine(Warmup = 0.1)]
[TemperatureScaling, ConformalSets(Alpha = 0.1)]
public partial class Rings
{
    /// <summary>A term of its own: confident predictions cost.</summary>
    [LossTerm(Weight = 0.05)]
    static Scalar Confidence(Logits z, Label y) => Square(Max(Softmax(z)));

    /// <summary>An activation of its own.</summary>
    [Activation]
    static Scalar Bent(Scalar x) => (Sqrt(Square(x) + 1) - 1) / 2 + x;
}
