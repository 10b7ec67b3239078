namespace Aggregator.Fuzz.Mutating;

/// <summary>The documents that mutants are made of.</summary>
internal static class Seeds
{
    private const int Largest = 64 * 1024;

    /// <summary>Every file below the folders, small ones only, in an order that does not depend on the file system.</summary>
    internal static List<byte[]> Load(IEnumerable<string> folders) =>
        [.. folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Where(f => new FileInfo(f).Length is > 0 and <= Largest)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];
}
