using System.Text;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Fetching.Tests;

public class WallsAndLoginsTests
{
    [Theory]
    [InlineData(403, "cf-mitigated", "challenge", "", "Cloudflare")]
    [InlineData(503, "X-None", "1", "<html><title>Just a moment...</title>", "Cloudflare")]
    [InlineData(403, "X-None", "1", "<!DOCTYPE html><script src='https://geo.captcha-delivery.com/x.js'>", "DataDome")]
    [InlineData(403, "X-None", "1", "<html><iframe src=\"/_Incapsula_Resource?x\">", "Imperva")]
    [InlineData(429, "x-vercel-mitigated", "challenge", "", "Vercel")]
    [InlineData(200, "X-None", "1", "<!doctype html><html><title>Making sure you&#39;re not a bot!</title>", "Anubis")]
    [InlineData(202, "x-amzn-waf-action", "challenge", "", "AWS WAF")]
    public async Task A_wall_against_robots_is_named(int status, string header, string value, string page, string wall)
    {
        await using var fixture = await FetchFixture.StartAsync();
        foreach (var packing in new[] { null, "gzip" })
        {
            var url = fixture.Server.On("/feed", new FeedScript
            {
                Status = status,
                ContentType = "text/html",
                Body = Encoding.UTF8.GetBytes(page),
                Headers = [(header, value)],
                Packing = page.Length > 0 ? packing : null,
            });
            var failed = (await fixture.FetchAsync(url)).Failed(FailureKind.Blocked, wall);
            Assert.Equal(status, failed.Status);
        }
    }

    [Theory]
    [InlineData(403, FailureKind.HttpStatus)]
    [InlineData(503, FailureKind.HttpStatus)]
    [InlineData(401, FailureKind.NeedsLogin)]
    public async Task A_plain_refusal_is_no_wall(int status, FailureKind kind)
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", new FeedScript { Status = status, ContentType = "text/html", Body = "<html>Forbidden</html>"u8.ToArray() });
        (await fixture.FetchAsync(url)).Failed(kind);
    }

    [Fact]
    public async Task A_page_that_wants_a_password_is_a_login_page()
    {
        await using var fixture = await FetchFixture.StartAsync();
        var url = fixture.Server.On("/feed", FeedScript.RedirectTo("/account/login", 302));
        fixture.Server.On("/account/login", new FeedScript { ContentType = "text/html", Body = "<html><form><INPUT TYPE=\"password\"></form></html>"u8.ToArray() });
        (await fixture.FetchAsync(url)).Failed(FailureKind.NeedsLogin, "login page");
    }

    [Fact]
    public async Task A_page_that_names_a_feed_is_left_to_the_reader()
    {
        await using var fixture = await FetchFixture.StartAsync();
        const string Page = "<html><link rel=alternate type='application/rss+xml' href='/rss'><form><input type=password></form></html>";
        var url = fixture.Server.On("/", new FeedScript { ContentType = "text/html", Body = Encoding.UTF8.GetBytes(Page) });
        (await fixture.FetchAsync(url)).Body(Page).Dispose();
    }
}
