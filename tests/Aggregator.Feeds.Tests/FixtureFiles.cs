using System.Runtime.CompilerServices;

namespace Aggregator.Feeds.Tests;

/// <summary>The files under Fixtures: a document and, beside it, what reading it must give.</summary>
internal static class FixtureFiles
{
    /// <summary>Set to 1, the expected files are written anew in the source tree instead of being compared.</summary>
    public const string RewriteSwitch = "AGGREGATOR_APPROVE";

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static bool Rewrite => Environment.GetEnvironmentVariable(RewriteSwitch) == "1";

    public static IEnumerable<string> All(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories).Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>
    /// Documents of which .NET reads other characters than we do, on purpose: ISO-8859-1 means windows-1252 to us and to browsers, UTF-8
    /// proves itself against a label, and characters from U+0080 to U+009F are mended.
    /// </summary>
    public static bool IsDecodedOtherwise(string file) => Path.GetFileName(file) is "latin1.xml" or "utf8-labelled-latin1.xml" or "c1-characters.xml" or "twice-encoded.xml";

    /// <summary>Where a copied fixture lies in the source tree.</summary>
    public static string SourceOf(string file) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "Fixtures", Path.GetRelativePath(Root, file));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
