using System.Text;
using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>Whatever the bytes of a list are, reading gives feeds or reasons, and never half a list.</summary>
public class AnyBytesTests
{
    private static readonly (string Name, byte[] Text)[] Lists =
    [
        ("feeds.json", Encoding.UTF8.GetBytes("""
            // list
            { "defaults": { "every": "1h", "tags": ["a"] }, "groups": [ { "name": "S\u00e9a", "feeds": [ "https://example.org/a" ] } ],
              "feeds": [ { "url": "https://example.org/b", "maxBytes": 2048, "enabled": true }, { "file": "x.xml" }, ], }
            """)),
        ("x.opml", Encoding.UTF8.GetBytes("""
            <?xml version="1.0"?><opml version="2.0" xmlns:o="urn:aggregator:feed-options"><head><title>T</title></head><body>
            <outline text="Sea"><outline text="&lt;a&gt;" xmlUrl="https://example.org/a" o:every="1h"/></outline></body></opml>
            """)),
        ("x.feeds.txt", "# list\nhttps://example.org/a # c\nhttps://example.org/b\n"u8.ToArray()),
    ];

    [Fact]
    public void Damaged_lists_give_feeds_or_reasons()
    {
        var damage = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], Gen.Byte, Gen.Int[0, 6]);
        Gen.Select(Gen.Int[0, Lists.Length - 1], damage.Array[1, 6]).Sample((which, damages) =>
        {
            var text = Lists[which].Text.ToList();
            foreach (var (kind, at, value, length) in damages)
            {
                var place = Math.Min(at, text.Count);
                if (kind == 0 && place < text.Count) text[place] = value;
                if (kind == 1) text.Insert(place, value);
                if (kind == 2) text.RemoveRange(place, Math.Min(length, text.Count - place));
            }

            var list = FeedListReader.Read([new ListFile(Lists[which].Name, ListTexts.Folder, text.ToArray())], new ListSettings());
            Assert.Equal(list.HasErrors, list.Problems.Any(p => p.IsError));
            if (list.HasErrors) Assert.Empty(list.Feeds);
            Assert.All(list.Problems, p => Assert.NotEqual("", p.Message));
            Assert.All(list.Feeds, f => Assert.True(f.FilePath is not null || FeedUrl.Problem(f.Url) is null));
            Assert.All(list.Feeds, f => Assert.True(f.FilePath is null || f.FilePath.StartsWith(ListTexts.Folder, StringComparison.Ordinal)));
        });
    }
}
