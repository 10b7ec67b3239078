namespace Aggregator.Pipeline.Subscribing;

/// <summary>Which local files a feed list may name: those below its own folder. Links are the reading fetcher's to judge.</summary>
internal static class LocalPath
{
    /// <summary>Why the path is refused; null when it stays below the folder.</summary>
    public static string? Problem(string path)
    {
        if (path.Length == 0) return "the path is empty";
        if (path.Any(char.IsControl)) return "the path holds a control character";
        if (path.Contains('\\', StringComparison.Ordinal)) return "write the path with / between its parts";
        if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal)) return "the path must be relative to the folder of the list";
        var parts = path.Split('/');
        if (parts.Contains("..")) return "the path must stay below the folder of the list; .. is refused";
        return parts[^1] is "" or "." ? "the path names no file" : null;
    }

    /// <summary>The path in one spelling, so that <c>./a.xml</c> and <c>a.xml</c> are one feed.</summary>
    public static string Normal(string path) => string.Join('/', path.Split('/').Where(part => part is not ("" or ".")));
}
