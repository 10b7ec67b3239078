using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class ListExportTests
{
    private static readonly Gen<string?> Text = Among<string?>(null, "A", "B\u00FCcher & \"x\" \\ </a>", "\u65E5\u672C \uD83D\uDE00");

    internal static readonly Gen<Subscription> Feed = Gen.Select(
        Gen.Select(Text, Text, Text, Among<string?>(null, "en", "pt-BR")),
        Gen.Select(Among<string[]>([], ["x"], ["x", "a b"]), Gen.Bool, Gen.Bool, Gen.Bool),
        Gen.Select(Gen.Int[-100, 100_000], Gen.Int[-10, 600], Gen.Long[-1_000_000_000, 1 << 30]),
        (texts, kinds, numbers) => new Subscription
        {
            Url = kinds.Item4 ? "file:sample/x.xml" : "https://example.org/a?x=1&y=%20",
            FilePath = kinds.Item4 ? Path.Combine(ListTexts.Folder, "sample", "x.xml") : null,
            Title = texts.Item1,
            Group = texts.Item2,
            Source = texts.Item3,
            Language = texts.Item4,
            Tags = kinds.Item1,
            Enabled = kinds.Item2,
            AllowPrivateNetwork = kinds.Item3,
            Every = numbers.Item1 >= 5 ? TimeSpan.FromMinutes(numbers.Item1) : null,
            Timeout = numbers.Item2 >= 1 ? TimeSpan.FromSeconds(numbers.Item2) : null,
            MaxBytes = numbers.Item3 >= 1024 ? numbers.Item3 : null,
            Headers = numbers.Item1 % 3 == 0 ? [new("X-A", "${env:A} \"b\" \\ caf\u00e9"), new("Accept-Language", "de")] : [],
            UserAgent = numbers.Item1 % 5 == 0 ? "Other/1.0 (+\"x\")" : null,
            Auth = Login(Math.Abs(numbers.Item2)),
            Proxy = numbers.Item2 % 2 == 0 ? "socks5://ada:${env:P}@proxy.example:1080" : null,
            IgnoreTls = kinds.Item3,
        });

    private static FeedAuth? Login(int number) => (number % 6) switch
    {
        1 => new(AuthKind.Basic, "env:A", "ada"),
        2 => new(AuthKind.Basic, "file:secrets/a b"),
        3 => new(AuthKind.Bearer, "env:A"),
        4 => new(AuthKind.Header, "env:A", "X-Key"),
        5 => new(AuthKind.Cookie, "env:A"),
        _ => null,
    };

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void What_is_exported_reads_back_to_the_same_feeds()
    {
        Feed.List[0, 8].Sample(list =>
        {
            var feeds = list.Select((f, i) => f with
            {
                Url = f.FilePath is null ? f.Url + i : $"file:sample/{i}.xml",
                FilePath = f.FilePath is null ? null : Path.Combine(ListTexts.Folder, "sample", $"{i}.xml"),
            }).ToList();
            var read = ListTexts.Json(ListExport.Json(feeds));
            Assert.Equal("", ListTexts.Shown(read));
            Assert.True(ListDiff.Between(feeds, read.Feeds).IsEmpty);
            Assert.Equal(feeds.Select(f => (f.Url, f.FilePath)).Order(), read.Feeds.Select(f => (f.Url, f.FilePath)).Order());
        });
    }

    [Fact]
    public void It_is_made_to_be_read()
    {
        Assert.Equal("""
            {
              "$schema": "./feeds.schema.json",
              "groups": [
                { "name": "Sea", "feeds": [
                  "https://example.org/b",
                  { "url": "https://example.org/c", "title": "C", "tags": ["x"], "enabled": false, "every": "15m", "maxBytes": "1MiB" }
                ] }
              ],
              "feeds": [
                "https://example.org/a"
              ]
            }

            """.ReplaceLineEndings("\n"), ListExport.Json(
        [
            new Subscription { Url = "https://example.org/a" },
            new Subscription { Url = "https://example.org/b", Group = "Sea" },
            new Subscription { Url = "https://example.org/c", Group = "Sea", Title = "C", Tags = ["x"], Enabled = false, Every = TimeSpan.FromMinutes(15), MaxBytes = 1 << 20 },
        ]));
    }
}
