using Handmade;

[Recipe(Epochs = 60, BatchSize = 16, Seed = 1)]
[Input(2), Dense(24), Levelled(Share = 0.5), Bowed(Width = 0.5), Dense(3)]
[Flattened(Temperature = 1.2)]
[Rarity, Bounded]
[Even, Heavy(0.1, Momentum = 0.8), Slope(Rest = 0.05), Fading]
public partial class Corners;
