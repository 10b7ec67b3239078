namespace Aggregator.Endurance;

/// <summary>How every run ends.</summary>
internal static class Verdicts
{
    /// <summary>Prints the faults; the folder is kept when there are any.</summary>
    /// <returns>The exit code.</returns>
    public static int End(IReadOnlyList<string> faults, string folder)
    {
        foreach (var fault in faults) Console.WriteLine(fault);
        if (faults.Count > 0) Console.WriteLine($"what is left of it is kept in {folder}");
        else Directory.Delete(folder, recursive: true);
        return faults.Count == 0 ? 0 : 1;
    }
}
