using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>What was done with the items of an answer, each counted once.</summary>
internal sealed class AnswerTally
{
    private readonly Dictionary<string, int> _droppedBy = new(StringComparer.Ordinal);

    public int New { get; set; }

    public int Revised { get; set; }

    public int Copies { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Articles that this feed sighted for the first time.</summary>
    public int FirstTimeHere { get; set; }

    public IReadOnlyDictionary<string, int> DroppedBy => _droppedBy;

    public void Drop(string rule) => _droppedBy[rule] = _droppedBy.GetValueOrDefault(rule) + 1;

    public Receipt Receipt(Answer answer, FeedState next)
    {
        var (outcome, error) = Outcome(answer);
        return new Receipt
        {
            FeedId = answer.FeedId,
            Outcome = outcome,
            Error = error,
            Items = answer.Articles.Count,
            New = New,
            Revised = Revised,
            Copies = Copies,
            Unchanged = Unchanged,
            Dropped = _droppedBy.Values.Sum(),
            Warnings = (answer.Read?.ProblemCount ?? 0) + (answer.Fetch is FetchOutcome.Fetched { Damage: not null } ? 1 : 0) + (answer.Fetch.Insecure is null ? 0 : 1),
            Note = answer.Fetch.Insecure is { Url: var open } ? $"a redirect leads from https to http ({open}), so that anybody on the way may change what comes" : null,
            NextPollAt = next.NextPollAt,
            NextPollReason = next.NextPollReason,
        };
    }

    private (string Outcome, string? Error) Outcome(Answer answer) => answer switch
    {
        { Failure: { } failure } => (failure.Kind.Name(), failure.Reason),
        { Fetch: FetchOutcome.NotModified } => ("not-modified", null),
        _ => (New + Revised + Copies > 0 ? "changed" : "unchanged", null),
    };
}
