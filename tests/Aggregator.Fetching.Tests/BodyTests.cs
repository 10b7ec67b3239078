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
    public async Task What_came_of_a_feed_before_the_transfer_broke_is_given_with_the_damage(bool statesLength)
    {
        var framing = statesLength ? $"Content-Length: {Rss.Length}\r\n\r\n" : $"Transfer-Encoding: chunked\r\n\r\n{Rss.Length:x}\r\n";
        await using var raw = await RawServer.StartAsync(_ => $"HTTP/1.1 200 OK\r\nETag: \"1\"\r\n{framing}{Rss[..500]}");
        await using var fixture = await FetchFixture.StartAsync();
        using var fetched = (await fixture.FetchAsync(raw.Address)).Body(Rss[..500]);
        Assert.Contains("broke off after 500 bytes", fetched.Damage, StringComparison.Ordinal);
        Assert.Null(fetched.Validators);
    }

    [Fact]
    public async Task What_came_of_anything_else_is_a_failure()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.Feed(new string('x', 5000)) with { CutAfter = 500 });
        (await fixture.FetchAsync(url)).Failed(FailureKind.BrokenTransfer);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_feed_that_breaks_off_gives_what_can_be_unpacked(string packing)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var text = SampleFeed.Rss("https://site.example", 3000);
        var packed = Encoding.Latin1.GetString(FeedScript.Packed(packing, Encoding.UTF8.GetBytes(text)));
        await using var raw = await RawServer.StartAsync(_ =>
            $"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Encoding: {packing}\r\nContent-Length: {packed.Length}\r\n\r\n{packed[..20_000]}");
        using var fetched = (await fixture.FetchAsync(raw.Address)).Body();
        Assert.NotNull(fetched.Damage);
        Assert.Null(fetched.Validators);
        Assert.InRange(fetched.Body.Length, 20_001, text.Length - 1);
        Assert.StartsWith(Encoding.UTF8.GetString(fetched.Body.Span), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_length_that_counts_the_unpacked_bytes_is_no_cut(bool closes)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var packed = Encoding.Latin1.GetString(FeedScript.Packed("gzip", Encoding.UTF8.GetBytes(Rss)));
        var answer = $"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Encoding: gzip\r\nContent-Length: {Rss.Length}\r\n\r\n{packed}";
        await using var raw = await RawServer.StartAsync(_ => answer, closes);
        using var fetched = (await fixture.FetchAsync(raw.Address + "/feed", change: s => s with { IdleTimeout = TimeSpan.FromMilliseconds(300) })).Body(Rss);
        Assert.Null(fetched.Damage);
        Assert.NotNull(fetched.Validators);
    }

    [Fact]
    public async Task Zstd_is_unpacked_though_nobody_asked_for_it()
    {
        using var packing = new ZstdSharp.Compressor();
        await CodedAsync("zstd", packing.Wrap(Encoding.UTF8.GetBytes(Rss)).ToArray(), outcome => outcome.Body(Rss).Dispose());
    }

    [Fact]
    public async Task A_zstd_window_over_8_MiB_is_refused()
    {
        using var packing = new ZstdSharp.Compressor(19);
        packing.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_windowLog, 27);
        using var packed = new MemoryStream();
        await using (var stream = new ZstdSharp.CompressionStream(packed, packing, leaveOpen: true)) stream.Write(new byte[10 << 20]);
        await CodedAsync("zstd", packed.ToArray(), outcome => outcome.Failed(FailureKind.BrokenTransfer));
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Bytes_packed_twice_are_refused(string label)
    {
        var twice = FeedScript.Packed("gzip", FeedScript.Packed("gzip", Encoding.UTF8.GetBytes(Rss)));
        await CodedAsync(label, twice, outcome => outcome.Failed(FailureKind.BrokenTransfer, "more than once"));
    }

    private static async Task CodedAsync(string label, byte[] body, Action<FetchOutcome> judge)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript { Body = body, Headers = label.Length == 0 ? [] : [("Content-Encoding", label)] });
        judge(await fixture.FetchAsync(url));
    }
}
