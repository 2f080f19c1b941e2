using System.Globalization;

namespace Recipes;

public sealed partial class Dataset
{
    /// <summary>Reads a pair of IDX files, the format of MNIST, plain or compressed with gzip: each example of the first has its label in the second.</summary>
    /// <remarks>All sizes after the first of the first file together make an example's features: 28×28 images have 784.</remarks>
    /// <param name="imagesPath">[rows, …] numbers of any IDX type.</param>
    /// <param name="labelsPath">[rows] whole numbers.</param>
    /// <exception cref="InvalidDataFileException">A file is missing or no IDX file, is shorter or longer than its sizes say, has no row, holds a number
    /// that is not finite, or the two files do not have as many rows.</exception>
    public static Dataset FromIdx(string imagesPath, string labelsPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        IdxFile images = IdxFile.Read(imagesPath);
        IdxFile labels = IdxFile.Read(labelsPath);
        if (images.Sizes.Length < 2)
            throw new InvalidDataFileException(imagesPath, "the file has one dimension, as a file of labels has. Give the examples first and the labels second.");
        if (labels.Sizes.Length != 1 || !labels.IsInteger)
            throw new InvalidDataFileException(labelsPath, string.Create(CultureInfo.InvariantCulture,
                $"labels are whole numbers in one dimension; the file has {labels.Sizes.Length} dimensions of {labels.TypeName}. Give the examples first and the labels second."));
        int rows = images.Sizes[0];
        if (rows != labels.Sizes[0])
            throw new InvalidDataFileException(labelsPath, string.Create(CultureInfo.InvariantCulture,
                $"the file has {labels.Sizes[0]} labels for the {rows} examples of {imagesPath}. Give the two files of one set."));
        if (images.Count == 0) throw new InvalidDataFileException(imagesPath, "the file holds no example.");

        var set = new LabelSet();
        for (int i = 0; i < rows; i++) set.Add(labels.Number(i).ToString("R", CultureInfo.InvariantCulture));
        (string[] classes, int[] indices) = set.Order();
        int features = images.Count / rows;
        return new Dataset(images.ToFloats(features), indices, DefaultNames(features), classes, namesAreGiven: false);
    }
}
