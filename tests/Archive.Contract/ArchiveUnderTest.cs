using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Contract;

/// <summary>An archive in a test, with what the tests need beside the port: reading the views, and opening it anew.</summary>
public abstract class ArchiveUnderTest : IAsyncDisposable
{
    public abstract IFeedArchive Archive { get; }

    /// <summary>The rows that a query over the views gives, each as one line, columns apart by <c>|</c>.</summary>
    public abstract IReadOnlyList<string> Rows(string sql);

    public abstract ValueTask DisposeAsync();

    /// <summary>Everything that processing the same answer again must not change.</summary>
    public string Dump() => string.Join('\n', new[] { "articles", "revisions", "sightings", "date_claims", "authors", "categories", "sources", "daily" }
        .SelectMany(view => Rows($"SELECT * FROM {view} ORDER BY 1, 2, 3").Select(row => $"{view}: {row}")));

    public async Task<long> FeedAsync(string name) => (await Archive.SubscribeAsync([Make.Feed(name)], Make.Noon))[0];

    /// <summary>Stores one answer in a transaction of its own.</summary>
    public async Task<Receipt> StoreAsync(Answer answer, params Verdict[] verdicts)
    {
        await using var batch = await Archive.BeginAsync();
        var state = await batch.StateAsync(answer.FeedId);
        var receipt = await batch.WriteAsync(answer, verdicts, state with { LastPolledAt = answer.StartedAt, LastSuccessAt = answer.StartedAt, NextPollAt = answer.StartedAt.AddHours(1), NextPollReason = "every" });
        await batch.CommitAsync();
        return receipt;
    }

    /// <summary>Stores new articles and gives their ids.</summary>
    public async Task<IReadOnlyList<long>> NewAsync(long feedId, DateTimeOffset at, params Article[] items)
    {
        await StoreAsync(Make.Answer(feedId, at, items), [.. items.Select(Make.New)]);
        var known = await LookUpAsync(feedId, items);
        return [.. items.Select(i => known.Sightings[i.ItemKey].ArticleId)];
    }

    public async Task<Knowledge> LookUpAsync(long feedId, params Article[] items)
    {
        await using var batch = await Archive.BeginAsync();
        return await batch.LookUpAsync(feedId, items);
    }
}
