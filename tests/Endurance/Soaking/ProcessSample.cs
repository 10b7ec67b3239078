using System.Globalization;

namespace Aggregator.Endurance.Soaking;

/// <summary>What a process holds at one moment, as Linux tells it.</summary>
/// <param name="At">Since the run began.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="WorkingSet">Bytes of memory in use (VmRSS).</param>
/// <param name="Own">Those of them that are no mapped file (RssAnon): heaps, stacks, SQLite's cache.</param>
internal sealed record ProcessSample(TimeSpan At, long Handles, long Threads, long WorkingSet, long Own)
{
    public static ProcessSample Take(int process, TimeSpan at)
    {
        var status = File.ReadLines($"/proc/{process}/status").Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.Ordinal);
        return new ProcessSample(
            at, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, Number(status["Threads"]), Kilobytes(status["VmRSS"]), Kilobytes(status["RssAnon"]));
    }

    private static long Kilobytes(string text) => Number(text[..text.IndexOf(' ', StringComparison.Ordinal)]) * 1024;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
