using System.Diagnostics;
using System.Globalization;
using Aggregator.Archive.Sqlite;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Pipeline.Subscribing;
using Microsoft.Data.Sqlite;

namespace Aggregator.Benchmarks.Archives;

/// <summary>
/// Builds an archive of years of news through the product's own flow: bytes are read, normalized, decided about and stored, ten answers a commit,
/// indexed in slices. An archive that is there grows on. Prints one JSON line a stage.
/// </summary>
internal sealed class ArchiveBuild(string path, long articles, int feeds, int seed, TextWriter report)
{
    private const int AnswersACommit = 10;
    private const int ProbedAnswers = 1000;
    private const int Slice = 5000;

    // A million articles take four years, and end today.
    private static readonly TimeSpan Step = TimeSpan.FromDays(4 * 365.25 / 100_000);

    private readonly GrownFetcher _fetcher = new();
    private readonly GrownFeeds _grown = new(feeds, seed);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        var (had, from) = Resume();
        var time = new GrowingTime(from ?? TimeProvider.System.GetUtcNow() - Step * 100_000);
        var subscriptions = Enumerable.Range(0, feeds).Select(f => new Subscription { Url = GrownFeeds.Url(f) }).ToList();
        using var archive = SqliteArchive.Open(path, time);
        var ids = await archive.SubscribeAsync(subscriptions, time.Now);
        var poll = new FeedPoll(_fetcher, _fetcher, new FeedSchedule(new ScheduleSettings()), time);
        var random = new Random(unchecked(seed + (int)had));
        var (stored, indexed, watch) = (had, had, Stopwatch.StartNew());
        var probes = new Queue<long>(new long[] { 10_000, 100_000, 500_000, 990_000, 1_990_000 }.Where(p => p >= had && p < articles));

        while (stored < articles)
        {
            var probing = probes.TryPeek(out var at) && stored >= at;
            if (probing) await ProbeAsync(probes.Dequeue());
            else
            {
                var answers = new List<Answer>();
                for (var i = 0; i < AnswersACommit; i++) answers.Add(await AskAsync());
                stored += await StoreAsync(answers);
            }

            if (stored - indexed < Slice) continue;
            var slice = Stopwatch.StartNew();
            while (await archive.IndexAsync(Slice) > 0) { }
            Tell("indexed", stored - indexed, slice.Elapsed);
            indexed = stored;
        }

        while (await archive.IndexAsync(Slice) > 0) { }
        Tell("built", stored - had, watch.Elapsed);
        return 0;

        // What STORAGE measures: one answer of ten new articles, looked up, decided, written and committed by itself.
        async Task ProbeAsync(long at)
        {
            while (await archive.IndexAsync(Slice) > 0) { }
            indexed = stored;
            var took = new List<double>();
            for (var i = 0; i < ProbedAnswers; i++)
            {
                var answer = await AskAsync();
                var one = Stopwatch.StartNew();
                stored += await StoreAsync([answer]);
                took.Add(one.Elapsed.TotalMilliseconds);
            }

            took.Sort();
            await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $$"""{"ten_new_at":{{at}},"median_ms":{{took[took.Count / 2]:0.00}},"p95_ms":{{took[took.Count * 95 / 100]:0.00}},"max_ms":{{took[^1]:0.0}}}"""));
        }

        async Task<Answer> AskAsync()
        {
            time.Now += Step;
            var feed = _grown.Draw(random);
            _fetcher.Body = _grown.Answer(feed, time.Now);
            var state = new FeedState { Id = ids[feed], Url = subscriptions[feed].Url };
            return await poll.AskAsync(new DueFeed(state, subscriptions[feed]), static () => Task.CompletedTask, CancellationToken.None);
        }

        async Task<long> StoreAsync(List<Answer> answers)
        {
            var fresh = 0;
            await using var batch = await archive.BeginAsync();
            foreach (var answer in answers) fresh += (await poll.StoreAsync(answer, batch)).New;
            await batch.CommitAsync();
            return fresh;
        }

        void Tell(string what, long rows, TimeSpan took) => report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"{{what}}":{{rows}},"articles":{{stored}},"seconds":{{took.TotalSeconds:0.0}},"elapsed":{{watch.Elapsed.TotalSeconds:0}},"bytes":{{new FileInfo(path).Length}}}"""));
    }

    // Where an earlier run ended: articles in all, the last answer's time, and how far each feed is.
    private (long Articles, DateTimeOffset? At) Resume()
    {
        if (!File.Exists(path)) return (0, null);
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT f.url, count(*), (SELECT max(started_at) FROM fetches) FROM feeds f JOIN articles a ON a.feed_id = f.id GROUP BY f.id";
        using var rows = command.ExecuteReader();
        var (total, at) = (0L, (DateTimeOffset?)null);
        while (rows.Read())
        {
            var url = rows.GetString(0);
            _grown.Resume(int.Parse(url.AsSpan("https://press".Length, url.IndexOf('.', StringComparison.Ordinal) - "https://press".Length), CultureInfo.InvariantCulture), rows.GetInt32(1));
            total += rows.GetInt64(1);
            at = DateTimeOffset.Parse(rows.GetString(2), CultureInfo.InvariantCulture);
        }

        return (total, at);
    }
}
