using System.Net;
using Aggregator.Fetching.Addresses;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class AddressWallTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:1:2:3:4:80ff:fffe")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("100::1")]
    [InlineData("4000::1")]
    public void Special_addresses_are_refused(string address) =>
        Assert.NotNull(new AddressWall([], allowPrivate: false).Refuses(IPAddress.Parse(address), 80));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2002:808:808::1")]
    public void Public_addresses_are_not(string address) =>
        Assert.Null(new AddressWall([], allowPrivate: false).Refuses(IPAddress.Parse(address), 80));

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("fd12::1", true)]
    [InlineData("::ffff:192.168.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    public void A_private_feed_reaches_private_networks_but_no_metadata_service(string address, bool allowed) =>
        Assert.Equal(allowed, new AddressWall([], allowPrivate: true).Refuses(IPAddress.Parse(address), 80) is null);

    [Theory]
    [InlineData("127.0.0.0/8", "127.1.2.3", 99, true)]
    [InlineData("127.0.0.0/8", "10.0.0.1", 99, false)]
    [InlineData("10.1.2.3", "10.1.2.3", 80, true)]
    [InlineData("10.1.2.3", "10.1.2.4", 80, false)]
    [InlineData("10.1.2.3:8080", "10.1.2.3", 8080, true)]
    [InlineData("10.1.2.3:8080", "10.1.2.3", 80, false)]
    [InlineData("10.0.0.0/8:8080", "10.9.9.9", 8080, true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.1.1", 80, true)]
    [InlineData("fd00::/8", "fd12::1", 80, true)]
    [InlineData("[fd00::/8]:8080", "fd12::1", 8080, true)]
    [InlineData("[fd00::/8]:8080", "fd12::1", 80, false)]
    [InlineData("[::1]:8080", "::1", 8080, true)]
    [InlineData("::1", "::1", 1, true)]
    public void Opened_networks_are_open(string entry, string address, int port, bool allowed)
    {
        Assert.True(AllowedNetwork.TryParse(entry, out var network));
        Assert.Equal(allowed, new AddressWall([network!], allowPrivate: false).Refuses(IPAddress.Parse(address), port) is null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("10")]
    [InlineData("10.1")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1:0")]
    [InlineData("10.0.0.1:70000")]
    [InlineData("[::1")]
    [InlineData("[::1]8080")]
    public void A_slip_in_the_setting_is_seen(string entry) => Assert.False(AllowedNetwork.TryParse(entry, out _));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("localhost")]
    [InlineData("name.example")]
    [InlineData("１２７.0.0.1")]
    public async Task Nothing_reaches_the_machine_itself(string host)
    {
        await using var server = await FeedServer.StartAsync();
        using var fetcher = new HttpFeedFetcher(new FetchSettings(), TimeProvider.System, null, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        (await fetcher.FetchAsync(new FetchRequest { Url = $"http://{host}:{server.Port}/feed" }, TestContext.Current.CancellationToken))
            .Failed(FailureKind.AddressRefused, "loopback");
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task One_forbidden_answer_among_several_refuses_all()
    {
        using var fetcher = new HttpFeedFetcher(new FetchSettings(), TimeProvider.System, null,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("1.1.1.1"), IPAddress.Parse("10.0.0.1")]));
        (await fetcher.FetchAsync(new FetchRequest { Url = "http://mixed.example/feed" }, TestContext.Current.CancellationToken))
            .Failed(FailureKind.AddressRefused, "RFC 1918");
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        await using var fixture = await FetchFixture.StartAsync();
        await using var canary = await FeedServer.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.RedirectTo(canary.Url("/secret")));
        var only = new AllowedNetwork(IPNetwork.Parse("127.0.0.1/32"), fixture.Server.Port);
        var failed = (await fixture.FetchAsync(url, change: s => s with { AllowNetworks = [only] })).Failed(FailureKind.AddressRefused, "loopback");
        Assert.Equal([new RedirectHop(url, 301)], failed.Hops);
        Assert.Empty(canary.Requests);
    }

    [Fact]
    public async Task A_connection_of_a_private_feed_serves_no_public_feed()
    {
        await using var server = await FeedServer.StartAsync();
        using var fetcher = new HttpFeedFetcher(new FetchSettings(), TimeProvider.System, null, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var url = $"http://inside.example:{server.Port}/feed";
        server.OnFeed("/feed", SampleFeed.Rss("https://a.example", 1));
        (await fetcher.FetchAsync(new FetchRequest { Url = url, AllowPrivateNetwork = true }, TestContext.Current.CancellationToken)).Body().Dispose();
        (await fetcher.FetchAsync(new FetchRequest { Url = url }, TestContext.Current.CancellationToken)).Failed(FailureKind.AddressRefused);
        Assert.Single(server.Requests);
    }
}
