namespace Recipes;

/// <summary>What random numbers are drawn for when rows are divided.</summary>
internal static class SplitPurposes
{
    public const ulong Roles = 0x53504C49;
    public const ulong Calibration = 0x43414C49;
}
