using System.Text;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class BodyTests
{
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 50);

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip", false)]
    [InlineData("br", true)]
    [InlineData("br", false)]
    [InlineData("deflate", true)]
    public async Task Packed_bodies_are_unpacked(string packing, bool statesLength)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(Rss) with { Packing = packing, StatesLength = statesLength });
        using var fetched = (await fixture.FetchAsync(url)).Body(Rss);
        Assert.InRange(fetched.WireBytes, 1, Rss.Length / 2);
        Assert.Equal("application/rss+xml", fetched.ContentType);
    }

    [Fact]
    public async Task Raw_deflate_under_the_label_deflate_is_unpacked() =>
        await CodedAsync("deflate", FeedScript.Packed("raw-deflate", Encoding.UTF8.GetBytes(Rss)), outcome => outcome.Body(Rss).Dispose());

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("utf-8")]
    [InlineData("identity")]
    [InlineData("")]
    public async Task A_plain_feed_is_read_whatever_the_label_says(string label) =>
        await CodedAsync(label, Encoding.UTF8.GetBytes(Rss), outcome => outcome.Body(Rss).Dispose());

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    [InlineData("compress")]
    public async Task A_gzip_file_is_unpacked_whatever_the_label_says(string label) =>
        await CodedAsync(label, FeedScript.Packed("gzip", Encoding.UTF8.GetBytes(Rss)), outcome => outcome.Body(Rss).Dispose());

    [Theory]
    [InlineData("gzip")]
    [InlineData("compress")]
    [InlineData("deflate")]
    public async Task Bytes_that_nothing_explains_are_refused(string label) =>
        await CodedAsync(label, [0x01, 0x9F, 0xFF, 0xFE, 0x33, 0x80, 0x91, 0x07], outcome => outcome.Failed(FailureKind.BrokenTransfer, label));

    [Fact]
    public async Task A_stated_length_over_the_limit_is_refused_before_reading()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(new byte[200_000]));
        var failed = (await fixture.FetchAsync(url, ask: r => r with { MaxBytes = 100_000 })).Failed(FailureKind.TooLarge, "announces 200,000 bytes");
        Assert.Equal(0, failed.WireBytes);
    }

    [Fact]
    public async Task An_unstated_length_is_read_up_to_the_limit()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(new byte[1_000_000]) with { StatesLength = false });
        var failed = (await fixture.FetchAsync(url, ask: r => r with { MaxBytes = 100_000 })).Failed(FailureKind.TooLarge, "over 100,000 bytes");
        Assert.InRange(failed.WireBytes, 100_001, 300_000);
    }

    [Fact]
    public async Task A_bomb_is_stopped_at_the_limit_of_unpacked_bytes()
    {
        await using var fixture = await FetchFixture.StartAsync();
        foreach (var packing in new[] { "gzip", "br", "deflate" })
        {
            var url = fixture.Server.On("/feed", FeedScript.Feed(new byte[64 << 20]) with { Packing = packing });
            (await fixture.FetchAsync(url)).Failed(FailureKind.TooLarge, "16,777,216");
        }
    }

    [Fact]
    public async Task A_body_as_large_as_the_limit_is_read()
    {
        await using var fixture = await FetchFixture.StartAsync();
        foreach (var stated in new[] { true, false })
        {
            var url = fixture.Server.On("/feed", FeedScript.Feed(new string('<', 100_000)) with { StatesLength = stated });
            using var fetched = (await fixture.FetchAsync(url, ask: r => r with { MaxBytes = 100_000 })).Body();
            Assert.Equal(100_000, fetched.Body.Length);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_breaks_off_is_a_failure(bool statesLength)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(Rss) with { CutAfter = 500, StatesLength = statesLength });
        (await fixture.FetchAsync(url)).Failed(FailureKind.BrokenTransfer);
    }

    private static async Task CodedAsync(string label, byte[] body, Action<FetchOutcome> judge)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript { Body = body, Headers = label.Length == 0 ? [] : [("Content-Encoding", label)] });
        judge(await fixture.FetchAsync(url));
    }
}
