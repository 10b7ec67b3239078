using System.Text.RegularExpressions;

namespace Aggregator.Endurance.Tracing;

/// <summary>
/// What a log of strace says: the files that a program opened or tried to open, and the processes that it started.
/// Numbers of processes and threads, and the run's own folder, are written alike for every run, so that two runs can be compared.
/// </summary>
internal sealed partial class TraceLog
{
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly List<string> _started = [];

    /// <summary>Paths, each once, with <c>N</c> for what differs from run to run.</summary>
    public IReadOnlyCollection<string> Files => _files;

    /// <summary>Every execve after the first, and every clone that made no thread.</summary>
    public IReadOnlyList<string> Started => _started;

    /// <summary>Calls that were read.</summary>
    public int Calls { get; private set; }

    /// <param name="lines">The log, as <c>strace -f -o FILE</c> writes it.</param>
    /// <param name="folder">The run's own folder.</param>
    public static TraceLog Read(IEnumerable<string> lines, string folder)
    {
        var log = new TraceLog();
        var isFirst = true;
        foreach (var line in lines)
        {
            if (Call().Match(line) is not { Success: true } call) continue;
            log.Calls++;
            var name = call.Groups["name"].Value;
            if (name.StartsWith("open", StringComparison.Ordinal) || name == "creat")
            {
                if (FirstPath().Match(line) is { Success: true } path) log._files.Add(Alike(path.Groups[1].Value, folder));
            }
            else if (name.StartsWith("exec", StringComparison.Ordinal))
            {
                if (!isFirst) log._started.Add(line);
                isFirst = false;
            }
            else if (!line.Contains("CLONE_THREAD", StringComparison.Ordinal))
            {
                log._started.Add(line);
            }
        }

        return log;
    }

    private static string Alike(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) ? "RUN" + path[folder.Length..]
        : Number().Replace(Random().Replace(path, "N"), "N");

    // "1234  openat(" as well as "1234 12:00:00 openat("; the second half of a call that was interrupted has its path in the first.
    [GeneratedRegex(@"^\d+\s+(?:[\d:.]+\s+)?(?<name>open|openat|openat2|creat|execve|execveat|fork|vfork|clone|clone3)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPath();

    // Only where the system puts numbers: a digit in the name of a file is part of it.
    [GeneratedRegex(@"(?<=^/proc/(?:self/)?(?:task/)?)\d+|(?<=/task/)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=clr-debug-pipe-|dotnet-diagnostic-|doublemapper_|sem\.clrst)[\w-]+|(?<=/etilqs_)\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Random();
}
