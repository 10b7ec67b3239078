using System.Net;
using System.Security.Cryptography.X509Certificates;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class TlsTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "expired", "expired" },
        { "not yet valid", "the clock here is wrong" },
        { "other host", "for another host" },
        { "self-signed", "not known here" },
        { "unknown authority", "not known here" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_certificate_is_refused_with_its_reason_unless_the_feed_says_otherwise(string what, string says)
    {
        using var certificate = Made(what);
        await using var server = await FeedServer.StartAsync(certificate);
        server.OnFeed("/feed", SampleFeed.Rss("https://a.example", 1));
        using var fetcher = new HttpFeedFetcher(FetchFixture.Settings, TimeProvider.System, null, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var request = new FetchRequest { Url = $"https://site.example:{server.Port}/feed" };

        (await fetcher.FetchAsync(request, TestContext.Current.CancellationToken)).Failed(FailureKind.Tls, says);
        Assert.Empty(server.Requests);
        using var fetched = (await fetcher.FetchAsync(request with { IgnoreTls = true }, TestContext.Current.CancellationToken)).Body();
        Assert.Equal("HTTP/2", Assert.Single(server.Requests).Protocol);
        // The connection that ignored the certificate serves nobody else.
        (await fetcher.FetchAsync(request, TestContext.Current.CancellationToken)).Failed(FailureKind.Tls, says);
    }

    [Fact]
    public async Task Plain_http_on_a_TLS_port_is_said()
    {
        await using var server = await FeedServer.StartAsync();
        using var fetcher = new HttpFeedFetcher(FetchFixture.Settings, TimeProvider.System);
        (await fetcher.FetchAsync(new FetchRequest { Url = $"https://127.0.0.1:{server.Port}/feed" }, TestContext.Current.CancellationToken)).Failed(FailureKind.Tls, "no TLS");
    }

    private static X509Certificate2 Made(string what) => what switch
    {
        "expired" => Certificates.Expired("site.example"),
        "not yet valid" => Certificates.NotYetValid("site.example"),
        "other host" => Certificates.SelfSigned("elsewhere.example"),
        "self-signed" => Certificates.SelfSigned("site.example"),
        _ => Certificates.OfUnknownAuthority("site.example"),
    };
}
