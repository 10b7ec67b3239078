using System.Net;
using System.Text;
using Aggregator.Fetching.Addresses;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

/// <summary>A loopback server and a fetcher that may reach it.</summary>
public sealed class FetchFixture : IAsyncDisposable
{
    private readonly List<HttpFeedFetcher> _fetchers = [];

    public required FeedServer Server { get; init; }

    public static FetchSettings Settings { get; } = new()
    {
        AllowNetworks = [new AllowedNetwork(IPNetwork.Parse("127.0.0.0/8"), null)],
        Contact = "https://example.org/about",
    };

    public static async Task<FetchFixture> StartAsync() => new() { Server = await FeedServer.StartAsync() };

    public HttpFeedFetcher Fetcher(Func<FetchSettings, FetchSettings>? change = null, HostResolver? resolver = null, TimeProvider? time = null, SecretReader? secrets = null)
    {
        var fetcher = new HttpFeedFetcher(change is null ? Settings : change(Settings), time ?? TimeProvider.System, secrets, resolver);
        _fetchers.Add(fetcher);
        return fetcher;
    }

    public async Task<FetchOutcome> FetchAsync(string url, Validators? validators = null, Func<FetchSettings, FetchSettings>? change = null, Func<FetchRequest, FetchRequest>? ask = null)
    {
        var request = new FetchRequest { Url = url, Validators = validators };
        return await Fetcher(change).FetchAsync(ask is null ? request : ask(request), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fetcher in _fetchers)
        {
            fetcher.Dispose();
            Assert.Equal(0, fetcher.HeldBytes);
        }

        await Server.DisposeAsync();
    }
}

internal static class OutcomeAssertions
{
    public static FetchOutcome.Fetched Body(this FetchOutcome outcome, string? expected = null)
    {
        Assert.False(outcome is FetchOutcome.Failed, outcome.ToString());
        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        if (expected is not null) Assert.Equal(expected, Encoding.UTF8.GetString(fetched.Body.Span));
        return fetched;
    }

    public static FetchOutcome.Failed Failed(this FetchOutcome outcome, FailureKind kind, string says = "")
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(outcome);
        Assert.True(kind == failed.Kind, failed.ToString());
        Assert.Contains(says, failed.Reason, StringComparison.OrdinalIgnoreCase);
        return failed;
    }
}
