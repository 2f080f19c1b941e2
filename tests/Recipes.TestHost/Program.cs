using System.Globalization;
using Recipes.TestHost;

// A process of its own for tests that kill it, count all it allocates, or switch instruction sets off:
//   train RECIPE DATA DIR THREADS          trains to the end, continuing from a checkpoint in DIR if there is one
//   hash RECIPE DATA THREADS STEPS         prints a hash of the weights after so many steps, and which threads ran tasks
//   allocations RECIPE DATA THREADS STEPS  prints the bytes that the process allocates over so many steps
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Splits splits = Columns.Of(Dataset.FromCsv(args[2], label: "digit")).Split(train: .6, validation: .1, calibration: .15, test: .15, seed: 7, stratify: true);
IDriver driver = Drivers.Find(args[1]);
switch (args[0])
{
    case "train":
        Console.WriteLine(driver.Train(splits, args[3], int.Parse(args[4], CultureInfo.InvariantCulture)));
        return 0;
    case "hash":
        Console.WriteLine(driver.Hash(splits, int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture)));
        return 0;
    case "allocations":
        Console.WriteLine(driver.Allocations(splits, int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture)));
        return 0;
    default:
        return 2;
}
