using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Tests.Training;

/// <summary>The model that goes with <see cref="SoftmaxTrainer"/>.</summary>
internal sealed class SoftmaxModel(RecipeDefinition recipe, ModelParts parts) : ClassifierModel(recipe, parts)
{
    public ModelParts Parts { get; } = parts;

    protected override int ScratchFloats(int rows) => 0;

    protected override void Forward(
        NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch) =>
        Product(input, rows, scores, weights, Recipe.InputSize, Recipe.Classes);

    /// <summary>scores [rows, classes] = input [rows, inputs] · weight [inputs, classes] + bias [classes], the bias at the next multiple of 16.</summary>
    public static void Product(NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, int inputs, int classes)
    {
        int bias = (inputs * classes + 15) / 16 * 16;
        for (int r = 0; r < rows; r++)
        {
            for (int k = 0; k < classes; k++)
            {
                float sum = weights[bias + k];
                for (int f = 0; f < inputs; f++) sum += input[r * inputs + f] * weights[f * classes + k];
                scores[r * classes + k] = sum;
            }
        }
    }
}
