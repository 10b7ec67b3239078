using System.Diagnostics;
using Aggregator.Feeds;

namespace Aggregator.Benchmarks;

/// <summary>Reads every document of a folder: all keys, dates and links, as a poll does.</summary>
internal static class ParseBenchmark
{
    public static int Run(string folder, int passes, int threads)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".gz", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"no documents in {folder}");
            return 1;
        }

        var bytes = files.Sum(file => (long)file.Length);
        foreach (var file in files.Take(300)) Read(file);   // Warm-up: the JIT.
        for (var pass = 0; pass < passes; pass++)
        {
            long items = 0;
            var failed = 0;
            using var process = Process.GetCurrentProcess();
            var cpu = process.TotalProcessorTime;
            var allocated = GC.GetTotalAllocatedBytes(true);
            var watch = Stopwatch.StartNew();
            if (threads == 1)
                foreach (var file in files) Count(Read(file), ref items, ref failed);
            else
                Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = threads }, file => Count(Read(file), ref items, ref failed));
            var seconds = watch.Elapsed.TotalSeconds;
            process.Refresh();
            var perByte = (GC.GetTotalAllocatedBytes(true) - allocated) / (double)bytes;
            Console.WriteLine(FormattableString.Invariant(
                $"{{\"lib\":\"aggregator\",\"threads\":{threads},\"feeds\":{files.Length},\"failed\":{failed},\"items\":{items},\"seconds\":{seconds:F3},\"feeds_s\":{files.Length / seconds:F0},\"mb_s\":{bytes / seconds / 1e6:F1},\"items_s\":{items / seconds:F0},\"cpu\":{(process.TotalProcessorTime - cpu).TotalSeconds:F2},\"alloc_per_byte\":{perByte:F2}}}"));
        }

        return 0;
    }

    private static int Read(byte[] document) => FeedReader.Read(document, new ReadContext { Url = "https://example.org/feed" }) is ReadOutcome.Parsed parsed ? parsed.Feed.Items.Count : -1;

    private static void Count(int read, ref long items, ref int failed)
    {
        if (read < 0) Interlocked.Increment(ref failed);
        else Interlocked.Add(ref items, read);
    }
}
