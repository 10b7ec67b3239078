using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.TestKit;

/// <summary>
/// A web server on a free loopback port that answers each path as its script says and remembers every request.
/// Paths without a script are 404. Scripts may be changed while it runs.
/// </summary>
public sealed class FeedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FeedScript> _scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly WebApplication _app;
    private int _inFlight;
    private int _mostInFlight;

    private FeedServer(WebApplication app) => _app = app;

    /// <summary><c>http://127.0.0.1:PORT</c>, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public int Port { get; private set; }

    /// <summary>Every request so far, in order of arrival.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _seen];

    /// <summary>The most requests that were open at one time.</summary>
    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    /// <summary>Starts a server.</summary>
    /// <param name="certificate">Null: plain HTTP.</param>
    /// <param name="port">0: a free one.</param>
    public static async Task<FeedServer> StartAsync(X509Certificate2? certificate = null, int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        var server = new FeedServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync().ConfigureAwait(false);
        var bound = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Port = new Uri(bound).Port;
        server.Address = $"{(certificate is null ? "http" : "https")}://127.0.0.1:{server.Port}";
        return server;
    }

    /// <summary>The absolute address of a path.</summary>
    public string Url(string path) => Address + path;

    /// <summary>Answers a path by a script from now on.</summary>
    /// <returns>The absolute address.</returns>
    public string On(string path, FeedScript script)
    {
        _scripts[path] = script;
        return Url(path);
    }

    /// <summary>Answers a path with a feed that has an ETag made from its bytes.</summary>
    public string OnFeed(string path, string body, string contentType = "application/rss+xml") => On(path, FeedScript.Feed(body, contentType));

    /// <summary>The requests for one path (its query does not count).</summary>
    public IReadOnlyList<SeenRequest> RequestsFor(string path) => [.. _seen.Where(r => r.Path == path)];

    public async ValueTask DisposeAsync()
    {
        foreach (var script in _scripts.Values) script.Release();
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var open = Interlocked.Increment(ref _inFlight);
        for (var most = _mostInFlight; open > most && Interlocked.CompareExchange(ref _mostInFlight, open, most) != most;) most = _mostInFlight;
        try
        {
            var path = context.Request.Path.Value ?? "/";
            _seen.Enqueue(SeenRequest.Of(context));
            if (_scripts.TryGetValue(path, out var script)) await script.AnswerAsync(context).ConfigureAwait(false);
            else context.Response.StatusCode = 404;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away, as some tests mean it to.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
