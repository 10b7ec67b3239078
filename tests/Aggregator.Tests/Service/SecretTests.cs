using System.Net;
using System.Text;
using Aggregator.TestKit;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Service;

/// <summary>
/// Secrets are used and found nowhere: the service polls servers that take them, refuse them and send them back in every way they know; then
/// everything that the program wrote, says and shows is searched for each secret in every spelling.
/// </summary>
public sealed class SecretTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["T_BASIC"] = "Basic/pass+w0rd=& x",
        ["T_LOGIN"] = "grace:H0pper~whole<login>",
        ["T_BEARER"] = "eyJhbGciOiJIUzI1NiJ9.b3arer-T0ken_1",
        ["T_HEADER"] = "hdr-5ecret\"quoted\"",
        ["T_COOKIE"] = "session=c00kie/V4lue; theme=d4rkAndLong",
        ["T_ADDRESS"] = "4ddress/key+with=odd chars&#more",
        ["T_PROXY"] = "pr0xy:p@ss/word",
    };

    // What must not be found: each secret, and what it is made of.
    private static readonly string[] Parts = [.. Secrets.Values, "H0pper~whole<login>", "c00kie/V4lue", "d4rkAndLong"];

    private readonly TempFolder _folder = new();
    private readonly ProxyServer _proxy = ProxyServer.Start("ada:" + Secrets["T_PROXY"]);
    private FeedServer _server = null!;
    private FeedServer _elsewhere = null!;

    public async ValueTask InitializeAsync() => (_server, _elsewhere) = (await FeedServer.StartAsync(), await FeedServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _elsewhere.DisposeAsync();
        await _proxy.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_secret_is_found_nowhere()
    {
        using var certificate = Certificates.SelfSigned("127.0.0.1");
        await using var secure = await FeedServer.StartAsync(certificate);
        var feeds = Feeds(secure);
        _folder.Write("feeds.json", $"{{ \"feeds\": [\n{string.Join(",\n", feeds)}\n] }}");
        _folder.Write("secret-of-a-file", Secrets["T_BEARER"] + "\n");

        var told = new StringBuilder();
        var commandLine = await ServeAsync(feeds.Count, told);
        Assert.Contains("run", commandLine, StringComparison.Ordinal);
        File.Delete(_folder.Path("secret-of-a-file"));
        await AskAsync(told);

        // The secrets were really used: every kind of server saw its own.
        Assert.Equal(feeds.Count, Stored.Number(_folder, "SELECT count(DISTINCT feed_id) FROM fetches"));
        Assert.Contains(_server.Requests, r => r.Header("Authorization") == "Basic " + Base64("ada:" + Secrets["T_BASIC"]));
        Assert.Contains(_server.Requests, r => r.Header("Authorization") == "Basic " + Base64(Secrets["T_LOGIN"]));
        Assert.Contains(_server.Requests, r => r.Header("Authorization") == "Bearer " + Secrets["T_BEARER"]);
        Assert.Contains(_server.Requests, r => r.Header("X-Api-Key") == Secrets["T_HEADER"]);
        Assert.Contains(_server.Requests, r => r.Header("Cookie") == Secrets["T_COOKIE"]);
        Assert.Contains(_server.Requests, r => r.RawTarget.Contains("4ddress/key+with=odd%20chars&%23more", StringComparison.Ordinal));
        Assert.Contains(_proxy.Heads, head => head.Contains(Base64("ada:" + Secrets["T_PROXY"]), StringComparison.Ordinal));
        // And came back: the echo is an article, and the page that is no feed is named by what is left of its title.
        Assert.True(Stored.Number(_folder, "SELECT count(*) FROM articles WHERE title LIKE 'You are%'") > 0);
        Assert.True(Stored.Number(_folder, "SELECT count(*) FROM fetches WHERE outcome = 'not-a-feed'") > 0);
        Assert.True(Stored.Number(_folder, "SELECT count(*) FROM fetches WHERE outcome = 'needs-login'") > 0);

        var places = new List<(string Name, byte[] Bytes)> { ("what it printed", Encoding.UTF8.GetBytes(told.ToString())), ("its command line", Encoding.UTF8.GetBytes(commandLine)) };
        places.AddRange(Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories).Select(f => (f, File.ReadAllBytes(f))));
        Assert.Contains(places, p => p.Name.EndsWith("archive.db", StringComparison.Ordinal));
        var found = (from place in places
                     from form in Parts.SelectMany(Forms).Distinct()
                     where place.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) >= 0
                     select $"{form} in {place.Name}: {Around(place.Bytes, form)}").ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }

    private List<string> Feeds(FeedServer secure)
    {
        (string Name, string Options)[] logins =
        [
            ("basic", """ "auth": { "type": "basic", "user": "ada", "secret": "env:T_BASIC" } """),
            ("login", """ "auth": { "type": "basic", "secret": "env:T_LOGIN" } """),
            ("bearer", """ "auth": { "type": "bearer", "secret": "file:secret-of-a-file" } """),
            ("header", """ "auth": { "type": "header", "name": "X-Api-Key", "secret": "env:T_HEADER" } """),
            ("cookie", """ "auth": { "type": "cookie", "secret": "env:T_COOKIE" } """),
            ("own", """ "headers": { "X-Own": "${env:T_HEADER}" } """),
            ("address", ""),
        ];
        var feeds = new List<string>();
        foreach (var (name, options) in logins)
        {
            foreach (var (way, script) in Ways())
            {
                _server.On($"/{name}/{way}", script);
                Add(_server.Url($"/{name}/{way}"), name, options);
            }

            secure.OnFeed($"/{name}", SampleFeed.Rss("https://site.example", 1));
            Add(secure.Url($"/{name}"), name, options);
            Add($"http://127.0.0.1:1/{name}", name, options);
        }

        feeds.Add($$"""{ "url": "{{_server.Url("/bearer/echo")}}?proxied", "proxy": "http://ada:${env:T_PROXY}@{{_proxy.Host}}", "auth": { "type": "bearer", "secret": "file:secret-of-a-file" } }""");
        feeds.Add($$"""{ "url": "{{_server.Url("/address/in-path")}}/${env:T_ADDRESS}/feed.xml" }""");
        return feeds;

        void Add(string url, string name, string options) =>
            feeds.Add($$"""{ "url": "{{url}}{{(name == "address" ? "?key=${env:T_ADDRESS}" : "")}}"{{(options.Length > 0 ? "," : "")}}{{options}} }""");
    }

    // The ways in which a server may send back what it was sent.
    private IEnumerable<(string Way, FeedScript Script)> Ways()
    {
        yield return ("echo", new FeedScript { Custom = EchoAsync });
        yield return ("refused", Answers(401, c => c.Response.Headers.Append("WWW-Authenticate", $"Basic realm=\"{Ascii(Seen(c)[0])}\"")));
        yield return ("forbidden", Answers(403));
        yield return ("page", Answers(200));
        yield return ("missing", Answers(404, c => c.Response.Headers.Append("X-Echo", Ascii(string.Join(' ', Seen(c))))));
        yield return ("out", Redirecting(c => $"{_elsewhere.Url("/echo")}?{Uri.EscapeDataString(Seen(c)[0])}&{Seen(c)[0].Replace(' ', '+')}"));
        yield return ("user", Redirecting(c => $"http://{Uri.EscapeDataString(Seen(c)[0])}:x@127.0.0.1:{_elsewhere.Port}/echo"));
        yield return ("nowhere", Redirecting(c => $"ftp://nowhere.example/{Seen(c)[0]}"));
        yield return ("circle", Redirecting(c => $"{_server.Url(c.Request.Path)}{c.Request.QueryString}"));
        yield return ("broken", new FeedScript { Custom = c => { c.Abort(); return Task.CompletedTask; } });
        _elsewhere.On("/echo", new FeedScript { Custom = EchoAsync });
    }

    private static FeedScript Redirecting(Func<HttpContext, string> to) => new()
    {
        Custom = c =>
        {
            (c.Response.StatusCode, c.Response.Headers.Location) = (302, Ascii(to(c)));
            return Task.CompletedTask;
        },
    };

    private static FeedScript Answers(int status, Action<HttpContext>? more = null) => new()
    {
        Custom = async c =>
        {
            (c.Response.StatusCode, c.Response.ContentType) = (status, "text/html");
            more?.Invoke(c);
            var seen = string.Join(' ', Seen(c).Select(WebUtility.HtmlEncode));
            await c.Response.WriteAsync($"<html><head><title>Hello {seen}</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/x?{WebUtility.HtmlEncode(Uri.EscapeDataString(Seen(c)[0]))}\"></head><body>{seen}</body></html>");
        },
    };

    private static async Task EchoAsync(HttpContext c)
    {
        var seen = Seen(c);
        c.Response.ContentType = "application/rss+xml";
        c.Response.Headers.ETag = $"\"{Uri.EscapeDataString(seen[0])}\"";
        if (seen[0].Length > 4) c.Response.Headers.Append("Content-Location", $"/base/{Uri.EscapeDataString(seen[0])}/feed");
        var all = string.Join(' ', seen.SelectMany(s => (string[])[s, Uri.EscapeDataString(s), Base64(s)]).Select(WebUtility.HtmlEncode));
        await c.Response.WriteAsync($"""
            <rss version="2.0"><channel><title>Feed of {all}</title><link>/home?{WebUtility.HtmlEncode(Uri.EscapeDataString(seen[0]))}</link><description>{all}</description>
            <item><title>You are {all}</title><link>item?token={WebUtility.HtmlEncode(Uri.EscapeDataString(seen[0]))}</link><guid>{WebUtility.HtmlEncode(seen[0])}</guid><author>{all}</author>
              <category>{all}</category><enclosure url="audio.mp3?t={WebUtility.HtmlEncode(Uri.EscapeDataString(seen[0]))}" type="audio/mpeg" length="1"/><description>Text of {all}.</description></item>
            <item><title>Relative</title><link>relative</link></item><item><title>Empty</title><link>?</link></item><item><title>Same</title><link>#x</link></item></channel></rss>
            """);
    }

    // What the request held, as a server reads it.
    private static string[] Seen(HttpContext c)
    {
        var seen = new List<string>();
        if (c.Request.Headers.Authorization.ToString() is { Length: > 0 } login)
        {
            var value = login[(login.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            if (login.StartsWith("Basic ", StringComparison.Ordinal)) seen.AddRange([Encoding.UTF8.GetString(Convert.FromBase64String(value)).Split(':', 2)[1], Encoding.UTF8.GetString(Convert.FromBase64String(value))]);
            seen.Add(value);
        }

        foreach (var header in (string[])["X-Api-Key", "X-Own", "Cookie"])
            if (c.Request.Headers[header].ToString() is { Length: > 0 } value) seen.Add(value);
        if (c.Request.Headers.Cookie.ToString() is { Length: > 0 } cookies) seen.Insert(0, cookies.Split('=', ';')[1]);
        var raw = c.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        if (raw.IndexOf("4ddress", StringComparison.Ordinal) is var at and >= 0) seen.AddRange([Uri.UnescapeDataString(raw[at..].Replace("/feed.xml", "", StringComparison.Ordinal)), raw[at..]]);
        return seen.Count == 0 ? ["none"] : [.. seen];
    }

    private static string Ascii(string text) => string.Concat(text.Where(ch => ch is >= ' ' and <= '~'));

    private ProgramSetup Setup => new() { Environment = Secrets };

    private static readonly string[] Options =
        ["--feeds", "feeds.json", "--archive", "archive.db", "--set", "Fetching:AllowNetworks=127.0.0.0/8", "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=16", "--set", "Fetching:RetryPause=10ms", "--log-level", "trace"];

    private async Task<string> ServeAsync(int feeds, StringBuilder told)
    {
        _server.On($"/address/in-path/{Secrets["T_ADDRESS"]}/feed.xml", new FeedScript { Custom = EchoAsync });
        await using var run = ProgramRun.Start(_folder, Setup, ["run", .. Options]);
        await run.LineAsync("polling ");
        await Soon.HoldsAsync(() => File.Exists(_folder.Archive) && Stored.Number(_folder, "SELECT count(*) FROM sqlite_schema WHERE name = 'fetches'") > 0
            && Stored.Number(_folder, "SELECT count(DISTINCT feed_id) FROM fetches") == feeds);
        var commandLine = OperatingSystem.IsLinux() ? await File.ReadAllTextAsync($"/proc/{run.Id}/cmdline") : "run";

        // Every file of the archive, as it is while the service runs.
        foreach (var file in Directory.EnumerateFiles(_folder.Root, "archive.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).ToList()) File.Copy(file, _folder.Path("copy-of-" + Path.GetFileName(file)));
        run.Terminate();
        told.Append(await run.WaitAsync());
        return commandLine;
    }

    private async Task AskAsync(StringBuilder told)
    {
        List<string[]> commands =
        [
            ["poll", "--force"], ["feeds", "list", "--json"], ["status"], ["search", "relative OR empty OR you", "--format", "json"], ["show", "1"],
            ["query", "SELECT * FROM feeds", "--format", "json"], ["query", "SELECT * FROM fetches", "--format", "csv"], ["query", "SELECT * FROM articles", "--format", "jsonl"],
        ];
        foreach (var command in commands)
        {
            var result = await ProgramRun.RunAsync(_folder, Setup, [.. command, .. Options]);
            Assert.True(result.ExitCode == 0, $"{string.Join(' ', command)}: {result}");
            told.Append(result);
        }
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var escaped = Uri.EscapeDataString(secret);
        string[] forms =
        [
            secret, escaped, escaped.Replace("%20", "+", StringComparison.Ordinal), WebUtility.HtmlEncode(secret), secret.Replace("\"", "\\\"", StringComparison.Ordinal), secret.Replace("/", "\\/", StringComparison.Ordinal),
            System.Text.RegularExpressions.Regex.Replace(escaped, "%[0-9A-F]{2}", m => m.Value.ToLowerInvariant()), secret.Replace(" ", "%20", StringComparison.Ordinal),
            Base64(secret), Base64(secret).TrimEnd('='), Base64(secret).TrimEnd('=').Replace('+', '-').Replace('/', '_'), Base64("ada:" + secret).TrimEnd('='), Uri.EscapeDataString(Base64(secret)),
        ];
        return forms;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Around(byte[] bytes, string form)
    {
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form));
        return Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, at - 80), Math.Min(160 + form.Length, bytes.Length - Math.Max(0, at - 80))));
    }
}
