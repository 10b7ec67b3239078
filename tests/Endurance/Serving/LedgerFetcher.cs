using System.Globalization;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Endurance.Serving;

/// <summary>Ledger feeds without a network, for runs inside this process.</summary>
/// <param name="feeds">The feeds.</param>
/// <param name="urls">Their addresses, each ending with its number, where a server has them too.</param>
internal sealed class LedgerFetcher(LedgerFeeds feeds, IReadOnlyList<string>? urls = null) : IFeedFetcher
{
    public IReadOnlyList<string> Urls { get; } = urls ?? [.. Enumerable.Range(0, feeds.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"http://ledger.example/{i}"))];

    public ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        var feed = int.Parse(request.Url.AsSpan(request.Url.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
        var (etag, contentType, body) = feeds.Answer(feed, request.Validators?.ETag ?? "");
        feeds.Ledger.Sent();
        return ValueTask.FromResult<FetchOutcome>(body is null
            ? new FetchOutcome.NotModified { Status = 304 }
            : new FetchOutcome.Fetched { Url = request.Url, Body = body, ContentType = contentType, Status = 200, WireBytes = body.Length, Validators = new Validators(request.Url, etag, null) });
    }
}
