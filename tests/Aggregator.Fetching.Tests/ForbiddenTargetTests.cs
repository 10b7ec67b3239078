using System.Net;
using System.Net.Sockets;
using Aggregator.Fetching.Addresses;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

/// <summary>A server that is allowed tries to send the fetcher where it may not go; a canary listens there.</summary>
public class ForbiddenTargetTests
{
    // PORT is the canary's. It listens on every address of this machine.
    private static readonly string[] Targets =
    [
        "http://127.0.0.1:PORT/", "http://127.1:PORT/", "http://127.0.0.53:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/",
        "http://0x7f.0.0.1:PORT/", "http://0177.0.0.1:PORT/", "http://017700000001:PORT/", "http://127.0.0.1.:PORT/", "http://%31%32%37.0.0.1:PORT/",
        "http://\u00EF\u00BC\u0091\u00EF\u00BC\u0092\u00EF\u00BC\u0097.0.0.1:PORT/", "http://0.0.0.0:PORT/", "http://0:PORT/", "http://localhost:PORT/",
        "http://LOCALHOST.:PORT/", "http://a.localhost:PORT/", "http://[::1]:PORT/", "http://[::]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/", "http://[::127.0.0.1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[2002:7f00:1::]:PORT/", "http://[2001:0:1:2:3:4:80ff:fffe]:PORT/", "http://user:pass@127.0.0.1:PORT/", "http://example.org@127.0.0.1:PORT/",
        "//127.0.0.1:PORT/", "\\\\127.0.0.1:PORT\\", "http:\\\\127.0.0.1:PORT/", "https://127.0.0.1:PORT/", "http://rebound.example:PORT/",
        "http://10.0.0.1:PORT/", "http://192.168.0.1:PORT/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/meta-data/",
        "http://100.100.100.200/latest/meta-data/", "http://[fe80::1%25lo]:PORT/", "http://metadata.google.internal/computeMetadata/v1/",
    ];

    [Fact]
    public async Task Thirty_nine_redirects_reach_no_canary()
    {
        Assert.Equal(39, Targets.Length);
        await using var fixture = await FetchFixture.StartAsync();
        using var canary = new Canary();
        foreach (var target in Targets)
        {
            var real = target.Replace("PORT", $"{canary.Port}", StringComparison.Ordinal);
            await using var raw = await RawServer.StartAsync(_ => $"HTTP/1.1 302 Found\r\nLocation: {real}\r\nContent-Length: 0\r\n\r\n");
            using var raws = fixture.Fetcher(s => s with { AllowNetworks = [new AllowedNetwork(IPNetwork.Parse("127.0.0.1/32"), new Uri(raw.Address).Port)] },
                (host, _) => Task.FromResult(Resolve(host)));
            var outcome = await raws.FetchAsync(new FetchRequest { Url = raw.Address + "/feed" }, TestContext.Current.CancellationToken);
            var failed = Assert.IsType<FetchOutcome.Failed>(outcome);
            Assert.True(failed.Kind == FailureKind.AddressRefused, $"{target}: {failed.Kind}: {failed.Reason}");
        }

        Assert.Equal(0, canary.Hits);
    }

    [Fact]
    public async Task A_thousand_rebindings_reach_no_canary()
    {
        await using var fixture = await FetchFixture.StartAsync();
        fixture.Server.OnFeed("/feed", SampleFeed.Rss("https://a.example", 1));
        using var canary = new Canary(fixture.Server.Port, IPAddress.Parse("127.0.0.2"));
        var asked = 0;
        var good = IPAddress.Loopback;
        var evil = canary.Address;
        // Each name answers otherwise each time it is asked, as a rebinding name server does.
        using var fetcher = fixture.Fetcher(OnlyThe(fixture.Server), (_, _) => Task.FromResult<IPAddress[]>((Interlocked.Increment(ref asked) % 4) switch
        {
            0 => [good],
            1 => [evil],
            2 => [good, evil],
            _ => [evil, good],
        }));
        var (fetched, refused) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest { Url = $"http://name{i % 250}.example:{fixture.Server.Port}/feed" }, TestContext.Current.CancellationToken);
            if (outcome is FetchOutcome.Fetched body)
            {
                body.Dispose();
                fetched++;
            }
            else
            {
                outcome.Failed(FailureKind.AddressRefused);
                refused++;
            }
        }

        Assert.Equal(0, canary.Hits);
        Assert.InRange(refused, 500, 999);
        Assert.InRange(fetched, 1, 500);
        Assert.Equal(fetched, fixture.Server.Requests.Count);
    }

    private static Func<FetchSettings, FetchSettings> OnlyThe(FeedServer server) =>
        s => s with { AllowNetworks = [new AllowedNetwork(IPNetwork.Parse("127.0.0.1/32"), server.Port)] };

    private static IPAddress[] Resolve(string host) => host.Contains("google", StringComparison.Ordinal) ? [IPAddress.Parse("169.254.169.254")] : [IPAddress.Loopback];

    private sealed class Canary : IDisposable
    {
        private readonly TcpListener _listener;
        private int _hits;

        public Canary(int port = 0, IPAddress? address = null)
        {
            Address = address ?? IPAddress.IPv6Any;
            _listener = new TcpListener(Address, port);
            if (address is null) _listener.Server.DualMode = true;
            _listener.Start();
            _ = CountAsync();
        }

        public IPAddress Address { get; }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Hits => Volatile.Read(ref _hits);

        public void Dispose() => _listener.Dispose();

        private async Task CountAsync()
        {
            try
            {
                while (true)
                {
                    using var hit = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _hits);
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
