using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class JsonListTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var list = ListTexts.Json("""
            // a list
            { "$schema": "./feeds.schema.json", /* both
                 kinds */
              "feeds": [ "https://example.org/a.xml", ], }
            """);
        Assert.Equal("https://example.org/a.xml", ListTexts.Only(list).Url);
    }

    [Fact]
    public void A_byte_order_mark_is_no_problem() =>
        Assert.Equal("https://example.org/a.xml", ListTexts.Only(ListTexts.Json("\uFEFF{ \"feeds\": [\"https://example.org/a.xml\"] }")).Url);

    [Fact]
    public void An_empty_list_is_a_list()
    {
        var list = ListTexts.Json("""{ "feeds": [] }""");
        Assert.Equal("", ListTexts.Shown(list));
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void Every_key_in_effect_reaches_the_subscription()
    {
        var feed = ListTexts.Only(ListTexts.Json("""
            { "feeds": [
              { "url": "https://example.org/a.xml", "title": "A", "group": "World/Seas", "tags": ["x", "y"], "enabled": false,
                "every": "15m", "source": "The Paper", "language": "pt-BR", "timeout": "20s", "maxBytes": "1MiB", "allowPrivateNetwork": true } ] }
            """));
        Assert.Equal("https://example.org/a.xml", feed.Url);
        Assert.Null(feed.FilePath);
        Assert.Equal(("A", "World/Seas", false), (feed.Title, feed.Group, feed.Enabled));
        Assert.Equal(["x", "y"], feed.Tags);
        Assert.Equal((TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(20), 1L << 20), (feed.Every, feed.Timeout, feed.MaxBytes));
        Assert.Equal(("The Paper", "pt-BR", true), (feed.Source, feed.Language, feed.AllowPrivateNetwork));
        Assert.Equal("feeds.json:2", feed.Place);
    }

    [Fact]
    public void Without_keys_nothing_is_stated()
    {
        var feed = ListTexts.Only(ListTexts.Json("""{ "feeds": ["https://example.org/a.xml"] }"""));
        Assert.True(feed.Enabled);
        Assert.False(feed.AllowPrivateNetwork);
        Assert.Equal((null, null, null, null), (feed.Every, feed.Timeout, feed.MaxBytes, feed.Group));
        Assert.Empty(feed.Tags);
    }

    [Fact]
    public void A_local_file_lies_below_the_folder_and_is_named_as_the_list_names_it()
    {
        var feed = ListTexts.Only(ListTexts.Json("""{ "feeds": [ { "file": "./sample/x.xml" } ] }"""));
        Assert.Equal("file:sample/x.xml", feed.Url);
        Assert.Equal(Path.Combine(ListTexts.Folder, "sample", "x.xml"), feed.FilePath);
    }

    // Text of the list, line, key, what the message must say.
    public static TheoryData<string, int, string?, string> Errors => new()
    {
        { "", 0, null, "is empty" },
        { " \n ", 0, null, "is empty" },
        { "[]", 1, null, "an object" },
        { "{}", 1, null, "neither feeds nor groups" },
        { "{ \"feeds\": [\n\"https://example.org/a\",", 2, null, "ends in the middle" },
        { "{ \"feeds\": [\n\"https://exam", 2, null, "ends in the middle" },
        { "{\n", 2, null, "ends in the middle" },
        { "{ \"feeds\": [] }\n}", 2, null, "not JSON" },
        { "{ \"feeds\": [\n\"https://example.org/a\"\n\"https://example.org/b\" ] }", 3, null, "not JSON" },
        { "<opml/>", 1, null, "not JSON" },
        { "{ \"feeds\": [\n\"\\ud800\" ] }", 2, null, "half a character" },
        { "{ \"feeds\": [\"a\0\"] }", 1, null, "NUL" },
        { """{ "feed": [] , "feeds": [] }""", 1, "feed", "did you mean feeds?" },
        { """{ "feeds": [], "schedule": "x" }""", 1, "schedule", "no such key at the top" },
        { """{ "feeds": [], "feeds": [] }""", 1, "feeds", "written twice" },
        { """{ "feeds": "https://example.org/a" }""", 1, "feeds", "a list [ ... ], not a text" },
        { """{ "feeds": [ 5 ] }""", 1, "feeds[0]", "not a number" },
        { """{ "feeds": [ {} ] }""", 1, "feeds[0]", "no url and no file" },
        { """{ "feeds": [ { "url": "https://example.org/a", "file": "a.xml" } ] }""", 1, "feeds[0]", "both url and file" },
        { """{ "feeds": [ { "xmlUrl": "https://example.org/a" } ] }""", 1, "feeds[0].xmlUrl", "did you mean url?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "evry": "1h" } ] }""", 1, "feeds[0].evry", "did you mean every?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "interval": "1h" } ] }""", 1, "feeds[0].interval", "did you mean every?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "zzzzzz": "1h" } ] }""", 1, "feeds[0].zzzzzz", "the keys are url, file" },
        { """{ "feeds": [ { "url": "https://example.org/a", "keep": {} } ] }""", 1, "feeds[0].keep", "not in effect in this version" },
        { """{ "defaults": { "fullText": "never" }, "feeds": [] }""", 1, "defaults.fullText", "not in effect in this version" },
        { """{ "defaults": { "url": "https://example.org/a" }, "feeds": [] }""", 1, "defaults.url", "no such key in defaults" },
        { """{ "groups": [ { "feeds": [] } ] }""", 1, "groups[0]", "no name" },
        { """{ "groups": [ { "name": "A" } ] }""", 1, "groups[0]", "no feeds" },
        { """{ "groups": [ { "title": "A", "name": "A", "feeds": [] } ] }""", 1, "groups[0].title", "did you mean name?" },
        { """{ "groups": [ { "name": "A", "feeds": [] }, { "name": "A", "feeds": [] } ] }""", 1, "groups[1].name", "two groups" },
        { """{ "groups": [ { "name": "A", "feeds": [ { "url": "https://example.org/a", "group": "B" } ] } ] }""", 1, "groups[0].feeds[0].group", "stands in the group" },
        { """{ "feeds": [ { "url": "https://example.org/a", "every": "3m" } ] }""", 1, "feeds[0].every", "3m is too often; 5m" },
        { """{ "feeds": [ { "url": "https://example.org/a", "every": "hourly" } ] }""", 1, "feeds[0].every", "is no interval" },
        { """{ "feeds": [ { "url": "https://example.org/a", "every": 15 } ] }""", 1, "feeds[0].every", "a text in quotation marks, not a number" },
        { """{ "feeds": [ { "url": "https://example.org/a", "timeout": "0s" } ] }""", 1, "feeds[0].timeout", "out of bounds" },
        { """{ "feeds": [ { "url": "https://example.org/a", "maxBytes": "5GiB" } ] }""", 1, "feeds[0].maxBytes", "out of bounds" },
        { """{ "feeds": [ { "url": "https://example.org/a", "maxBytes": "big" } ] }""", 1, "feeds[0].maxBytes", "is no size" },
        { """{ "feeds": [ { "url": "https://example.org/a", "language": "in English" } ] }""", 1, "feeds[0].language", "no language tag" },
        { """{ "feeds": [ { "url": "https://example.org/a", "enabled": "yes" } ] }""", 1, "feeds[0].enabled", "true or false" },
        { """{ "feeds": [ { "url": "https://example.org/a", "tags": "news" } ] }""", 1, "feeds[0].tags", "a list" },
        { """{ "feeds": [ { "url": "https://example.org/a", "tags": ["news", " "] } ] }""", 1, "feeds[0].tags[1]", "empty" },
        { """{ "feeds": [ { "url": "https://example.org/a", "tags": ["a, b"] } ] }""", 1, "feeds[0].tags[0]", "no comma" },
        { """{ "feeds": [ { "url": "https://example.org/a", "title": null } ] }""", 1, "feeds[0].title", "not null" },
        { """{ "feeds": [ { "url": "https://example.org/a", "title": "a\nb" } ] }""", 1, "feeds[0].title", "line end" },
        { """{ "feeds": [ { "file": "/etc/passwd" } ] }""", 1, "feeds[0].file", "relative" },
        { """{ "feeds": [ { "file": "C:/x.xml" } ] }""", 1, "feeds[0].file", "relative" },
        { """{ "feeds": [ { "file": "a/../../x.xml" } ] }""", 1, "feeds[0].file", ".. is refused" },
        { """{ "feeds": [ { "file": "a\\b.xml" } ] }""", 1, "feeds[0].file", "with /" },
        { """{ "feeds": [ { "file": "a/" } ] }""", 1, "feeds[0].file", "names no file" },
        { """{ "feeds": [ "ftp://example.org/a" ] }""", 1, "feeds[0]", "only http and https" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": [] } ] }""", 1, "feeds[0].headers", "an object { " },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": 5 } } ] }""", 1, "feeds[0].headers.X-A", "a text in quotation marks, not a number" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "Host": "evil.example" } } ] }""", 1, "feeds[0].headers.Host", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "connection": "close" } } ] }""", 1, "feeds[0].headers.connection", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "Transfer-Encoding": "chunked" } } ] }""", 1, "feeds[0].headers.Transfer-Encoding", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "Content-Length": "5" } } ] }""", 1, "feeds[0].headers.Content-Length", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "If-None-Match": "x" } } ] }""", 1, "feeds[0].headers.If-None-Match", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "Authorization": "Basic c2VjcmV0" } } ] }""", 1, "feeds[0].headers.Authorization", "use auth" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "cookie": "a=b" } } ] }""", 1, "feeds[0].headers.cookie", "use auth" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "User-Agent": "x" } } ] }""", 1, "feeds[0].headers.User-Agent", "userAgent" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "1", "x-a": "2" } } ] }""", 1, "feeds[0].headers.x-a", "written twice" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "a\r\nX-B: c" } } ] }""", 1, "feeds[0].headers.X-A", "one line" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "a\nb" } } ] }""", 1, "feeds[0].headers.X-A", "one line" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "a\u0000b" } } ] }""", 1, "feeds[0].headers.X-A", "one line" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "a\u010ab" } } ] }""", 1, "feeds[0].headers.X-A", "printable Latin" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": " a" } } ] }""", 1, "feeds[0].headers.X-A", "neither begins nor ends" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "${NAME}" } } ] }""", 1, "feeds[0].headers.X-A", "no name of a secret" },
        { """{ "feeds": [ { "url": "https://example.org/a", "headers": { "X-A": "${env:A B}" } } ] }""", 1, "feeds[0].headers.X-A", "no name of a secret" },
        { """{ "feeds": [ { "url": "https://example.org/a", "userAgent": "" } ] }""", 1, "feeds[0].userAgent", "is empty" },
        { """{ "feeds": [ { "url": "https://example.org/a", "userAgent": "a\r\nX-B: c" } ] }""", 1, "feeds[0].userAgent", "one line" },
        { """{ "feeds": [ { "url": "https://example.org/a", "userAgent": "a ${env:KEY}" } ] }""", 1, "feeds[0].userAgent", "holds no secret" },
        { """{ "feeds": [ { "url": "https://example.org/a", "userAgent": 5 } ] }""", 1, "feeds[0].userAgent", "not a number" },
        { """{ "feeds": [ { "url": "https://example.org/a", "agent": "x" } ] }""", 1, "feeds[0].agent", "did you mean userAgent?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "login": "x" } ] }""", 1, "feeds[0].login", "did you mean auth?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "insecure": true } ] }""", 1, "feeds[0].insecure", "did you mean ignoreTls?" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": "hunter2" } ] }""", 1, "feeds[0].auth", "an object { " },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "secret": "env:A" } } ] }""", 1, "feeds[0].auth.type", "needs it: basic, bearer" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "basic" } } ] }""", 1, "feeds[0].auth.secret", "needs it: env:NAME" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "digest", "secret": "env:A" } } ] }""", 1, "feeds[0].auth.type", "is basic, bearer, header or cookie" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "hunter2" } } ] }""", 1, "feeds[0].auth.secret", "is named, not written" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "env:" } } ] }""", 1, "feeds[0].auth.secret", "is named, not written" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "env:A-B" } } ] }""", 1, "feeds[0].auth.secret", "is named, not written" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": 5 } } ] }""", 1, "feeds[0].auth.secret", "not a number" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "env:A", "token": "hunter2" } } ] }""", 1, "feeds[0].auth", "the keys of a login are" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "env:A", "secret": "env:B" } } ] }""", 1, "feeds[0].auth.secret", "written twice" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "bearer", "secret": "env:A", "user": "ada" } } ] }""", 1, "feeds[0].auth.user", "of the type basic" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "basic", "secret": "env:A", "user": "a:b" } } ] }""", 1, "feeds[0].auth.user", "no colon" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "basic", "secret": "env:A", "user": "a\nb" } } ] }""", 1, "feeds[0].auth.user", "line end" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "header", "secret": "env:A", "name": "Host" } } ] }""", 1, "feeds[0].auth.name", "program's own" },
        { """{ "feeds": [ { "url": "https://example.org/a", "auth": { "type": "header", "secret": "env:A", "name": "X-A\r\nX-B" } } ] }""", 1, "feeds[0].auth.name", "letters, digits and hyphens" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "proxy:3128" } ] }""", 1, "feeds[0].proxy", "a proxy is http://HOST:PORT" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "ftp://proxy:3128" } ] }""", 1, "feeds[0].proxy", "a proxy is http://HOST:PORT" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "http://proxy:3128/path" } ] }""", 1, "feeds[0].proxy", "ends behind its port" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "http://ada:hunter2@proxy:3128" } ] }""", 1, "feeds[0].proxy", "is named, not written" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "http://ada@proxy:3128" } ] }""", 1, "feeds[0].proxy", "is named, not written" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "http://ada:${env:P}@${env:H}:3128" } ] }""", 1, "feeds[0].proxy", "only before the @" },
        { """{ "feeds": [ { "url": "https://example.org/a", "proxy": "http://proxy:3128\r\nHost: x" } ] }""", 1, "feeds[0].proxy", "printable ASCII" },
        { """{ "feeds": [ { "url": "https://example.org/a", "ignoreTls": "yes" } ] }""", 1, "feeds[0].ignoreTls", "true or false" },
        { """{ "feeds": [ "https://example.org/a?k=${HOME}" ] }""", 1, "feeds[0]", "no name of a secret" },
        { """{ "feeds": [ "https://example.org/a?k=${file:/etc/passwd}" ] }""", 1, "feeds[0]", "no name of a secret" },
        { """{ "feeds": [ "https://${env:HOST}/a" ] }""", 1, "feeds[0]", "path or the query" },
        { """{ "feeds": [ "https://ada:${env:P}@example.org/a" ] }""", 1, "feeds[0]", "given with auth" },
        { """{ "groups": [ { "name": "A", "feeds": [], "auth": { "type": "bearer", "secret": "hunter2" } } ] }""", 1, "groups[0].auth.secret", "is named, not written" },
        { """{ "defaults": { "headers": { "Host": "x" } }, "feeds": [] }""", 1, "defaults.headers.Host", "program's own" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_names_line_and_key_and_refuses_the_list(string text, int line, string? key, string says)
    {
        var list = ListTexts.Json(text);
        var problem = Assert.Single(list.Problems);
        Assert.True(problem.IsError);
        Assert.Equal(("feeds.json", line, key), (problem.File, problem.Line, problem.Key));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        // A secret that was written by mistake is not repeated.
        Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", problem.ToString(), StringComparison.Ordinal);
        Assert.True(list.HasErrors);
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void All_problems_come_together_in_line_order()
    {
        var list = ListTexts.Json("""
            {
              "defaults": { "evry": "1h" },
              "feeds": [
                "https://example.org/good.xml",
                "example.org",
                { "url": "https://example.org/a", "timeout": "x", "maxByte": "1MiB" }
              ]
            }
            """);
        Assert.Equal("""
            feeds.json:2: error: defaults.evry: there is no such key in defaults; did you mean every?
            feeds.json:5: error: feeds[1]: "example.org" is no absolute address; it begins with https:// or http://
            feeds.json:6: error: feeds[2].maxByte: there is no such key of a feed; did you mean maxBytes?
            feeds.json:6: error: feeds[2].timeout: "x" is no duration; it is a whole number and a unit, such as 30s, 15m, 6h or 7d
            """.ReplaceLineEndings("\n"), ListTexts.Shown(list));
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_line()
    {
        var list = FeedListReader.Read([new ListFile("feeds.json", "/", (byte[])[.. "{ \"feeds\":\n[\""u8, 0xE9, .. "\"] }"u8])], new ListSettings());
        Assert.Equal("feeds.json:2: error: the file is not UTF-8 here; save it as UTF-8", ListTexts.Shown(list));
    }

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        var list = FeedListReader.Read([new ListFile("feeds.json", "/", new byte[FeedListReader.MaxFileBytes + 1])], new ListSettings());
        Assert.Contains("larger than 64MiB", ListTexts.Shown(list), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'{' })]
    public void Utf16_is_named(byte[] text) =>
        Assert.Contains("UTF-16", ListTexts.Shown(FeedListReader.Read([new ListFile("feeds.json", "/", text)], new ListSettings())), StringComparison.Ordinal);

    [Fact]
    public void A_list_cut_anywhere_gives_no_feed_and_a_sentence()
    {
        const string whole = """{ "groups": [ { "name": "A", "feeds": [ "https://example.org/a" ] } ], "feeds": [ { "url": "https://example.org/b" } ] }""";
        for (var length = 0; length < whole.Length; length++)
        {
            var list = ListTexts.Json(whole[..length]);
            Assert.True(list.HasErrors, whole[..length]);
            Assert.Empty(list.Feeds);
        }

        Assert.Equal(2, ListTexts.Json(whole).Feeds.Count);
    }
}
