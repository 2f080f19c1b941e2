using System.Globalization;
using Recipes.Training;

namespace Recipes;

/// <summary>The rules that only the data can decide: each check throws with the rule's id and text.</summary>
internal static class StartupGuards
{
    private static readonly string[] s_roles = ["train", "validation", "calibration", "test"];

    /// <summary>The shares of a split are probabilities that sum to 1.</summary>
    public static void Fractions(ReadOnlySpan<double> fractions)
    {
        double sum = 0;
        for (int i = 0; i < fractions.Length; i++)
        {
            if (!(fractions[i] >= 0 && fractions[i] <= 1))
                throw Guard("RCP0410", $"the share {s_roles[i]}: {fractions[i]} is not between 0 and 1. Give each role its share of the rows, such as 0.15.");
            sum += fractions[i];
        }
        // Shares are written with a few decimals; their rounding errors are below this, a forgotten role is above.
        if (Math.Abs(sum - 1) > 1e-9)
            throw Guard("RCP0411", $"the shares train: {fractions[0]}, validation: {fractions[1]}, calibration: {fractions[2]}, test: {fractions[3]} sum to {sum}, not to 1. Every row needs a role.");
        if (fractions[0] == 0) throw Guard("RCP0412", $"train: 0 leaves no row to learn from. Give the train role a share.");
    }

    /// <summary>A role that was given a share has rows.</summary>
    public static void NoEmptyPart(ReadOnlySpan<double> fractions, int[][] parts, int rows)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (fractions[i] > 0 && parts[i].Length == 0)
                throw Guard("RCP0412", $"{s_roles[i]}: {fractions[i]} of {rows} rows leaves the role without a row. Raise its share, or give it none and leave out what needs it.");
        }
    }

    /// <summary>A role that the recipe needs has rows; <paramref name="why"/> names what needs them.</summary>
    public static void HasRows(SplitRows rows, string why)
    {
        if (rows.Count == 0)
            throw Guard("RCP0413", $"{why} needs {s_roles[(int)rows.Role]} rows and there are none. Split with {s_roles[(int)rows.Role]}: 0.15, say, or leave {why} out.");
    }

    /// <summary>There is something to tell apart.</summary>
    public static void SeveralClasses(IReadOnlyList<string> classes)
    {
        if (classes.Count < 2)
            throw Guard("RCP0414", $"all train rows have the one class \"{classes[0]}\": there is nothing to tell apart. Is the label's column the right one, and the file whole?");
    }

    /// <summary>Datasets that are used together have the same features in the same order.</summary>
    public static void SameFeatures(Dataset train, Dataset other, Split role)
    {
        string name = s_roles[(int)role];
        if (train.FeatureCount != other.FeatureCount)
            throw Guard("RCP0415", $"train rows have {train.FeatureCount} features and {name} rows have {other.FeatureCount}. Give all roles the same columns.");
        if (!train.NamesAreGiven || !other.NamesAreGiven) return;
        for (int i = 0; i < train.FeatureCount; i++)
        {
            if (train.FeatureNames[i] != other.FeatureNames[i])
                throw Guard("RCP0415", $"feature {i} (counted from 0) is \"{train.FeatureNames[i]}\" in train rows and \"{other.FeatureNames[i]}\" in {name} rows. Give all roles the same columns in the same order.");
        }
    }

    /// <summary>Datasets that are used together have the same features, and the same things to learn.</summary>
    public static void SameColumns(Dataset train, Dataset other, Split role)
    {
        SameFeatures(train, other, role);
        if (train.HasLabels && !other.HasLabels)
            throw Guard("RCP0418", $"train rows have labels and {s_roles[(int)role]} rows have none. Give all roles the columns that are learned.");
        SameNames("targets", train.Targets, other.Targets, role);
        SameNames("multi-labels", train.MultiLabels, other.MultiLabels, role);
    }

    private static void SameNames(string what, NumberColumns? train, NumberColumns? other, Split role)
    {
        if (train is null || (other is not null && train.Names.SequenceEqual(other.Names))) return;
        string found = other is null ? "none" : string.Join(", ", other.Names);
        throw Guard("RCP0418", $"train rows have the {what} {string.Join(", ", train.Names)} and {s_roles[(int)role]} rows have {found}. Give all roles the columns that are learned, in the same order.");
    }

    /// <summary>A step that is fitted after training has as many rows for itself as it can bear.</summary>
    public static void EnoughRows(string step, int rows, int least, int steps)
    {
        if (rows >= least) return;
        string divided = steps == 1 ? "" : $" (the rows are divided among {steps} fitted steps)";
        throw Guard("RCP0416", $"{step} has {rows} calibration rows for itself and needs {least}{divided}. Give the calibration role a larger share.");
    }

    /// <summary>The recipe's input takes a row.</summary>
    public static void InputTakesRow(Splits splits, int inputSize)
    {
        if (splits.FeatureCount != inputSize)
            throw Guard("RCP0250", $"the recipe's [Input({inputSize})] takes {inputSize} features and the rows have {splits.FeatureCount}. Declare [Input({splits.FeatureCount})], or leave columns out.");
    }

    /// <summary>The rows have what the recipe learns, and as much of it.</summary>
    public static void LearnsWhatRowsHave(Splits splits, RecipeDefinition recipe)
    {
        Dataset train = splits.Train.Source;
        switch (recipe.Task)
        {
            case RecipeTask.Regression when train.Targets is null:
                throw Guard("RCP0254", $"the recipe predicts {recipe.Targets} targets and the rows have none. Add them: data.WithTargets(…).");
            case RecipeTask.Regression when train.Targets.Width != recipe.Targets:
                throw Guard("RCP0254", $"the recipe's [Targets({recipe.Targets})] are {recipe.Targets} and the rows have {train.Targets.Width}: {string.Join(", ", train.Targets.Names)}. Declare [Targets({train.Targets.Width})], or leave columns out.");
            case RecipeTask.MultiLabel when train.MultiLabels is null:
                throw Guard("RCP0255", $"the recipe is one of several labels and the rows have none of these. Add them: data.WithMultiLabels(…).");
            case RecipeTask.MultiLabel when train.MultiLabels.Width != recipe.Classes:
                throw Guard("RCP0255", $"the recipe has {recipe.Classes} outputs and the rows have {train.MultiLabels.Width} labels: {string.Join(", ", train.MultiLabels.Names)}. End the layers with {train.MultiLabels.Width} outputs.");
            case RecipeTask.Classification when !train.HasLabels:
                throw Guard("RCP0253", $"the recipe tells {recipe.Classes} classes apart and the rows have no labels. Give them labels, or declare what the recipe learns instead: [Targets(…)] or [MultiLabel].");
            case RecipeTask.Classification:
                OutputForEachClass(splits, recipe.Classes);
                break;
        }
    }

    /// <summary>The rows, or the options, have what the losses ask for.</summary>
    public static void HasColumns(Splits splits, RecipeDefinition recipe, TrainingOptions options)
    {
        Categories("Groups", recipe.Groups, splits.Train.Groups);
        Categories("Domains", recipe.Domains, splits.Train.Domains);
        Dataset train = splits.Train.Source;
        if (recipe.WeighsRows)
        {
            if (train.SampleWeights is null) throw Guard("RCP0257", $"[SampleWeights] lets each row count by its weight and the rows have none. Add them, data.WithSampleWeights(…), or remove [SampleWeights].");
            if (!AnyWeighs(splits.Train, train.SampleWeights)) throw Guard("RCP0257", $"all train rows have the weight 0, so that nothing counts.");
        }

        foreach (InputNeed need in recipe.Needs)
        {
            if (need.Input == RunInput.SoftTargets) ClassColumns(need.Term, "a probability for each class", "WithSoftTargets", train.SoftTargets, splits);
            if (need.Input == RunInput.TeacherLogits && recipe.Task == RecipeTask.MultiLabel) LabelColumns(need.Term, train.TeacherLogits, train.MultiLabels!);
            else if (need.Input == RunInput.TeacherLogits) ClassColumns(need.Term, "a teacher's logits", "WithTeacherLogits", train.TeacherLogits, splits);
            if (need.Input == RunInput.NoiseTransition) NoiseTransition(need.Term, options.NoiseTransition, recipe.Classes);
        }
    }

    private static bool AnyWeighs(TrainRows rows, NumberColumns weights)
    {
        for (int row = 0; row < rows.Count; row++)
            if (weights.Row(rows.SourceRow(row))[0] > 0) return true;
        return false;
    }

    private static void Categories(string what, int declared, RowCategories? found)
    {
        if (declared == 0) return;
        if (found is null) throw Guard("RCP0256", $"the recipe declares [{what}({declared})] and the rows have none. Add them: data.With{what}(…).");
        if (found.Names.Count != declared)
            throw Guard("RCP0256", $"the recipe declares [{what}({declared})] and the train rows have {found.Names.Count}: {string.Join(", ", found.Names)}. Declare [{what}({found.Names.Count})], or see that each has train rows.");
    }

    private static void ClassColumns(string term, string what, string method, NumberColumns? column, Splits splits)
    {
        if (column is null) throw Absent(term, what, method);
        // A class without train rows would leave a column that no output belongs to.
        if (column.Width != splits.Classes.Count)
            throw Guard("RCP0258", $"the loss {term} is given {what}, of {column.Width} classes, and the train rows have {splits.Classes.Count}: {string.Join(", ", splits.Classes)}. Split with stratify: true, or leave out the others.");
    }

    private static void LabelColumns(string term, NumberColumns? teacher, NumberColumns labels)
    {
        if (teacher is null) throw Absent(term, "a teacher's logits", "WithTeacherLogits");
        if (teacher.Width != labels.Width)
            throw Guard("RCP0258", $"the loss {term} is given a teacher's logits, of {teacher.Width} labels, and the rows have {labels.Width}: {string.Join(", ", labels.Names)}.");
    }

    private static StartupGuardException Absent(string term, string what, string method) =>
        Guard("RCP0258", $"the loss {term} is given {what} and the rows have none. Add them: data.{method}(…).");

    private static void NoiseTransition(string term, double[,]? matrix, int classes)
    {
        if (matrix is null) throw Guard("RCP0259", $"the loss {term} is given how labels were corrupted. Say it: TrainingOptions.NoiseTransition = the probability of each observed class given each true one.");
        if (matrix.GetLength(0) != classes || matrix.GetLength(1) != classes)
            throw Guard("RCP0259", $"TrainingOptions.NoiseTransition is {matrix.GetLength(0)} × {matrix.GetLength(1)} and there are {classes} classes.");
        for (int truth = 0; truth < classes; truth++)
        {
            double sum = 0;
            for (int seen = 0; seen < classes; seen++)
            {
                if (!(matrix[truth, seen] >= 0)) throw Guard("RCP0259", $"TrainingOptions.NoiseTransition[{truth}, {seen}] is {matrix[truth, seen]}. A probability is not negative.");
                sum += matrix[truth, seen];
            }
            if (!(Math.Abs(sum - 1) <= 1e-6)) throw Guard("RCP0259", $"row {truth} of TrainingOptions.NoiseTransition sums to {sum}, not to 1: each row says what is observed when that class is the true one.");
        }
    }

    /// <summary>The recipe's last layer has an output for each class of the train rows, and no other.</summary>
    public static void OutputForEachClass(Splits splits, int outputs)
    {
        if (splits.Classes.Count == outputs) return;
        string absent = splits.UnseenLabels.Count == 0
            ? ""
            : $"; no train row has {string.Join(", ", splits.UnseenLabels.Select(label => $"\"{label.Name}\""))}, which other rows have";
        string remedy = splits.Classes.Count + splits.UnseenLabels.Count == outputs
            ? "Split with stratify: true, or get train rows of every class."
            : $"End the layers with {splits.Classes.Count} outputs.";
        throw Guard("RCP0251", $"the recipe has {outputs} outputs and the train rows have {splits.Classes.Count} classes{absent}. {remedy}");
    }

    /// <summary>A full batch can be drawn.</summary>
    public static void BatchFits(TrainRows train, int batchSize)
    {
        if (batchSize > train.Count)
            throw Guard("RCP0252", $"BatchSize = {batchSize} is larger than the {train.Count} train rows. Take {train.Count} or less.");
    }

    private static StartupGuardException Guard(string id, FormattableString message) => new(id, message.ToString(CultureInfo.InvariantCulture));
}
