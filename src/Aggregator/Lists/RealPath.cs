namespace Aggregator.Lists;

/// <summary>Where a path leads when every link on the way is followed, folders too.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The absolute path without links; null when it leads nowhere.</summary>
    /// <exception cref="IOException">Links go in a circle, or the disk has trouble.</exception>
    public static string? Of(string path) => Of(path, 0);

    private static string? Of(string path, int links)
    {
        if (links > MaxLinks) throw new IOException("its links go in a circle");
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (!info.Exists && info.LinkTarget is null) return null;
            real = info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName, links + 1) ?? "" : next;
            if (real.Length == 0) return null;
        }

        return real;
    }
}
