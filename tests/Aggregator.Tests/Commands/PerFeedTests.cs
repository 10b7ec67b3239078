using System.Text;
using System.Text.Json;
using Aggregator.TestKit;

namespace Aggregator.Tests.Commands;

/// <summary>What the list says of a request is what the servers get: the real program polls, loopback servers look.</summary>
public sealed class PerFeedTests : IAsyncLifetime
{
    private const string Password = "pass/word+with=signs & space";
    private static readonly string Rss = SampleFeed.Rss("https://site.example", 1);
    private static readonly string[] Options =
        ["--all", "--feeds", "feeds.json", "--archive", "archive.db", "--set", "Fetching:AllowNetworks=127.0.0.0/8", "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=16"];

    private readonly TempFolder _folder = new();
    private FeedServer _server = null!;
    private FeedServer _elsewhere = null!;

    public async ValueTask InitializeAsync() => (_server, _elsewhere) = (await FeedServer.StartAsync(), await FeedServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _elsewhere.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ProgramResult> PollAsync(params string[] feeds)
    {
        _folder.Write("feeds.json", $"{{ \"feeds\": [ {string.Join(",\n", feeds)} ] }}");
        _folder.Write("secrets/token", "from-a-file\n");
        var setup = new ProgramSetup { Environment = new Dictionary<string, string> { ["T_PASSWORD"] = Password, ["T_LOGIN"] = "ada:" + Password, ["T_BROKEN"] = "a\nb", ["T_EMPTY"] = "" } };
        var poll = await ProgramRun.RunAsync(_folder, setup, ["poll", .. Options]);
        Assert.True(poll.ExitCode == 0, poll.ToString());
        return poll;
    }

    private string Feed(string path, string options) => $$"""{ "url": "{{_server.OnFeed(path, Rss)}}", {{options}} }""";

    private string? Sent(string path, string header) => Assert.Single(_server.RequestsFor(path)).Header(header);

    private string? Error(string path) => Stored.Text(_folder, $"SELECT f.outcome || ': ' || f.error FROM fetches f JOIN feeds ON feeds.id = f.feed_id WHERE feeds.url LIKE '%{path}%'");

    [Fact]
    public async Task Logins_headers_and_user_agent_are_sent()
    {
        await PollAsync(
            Feed("/basic", """ "auth": { "type": "basic", "user": "ada", "secret": "env:T_PASSWORD" } """),
            Feed("/basic-whole", """ "auth": { "type": "basic", "secret": "env:T_LOGIN" } """),
            Feed("/bearer", """ "auth": { "type": "bearer", "secret": "file:secrets/token" } """),
            Feed("/header", """ "auth": { "type": "header", "name": "X-Api-Key", "secret": "env:T_PASSWORD" } """),
            Feed("/header-usual", """ "auth": { "type": "header", "secret": "env:T_PASSWORD" } """),
            Feed("/cookie", """ "auth": { "type": "cookie", "secret": "env:T_PASSWORD" } """),
            Feed("/headers", """ "headers": { "Accept-Language": "de", "X-Mine": "a ${env:T_PASSWORD} b", "Accept": "text/xml" } """),
            Feed("/agent", """ "userAgent": "Other/1.0 (test)" """),
            $"\"{_server.OnFeed("/plain", Rss)}\"");

        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:" + Password));
        Assert.Equal((basic, basic), (Sent("/basic", "Authorization"), Sent("/basic-whole", "Authorization")));
        Assert.Equal("Bearer from-a-file", Sent("/bearer", "Authorization"));
        Assert.Equal((Password, null), (Sent("/header", "X-Api-Key"), Sent("/header", "Authorization")));
        Assert.Equal(Password, Sent("/header-usual", "Authorization"));
        Assert.Equal(Password, Sent("/cookie", "Cookie"));
        Assert.Equal(("de", $"a {Password} b", "text/xml"), (Sent("/headers", "Accept-Language"), Sent("/headers", "X-Mine"), Sent("/headers", "Accept")));
        Assert.StartsWith("Other/1.0 (test)", Sent("/agent", "User-Agent"), StringComparison.Ordinal);
        Assert.StartsWith("Aggregator/", Sent("/plain", "User-Agent"), StringComparison.Ordinal);
        Assert.Equal((null, null), (Sent("/plain", "Authorization"), Sent("/plain", "Cookie")));
        Assert.Equal(9, Stored.Number(_folder, "SELECT count(*) FROM fetches WHERE error IS NULL"));
    }

    [Fact]
    public async Task A_secret_in_the_address_is_filled_in_when_it_is_asked_and_the_archive_has_the_template()
    {
        _server.OnFeed("/feed", Rss);
        await PollAsync($$"""{ "url": "{{_server.Url("/feed?key=${env:T_LOGIN}")}}" }""");
        Assert.EndsWith("/feed?key=ada:pass/word+with=signs%20&%20space", Assert.Single(_server.Requests).RawTarget, StringComparison.Ordinal);
        Assert.Equal(_server.Url("/feed?key=${env:T_LOGIN}"), Stored.Text(_folder, "SELECT url FROM feeds WHERE last_success_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_sent_is_the_failure_of_its_feed_alone()
    {
        var poll = await PollAsync(
            Feed("/missing", """ "auth": { "type": "bearer", "secret": "env:T_MISSING" } """),
            Feed("/empty", """ "headers": { "X-Key": "${env:T_EMPTY}" } """),
            Feed("/broken", """ "auth": { "type": "cookie", "secret": "env:T_BROKEN" } """),
            Feed("/no-file", """ "auth": { "type": "bearer", "secret": "file:secrets/none" } """),
            Feed("/good", """ "tags": ["x"] """));
        Assert.Contains("needs-login", Error("/missing"), StringComparison.Ordinal);
        Assert.Contains("env:T_MISSING", Error("/missing"), StringComparison.Ordinal);
        Assert.Contains("env:T_EMPTY", Error("/empty"), StringComparison.Ordinal);
        Assert.Contains("line end", Error("/broken"), StringComparison.Ordinal);
        Assert.Contains("file:secrets/none", Error("/no-file"), StringComparison.Ordinal);
        Assert.Contains("env:T_MISSING", poll.ToString(), StringComparison.Ordinal);
        Assert.Equal("/good", Assert.Single(_server.Requests).Path);
    }

    [Fact]
    public async Task Credentials_stay_with_their_origin()
    {
        _elsewhere.OnFeed("/end", Rss);
        _server.OnFeed("/inside", Rss);
        _server.On("/out", FeedScript.RedirectTo(_elsewhere.Url("/end"), 302));
        _server.On("/in", FeedScript.RedirectTo("/inside", 301));
        const string Own = """ "auth": { "type": "bearer", "secret": "env:T_PASSWORD" }, "headers": { "X-Mine": "yes" }, "userAgent": "Other/1.0" """;
        await PollAsync($$"""{ "url": "{{_server.Url("/out")}}", {{Own}} }""", $$"""{ "url": "{{_server.Url("/in")}}", {{Own}} }""");

        foreach (var path in (string[])["/out", "/in", "/inside"]) Assert.Equal(("Bearer " + Password, "yes"), (Sent(path, "Authorization"), Sent(path, "X-Mine")));
        var there = Assert.Single(_elsewhere.Requests);
        Assert.Equal((null, null, "Other/1.0"), (there.Header("Authorization"), there.Header("X-Mine"), there.Header("User-Agent")));
        Assert.Equal(2, Stored.Number(_folder, "SELECT count(*) FROM fetches WHERE error IS NULL"));
    }

    [Fact]
    public async Task Limits_hold_for_one_feed()
    {
        _server.On("/slow", FeedScript.Feed(Rss) with { Hangs = true });
        var large = SampleFeed.Rss("https://site.example", 50);
        await PollAsync(
            $$"""{ "url": "{{_server.Url("/slow")}}", "timeout": "1s" }""",
            $$"""{ "url": "{{_server.OnFeed("/large", large)}}", "maxBytes": "1KiB" }""",
            $$"""{ "url": "{{_server.OnFeed("/usual", large)}}", "timeout": "1m", "maxBytes": "1MiB" }""");
        Assert.StartsWith("timeout: ", Error("/slow"), StringComparison.Ordinal);
        Assert.Contains("within 1 s", Error("/slow"), StringComparison.Ordinal);
        Assert.StartsWith("too-large: ", Error("/large"), StringComparison.Ordinal);
        Assert.Contains("1,024", Error("/large"), StringComparison.Ordinal);
        Assert.Null(Error("/usual"));
    }

    [Fact]
    public async Task A_proxy_is_asked_with_its_own_login_and_the_feed_with_the_feeds()
    {
        await using var open = ProxyServer.Start();
        await using var closed = ProxyServer.Start("ada:" + Password);
        using var certificate = Certificates.SelfSigned("127.0.0.1");
        await using var secure = await FeedServer.StartAsync(certificate);
        secure.OnFeed("/tunnel", Rss);
        await PollAsync(
            Feed("/open", $$""" "proxy": "http://{{open.Host}}" """),
            Feed("/closed", $$""" "proxy": "http://ada:${env:T_PASSWORD}@{{closed.Host}}", "auth": { "type": "bearer", "secret": "file:secrets/token" } """),
            Feed("/whole", $$""" "proxy": "http://${env:T_LOGIN}@{{closed.Host}}" """),
            Feed("/refused", $$""" "proxy": "http://{{closed.Host}}" """),
            $$"""{ "url": "{{secure.Url("/tunnel")}}", "proxy": "http://ada:${env:T_PASSWORD}@{{closed.Host}}", "ignoreTls": true, "auth": { "type": "bearer", "secret": "file:secrets/token" } }""");

        Assert.StartsWith($"GET {_server.Url("/open")} HTTP/1.1", Assert.Single(open.Heads), StringComparison.Ordinal);
        Assert.Equal("Bearer from-a-file", Sent("/closed", "Authorization"));
        Assert.Null(Sent("/closed", "Proxy-Authorization"));
        Assert.NotNull(Sent("/whole", "User-Agent"));
        Assert.Contains("needs-login", Error("/refused"), StringComparison.Ordinal);
        Assert.Contains("proxy", Error("/refused")!.Replace("/refused", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(closed.Heads, head => head.StartsWith("CONNECT ", StringComparison.Ordinal));
        Assert.Equal("Bearer from-a-file", Assert.Single(secure.RequestsFor("/tunnel")).Header("Authorization"));
        Assert.All(closed.Heads.Where(h => h.StartsWith("CONNECT ", StringComparison.Ordinal)), head => Assert.DoesNotContain("from-a-file", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_that_loses_TLS_is_a_warning_that_says_so()
    {
        using var certificate = Certificates.SelfSigned("127.0.0.1");
        await using var secure = await FeedServer.StartAsync(certificate);
        var open = _server.OnFeed("/open", Rss);
        var poll = await PollAsync($$"""{ "url": "{{secure.On("/moved", FeedScript.RedirectTo(open))}}", "ignoreTls": true }""", Feed("/other", """ "tags": ["x"] """));
        Assert.Contains($"a redirect leads from https to http ({open})", poll.Output, StringComparison.Ordinal);
        Assert.Equal("1|0", Stored.Rows(_folder, "SELECT warnings FROM fetches ORDER BY warnings DESC").Trim().Replace('\n', '|'));
        Assert.Equal("1|1", Stored.Rows(_folder, "SELECT (SELECT count(*) FROM fetches WHERE next_poll_reason LIKE '%from https to http%'), (SELECT count(*) FROM feeds WHERE next_poll_reason LIKE '%from https to http%')").Trim());

        var list = await ProgramRun.RunAsync(_folder, ["feeds", "list", "--json", "--feeds", "feeds.json", "--archive", "archive.db"]);
        using var rows = JsonDocument.Parse(list.Output);
        Assert.Equal(["ignoreTls", null], rows.RootElement.EnumerateArray().Select(r => r.GetProperty("lowers").GetString()));
    }

    [Fact]
    public async Task Any_certificate_will_do_for_a_feed_that_says_so_and_for_no_other()
    {
        using var certificate = Certificates.Expired("elsewhere.example");
        await using var secure = await FeedServer.StartAsync(certificate);
        await PollAsync($$"""{ "url": "{{secure.OnFeed("/lax", Rss)}}", "ignoreTls": true }""", $$"""{ "url": "{{secure.OnFeed("/strict", Rss)}}" }""");
        Assert.Null(Error("/lax"));
        Assert.StartsWith("tls: ", Error("/strict"), StringComparison.Ordinal);
        Assert.Equal("/lax", Assert.Single(secure.Requests).Path);
    }
}
