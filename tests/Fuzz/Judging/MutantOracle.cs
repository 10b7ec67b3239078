using System.Diagnostics;
using Aggregator.Feeds;

namespace Aggregator.Fuzz.Judging;

/// <summary>What holds for any bytes: no exception, little time, the same answer again.</summary>
internal static class MutantOracle
{
    /// <param name="mutant">Any bytes.</param>
    /// <param name="limit">Time above which a read that no collection interrupted is a finding; it is measured again before it counts.</param>
    /// <param name="again">True: read twice and compare everything.</param>
    internal static Finding? Judge(byte[] mutant, TimeSpan limit, bool again)
    {
        try
        {
            var collections = GC.CollectionCount(0);
            var watch = Stopwatch.GetTimestamp();
            var outcome = Work(mutant);
            if (Stopwatch.GetElapsedTime(watch) > limit && GC.CollectionCount(0) == collections && Fastest(mutant) is var spent && spent > limit)
                return new Finding("time", $"{spent.TotalMilliseconds:0} ms for {mutant.Length} bytes", mutant);
            if (again && Digests.Of(outcome) != Digests.Of(Work(mutant)))
                return new Finding("repeat", "the second read differs from the first", mutant);
            if (again && Digests.Of(OpmlDocument.Read(mutant)) != Digests.Of(OpmlDocument.Read(mutant)))
                return new Finding("repeat", "the second read of the OPML differs from the first", mutant);
            return null;
        }
#pragma warning disable CA1031 // Any exception is what is looked for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new Finding("exception", $"{fault.GetType().Name}: {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}", mutant);
        }
    }

    private static ReadOutcome Work(byte[] mutant)
    {
        var outcome = FeedReader.Read(mutant, new ReadContext { Url = "https://h.example/dir/feed.xml", FetchedAt = DateTimeOffset.UnixEpoch.AddYears(50) });
        if (outcome is ReadOutcome.Parsed parsed)
            foreach (var item in parsed.Feed.Items)
                if (item.Content is { } body)
                    _ = FeedText.PlainTextOf(body.Value);
        return outcome;
    }

    private static TimeSpan Fastest(byte[] mutant)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            Work(mutant);
            var spent = Stopwatch.GetElapsedTime(watch);
            fastest = spent < fastest ? spent : fastest;
        }
        return fastest;
    }
}
