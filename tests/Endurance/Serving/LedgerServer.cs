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
    private readonly LedgerFeeds _feeds;

    private LedgerServer(WebApplication app, LedgerFeeds feeds) => (_app, _feeds) = (app, feeds);

    public Ledger Ledger => _feeds.Ledger;

    public LedgerFeeds Feeds => _feeds;

    public IReadOnlyList<string> Urls => [.. Enumerable.Range(0, _feeds.Count).Select(i => $"{_app.Urls.First()}/{i}")];

    /// <summary>Rings after each answer whose last byte has left.</summary>
    public event Action? Answered;

    public static async Task<LedgerServer> StartAsync(int feeds, int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new LedgerServer(app, new LedgerFeeds(feeds, seed));
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
        var (etag, contentType, body) = _feeds.Answer(feed, context.Request.Headers.IfNoneMatch.ToString());
        context.Response.ContentType = contentType;
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
