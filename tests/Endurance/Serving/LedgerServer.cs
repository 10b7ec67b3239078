using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregator.Endurance.Serving;

/// <summary>Serves ledger feeds on loopback and writes down what it promised before the first byte leaves.</summary>
internal sealed class LedgerServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LedgerFeed[] _feeds;

    private LedgerServer(WebApplication app, LedgerFeed[] feeds, Ledger ledger) => (_app, _feeds, Ledger) = (app, feeds, ledger);

    public Ledger Ledger { get; }

    public IReadOnlyList<string> Urls => [.. _feeds.Select((_, i) => $"{_app.Urls.First()}/{i}")];

    /// <summary>Rings after each answer whose last byte has left.</summary>
    public event Action? Answered;

    public static async Task<LedgerServer> StartAsync(int feeds, int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new LedgerServer(app, [.. Enumerable.Range(0, feeds).Select(i => new LedgerFeed(i, seed))], new Ledger());
        app.MapGet("/{feed:int}", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>What the program needs to poll these feeds fast.</summary>
    public static IReadOnlyList<string> Options(string list, string archive) =>
    [
        "--feeds", list, "--archive", archive,
        "--set", "Fetching:AllowNetworks=127.0.0.0/8", "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=8",
    ];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, int feed)
    {
        byte[]? body = null;
        string etag;
        lock (_feeds[feed])
        {
            var asked = context.Request.Headers.IfNoneMatch.ToString();
            if (asked == _feeds[feed].ETag || asked.Length == 0) _feeds[feed].Advance();
            etag = _feeds[feed].ETag;
            if (asked != etag)
            {
                body = _feeds[feed].Body();
                Ledger.Promise(feed, etag, _feeds[feed].Window);
            }

            context.Response.ContentType = _feeds[feed].ContentType;
        }

        context.Response.Headers.ETag = etag;
        if (body is null) context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        }

        await context.Response.CompleteAsync();
        Ledger.Sent();
        Answered?.Invoke();
    }
}
