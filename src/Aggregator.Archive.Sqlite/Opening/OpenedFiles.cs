using System.Collections.Concurrent;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>
/// Files that SQLite has opened in this process. On POSIX systems, closing any descriptor of a file gives up every lock that the process holds on it
/// (fcntl(2)), SQLite's too; another program would then take itself for the only one, and delete the log under our hands. So what SQLite may have
/// open is never opened beside it, not even to look at its first bytes: SQLite itself says what is wrong with it.
/// </summary>
internal static class OpenedFiles
{
    private static readonly ConcurrentDictionary<string, bool> Paths = new(StringComparer.Ordinal);

    /// <summary>Called before SQLite opens it. It is never forgotten: when the last connection closes is nothing that we hear of.</summary>
    public static void Add(string path) => Paths.TryAdd(Path.GetFullPath(path), true);

    public static bool Contains(string path) => Paths.ContainsKey(Path.GetFullPath(path));
}
