using System.Diagnostics;
using System.IO.Hashing;
using Aggregator.Archive.Sqlite;
using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Benchmarks;

/// <summary>
/// Takes every document of a folder through the stages of a poll but the network, one thread, into a new archive: reading, normalizing, looking
/// up and deciding, writing, committing, indexing. Prints what each stage costs an item.
/// </summary>
internal static class FlowBenchmark
{
    private const int AnswersACommit = 12;

    public static async Task<int> RunAsync(string folder, int passes)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var temporary = Directory.CreateTempSubdirectory("aggregator-flow-");
        try
        {
            for (var pass = 0; pass < passes; pass++)
            {
                using var archive = SqliteArchive.Open(Path.Combine(temporary.FullName, $"{pass}.db"), TimeProvider.System);
                await PassAsync(archive, files).ConfigureAwait(false);
            }
        }
        finally
        {
            temporary.Delete(true);
        }

        return 0;
    }

    private static async Task PassAsync(SqliteArchive archive, byte[][] files)
    {
        var schedule = new FeedSchedule(new ScheduleSettings());
        var subscriptions = files.Select((_, i) => new Subscription { Url = $"https://example.org/{i}" }).ToList();
        var now = DateTimeOffset.UtcNow;
        var ids = await archive.SubscribeAsync(subscriptions, now).ConfigureAwait(false);
        var (read, normalize, decide, write, commit, index) = (new Stage("read"), new Stage("normalize"), new Stage("decide"), new Stage("write"), new Stage("commit"), new Stage("index"));
        long items = 0, articles = 0;
        foreach (var batch in Enumerable.Range(0, files.Length).Chunk(AnswersACommit))
        {
            var answers = new List<Answer>();
            foreach (var i in batch)
            {
                var outcome = read.Take(() => FeedReader.Read(files[i], new ReadContext { Url = subscriptions[i].Url, FetchedAt = now }));
                var normalized = outcome is not ReadOutcome.Parsed parsed ? [] : normalize.Take(() => ArticleNormalizer.Normalize(parsed.Feed, subscriptions[i], ids[i], now));
                items += normalized.Count;
                answers.Add(new Answer
                {
                    FeedId = ids[i],
                    Subscription = subscriptions[i],
                    StartedAt = now,
                    Duration = TimeSpan.Zero,
                    Read = outcome,
                    Articles = normalized,
                    BodyHash = unchecked((long)XxHash3.HashToUInt64(files[i])),
                    Fetch = new FetchOutcome.Fetched { Url = subscriptions[i].Url, Body = files[i], Status = 200 },
                });
            }

            await using var transaction = await archive.BeginAsync().ConfigureAwait(false);
            foreach (var answer in answers)
            {
                var state = await transaction.StateAsync(answer.FeedId).ConfigureAwait(false);
                var verdicts = decide.Take(() => DuplicateDecider.Decide(answer.FeedId, answer.Articles, Done(transaction.LookUpAsync(answer.FeedId, answer.Articles))));
                var next = schedule.Next(state, answer, verdicts, now);
                articles += write.Take(() => Done(transaction.WriteAsync(answer, verdicts, next))).New;
            }

            _ = commit.Take(() => transaction.CommitAsync().AsTask().Wait(Timeout.Infinite));
        }

        while (index.Take(() => Done(archive.IndexAsync(2000))) > 0)
        {
            // Until nothing is left.
        }

        Stage[] stages = [read, normalize, decide, write, commit, index];
        Console.WriteLine(FormattableString.Invariant(
            $"{{\"documents\":{files.Length},\"items\":{items},\"articles\":{articles},{Json("us_an_item", s => s.Microseconds)},{Json("cpu_us_an_item", s => s.Processor)},{Json("bytes_an_item", s => s.Bytes)}}}"));

        string Json(string name, Func<Stage, double> value) =>
            $"\"{name}\":{{{string.Join(',', stages.Select(s => FormattableString.Invariant($"\"{s.Name}\":{value(s) / Math.Max(1, items):F1}")))}}}";
    }

    // The archive completes synchronously: there is nothing to wait for.
    private static T Done<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    // Processor time is that of the process: everything here runs on one thread, the runtime's compiler aside.
    private sealed class Stage(string name)
    {
        private long _ticks, _bytes;
        private TimeSpan _processor;

        public string Name => name;

        public double Microseconds => Stopwatch.GetElapsedTime(0, _ticks).TotalMicroseconds;

        public double Processor => _processor.TotalMicroseconds;

        public double Bytes => _bytes;

        public T Take<T>(Func<T> work)
        {
            var (allocated, processor, started) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var result = work();
            _ticks += Stopwatch.GetTimestamp() - started;
            _processor += Environment.CpuUsage.TotalTime - processor;
            _bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            return result;
        }
    }
}
