using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Lists;

/// <summary>
/// Reads the feed list from disk: a file, or <c>feeds.json</c>, <c>*.opml</c> and <c>*.feeds.txt</c> of a folder.
/// Takes a path; gives the list or the reasons why there is none; never throws for what lies there.
/// </summary>
internal static class ListFiles
{
    private static readonly EnumerationOptions Plain = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Directory, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>The list as the disk has it now.</summary>
    /// <param name="path">The setting <c>Feeds:Path</c>, made absolute or relative to the working directory.</param>
    /// <param name="settings">What the settings give to every feed.</param>
    public static FeedList Load(string path, ListSettings settings)
    {
        var problems = new List<ConfigProblem>();
        var files = new List<ListFile>();
        foreach (var name in Find(path, problems))
            if (Read(name, path, problems) is { } file) files.Add(file);

        return problems.Count > 0 ? new FeedList([], problems) : FeedListReader.Read(files, settings);
    }

    /// <summary>Changes whenever a file of the list was written, added or taken away: cheap to ask every few seconds.</summary>
    public static string Stamp(string path)
    {
        var problems = new List<ConfigProblem>();
        return string.Join('\n', Find(path, problems).Select(Stamped).Concat(problems.Select(p => p.Message)));
    }

    /// <summary>The folder below which local feeds must lie.</summary>
    public static string FolderOf(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
    }

    // In the order in which an address that is named twice counts: feeds.json, then OPML, then text.
    private static List<string> Find(string path, List<ConfigProblem> problems)
    {
        try
        {
            if (File.Exists(path)) return [path];
            if (!Directory.Exists(path))
            {
                problems.Add(Trouble(path, "there is no such file or folder; --feeds or the setting Feeds:Path names the feed list"));
                return [];
            }

            var all = Directory.EnumerateFiles(path, "*", Plain).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
            List<string> found = [.. all.Where(f => f == "feeds.json"), .. all.Where(f => EndsWith(f, ".opml")), .. all.Where(f => EndsWith(f, ".feeds.txt"))];
            if (found.Count == 0) problems.Add(Trouble(path, "the folder holds no feed list: no feeds.json, no *.opml and no *.feeds.txt"));
            return [.. found.Select(f => Path.Combine(path, f))];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            problems.Add(Trouble(path, $"cannot be read: {trouble.Message}"));
            return [];
        }
    }

    private static ListFile? Read(string name, string path, List<ConfigProblem> problems)
    {
        try
        {
            using var stream = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // One byte over the limit is enough for the reader to refuse it.
            var content = new byte[Math.Min(stream.Length, FeedListReader.MaxFileBytes + 1L)];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return new ListFile(name, FolderOf(path), content.AsMemory(0, length));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(Trouble(name, $"cannot be read: {trouble.Message}"));
            return null;
        }
    }

    private static string Stamped(string file)
    {
        try
        {
            // A folder that is a link may be turned to files of the same size and time.
            var info = new FileInfo(RealPath.Of(file) ?? file);
            return string.Join('|', file, info.FullName, info.Length, info.LastWriteTimeUtc.Ticks);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"{file}|{trouble.Message}";
        }
    }

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static ConfigProblem Trouble(string name, string message) => new(name, 0, null, message, IsError: true);
}
