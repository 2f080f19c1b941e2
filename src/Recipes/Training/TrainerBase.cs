using System.ComponentModel;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>What every generated trainer shares: data, buffers, the run loop, evaluation, checkpoints. Not for direct use.</summary>
/// <remarks>The protected members are what generated code is written against.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class TrainerBase : IDisposable
{
    // ---- Set up before the first step; stay the same for the trainer's life. ----

    /// <summary>The recipe.</summary>
    protected RecipeDefinition Recipe { get; }
    /// <summary>Worker threads.</summary>
    protected ThreadTeam Team { get; }
    internal ThreadTeam Workers => Team;
    /// <summary>Where buffers come from; freed with the trainer.</summary>
    protected NativeArena Arena { get; }
    /// <summary>All trained tensors, [Recipe.ParameterFloats].</summary>
    protected NativeBuffer<float> Parameters { get; }
    /// <summary>Their gradients, laid out alike; zero between tensors.</summary>
    protected NativeBuffer<float> Gradients { get; }
    /// <summary>Optimizer state, [Recipe.OptimizerFloats].</summary>
    protected NativeBuffer<float> OptimizerState { get; }
    /// <summary>Averaged parameters, laid out alike; empty unless the recipe averages.</summary>
    protected NativeBuffer<float> Averages { get; }
    /// <summary>Prepared features of the train rows, [rows, Recipe.InputSize].</summary>
    protected NativeBuffer<float> TrainFeatures => _train.Features;
    /// <summary>The train rows' targets as the losses see them, prepared, or 1 and 0 for the labels that a row has and has not, [rows, targets or labels]; empty where there are classes.</summary>
    protected NativeBuffer<float> TrainTargets { get; }
    /// <summary>Labels of the train rows, [rows]; empty where rows have no classes.</summary>
    protected NativeBuffer<int> TrainLabels => _train.Labels;
    /// <summary>Train rows of each class, or that have each label, as floats, [classes].</summary>
    protected NativeBuffer<float> ClassCounts { get; }
    /// <summary>Weight of each class in the loss, scaled so that its mean over the train rows is 1, [classes]; ones unless the recipe weighs classes.</summary>
    protected NativeBuffer<float> ClassWeights { get; }
    /// <summary>The per-row memory with this index in <see cref="RecipeDefinition.Memories"/>, [rows, floats per row].</summary>
    protected NativeBuffer<float> MemoryOf(int index) => _memories[index];
    /// <summary>The seed in force (declared, or given in the options).</summary>
    protected ulong Seed { get; }

    // ---- Set before each call of ComputeStep. ----

    /// <summary>Rows in this batch; smaller than the batch size in a short last batch.</summary>
    protected int Count { get; private set; }
    /// <summary>Train rows of this batch, [batch size].</summary>
    protected NativeBuffer<int> BatchRows { get; }
    /// <summary>Their labels, [batch size]; empty where rows have no classes.</summary>
    protected NativeBuffer<int> BatchLabels { get; }
    /// <summary>Steps done so far, the number of the current step counted from 0.</summary>
    protected long StepIndex { get; private set; }
    /// <summary>The knob's value in this step, ramps applied.</summary>
    protected double Knob(int index) => _knobs[index];
    /// <summary>The term's weight in this step: its knob, or 0 outside From…Until and between Every.</summary>
    protected double TermWeight(int term) => _termWeights[term];
    /// <summary>The scheduled learning rate of this step.</summary>
    protected double LearningRate { get; private set; }

    // ---- Set by ComputeStep. ----

    /// <summary>Per-row values of each term before weighting, [terms, batch size].</summary>
    protected NativeBuffer<float> TermValues { get; }
    /// <summary>Mean over the batch of each term, before its weight, [terms].</summary>
    protected NativeBuffer<double> TermMeans { get; }
    /// <summary>The loss of the step.</summary>
    protected double Loss { get; set; }
    /// <summary>Euclidean norm of the gradient before clipping.</summary>
    protected double GradientNorm { get; set; }

    // ---- Written by the generator. ----

    /// <summary>One optimizer step, straight down: gather, forward, loss, backward, update, averages.</summary>
    protected abstract void ComputeStep();

    /// <summary>The network without training-time noise: inputs [rows, InputSize] to scores [rows, Outputs]. Called with at most <see cref="EvaluationRows"/> rows; may use <see cref="Team"/>.</summary>
    protected abstract void Evaluate(NativeBuffer<float> inputs, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights);

    /// <summary>Σ over rows of the loss that is a likelihood, of outputs [rows, Outputs] and prepared targets [rows, Targets]; called with at most <see cref="EvaluationRows"/> rows where the recipe has one.</summary>
    protected virtual double Likelihood(NativeBuffer<float> outputs, NativeBuffer<float> targets, int rows, NativeBuffer<float> weights) => double.NaN;

    /// <summary>The most rows <see cref="Evaluate(NativeBuffer{float}, int, NativeBuffer{float}, NativeBuffer{float})"/> takes at once.</summary>
    protected abstract int EvaluationRows { get; }

    /// <summary>The schedule's factor on the learning rate. <paramref name="progress"/>: fraction of the run done before this step, in [0, 1). <paramref name="steps"/>: steps of the whole run.</summary>
    protected virtual double Schedule(double progress, double steps) => 1;

    /// <summary>The factor on the learning rate until the next epoch's end, for a schedule that is told the loss on the validation rows; it may keep numbers from epoch to epoch.</summary>
    protected virtual double ScheduleAfterEpoch(double validationLoss) => 1;

    /// <summary>Puts what <see cref="ScheduleAfterEpoch"/> keeps back to its start.</summary>
    protected virtual void RestartSchedule()
    {
    }

    /// <summary>What the network computes with, laid out as the parameters, where its weight matrices are made of latent numbers: valid until the next call or step.</summary>
    /// <param name="latents">What is trained, or averages of it.</param>
    protected virtual NativeBuffer<float> WeightsOf(NativeBuffer<float> latents) => latents;

    /// <summary>Sets what latent numbers start at, once the parameters have been drawn.</summary>
    protected virtual void StartLatents()
    {
    }

    /// <summary>Weight of a class with so many of <paramref name="rows"/> train rows, before scaling.</summary>
    protected virtual double ClassWeight(double count, double rows, double classes) => 1;
}
