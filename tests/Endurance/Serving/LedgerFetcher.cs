using System.Globalization;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Endurance.Serving;

/// <summary>Ledger feeds without a network, for runs inside this process.</summary>
internal sealed class LedgerFetcher(LedgerFeeds feeds) : IFeedFetcher
{
    public IReadOnlyList<string> Urls => [.. Enumerable.Range(0, feeds.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"http://ledger.example/{i}"))];

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
