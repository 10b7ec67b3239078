using System.Globalization;
using System.Text;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>
/// One defect in a document of 30 items, 40 documents a defect: the share of items that come out as if nothing had happened. The bars are
/// what a prototype of this design reached; a defect that no reader can undo costs the item that it is in.
/// </summary>
public sealed class DefectTests
{
    private const int ItemsPerDocument = 30;
    private const int Documents = 40;

    public static TheoryData<string, int> Defects => new()
    {
        { "bare ampersand", 100 },
        { "bare less-than", 100 },
        { "control character", 100 },
        { "latin-1 byte", 100 },
        { "undeclared entity", 100 },
        { "known prefix undeclared", 100 },
        { "unknown prefix undeclared", 100 },
        { "dashes in a comment", 100 },
        { "junk in front", 100 },
        { "second declaration", 100 },
        { "HTML in a title", 100 },
        { "lost end tag", 100 },
        { "end tag in the wrong case", 100 },
        { "attribute without value", 100 },
        { "duplicate attribute", 100 },
        { "lost quote", 98 },
        { "lost CDATA end", 96 },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void Items_stay_intact(string defect, int bar)
    {
        var random = new Random(7);
        var intact = 0;
        for (var document = 0; document < Documents; document++)
        {
            var (text, hit) = Damage(Document(), defect, random);
            var read = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(text, ReadContext.None));
            if (defect != "lost CDATA end") Assert.False(read.WellFormed, defect);   // The next section's end closes it: well-formed, alas.
            intact += Enumerable.Range(0, ItemsPerDocument).Count(i => IsIntact(read.Feed, i, i == hit, defect));
        }

        var share = 100.0 * intact / (Documents * ItemsPerDocument);
        Assert.True(share >= bar, string.Create(CultureInfo.InvariantCulture, $"{defect}: {share:F1} % intact, the bar is {bar} %"));
    }

    private static bool IsIntact(ParsedFeed feed, int number, bool damaged, string defect)
    {
        var item = feed.Items.FirstOrDefault(item => item.Id == $"guid-{number}");
        if (item is null || item.Url != $"http://example.org/{number}" || item.Title is null || item.Authors.Count != 1) return false;
        var (title, body) = (item.Title.Value, item.Content?.Value);
        return damaged
            ? title.StartsWith($"Title {number}", StringComparison.Ordinal) && (body?.Contains($"Body {number}", StringComparison.Ordinal) ?? false)
            : title == $"Title {number}" && body == $"<p>Body {number} of the item</p>" && item.Complete && item.Enclosures.Count == 1 && defect.Length > 0;
    }

    private static string Document()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Feed</title>\n");
        for (var i = 0; i < ItemsPerDocument; i++)
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Title {i}</title><link>http://example.org/{i}</link><guid isPermaLink=\"false\">guid-{i}</guid><dc:creator>Ann</dc:creator><enclosure url=\"http://example.org/{i}.mp3\" length=\"1\" type=\"audio/mpeg\"/><content:encoded><![CDATA[<p>Body {i} of the item</p>]]></content:encoded></item>\n");
        return text.Append("</channel></rss>").ToString();
    }

    private static (byte[] Text, int Hit) Damage(string text, string defect, Random random)
    {
        var hit = random.Next(ItemsPerDocument);
        string At(string from, string to) => text.Replace(from.Replace("#", hit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), to.Replace("#", hit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), StringComparison.Ordinal);
        var damaged = defect switch
        {
            "bare ampersand" => At("Title #<", "Title # & more<"),
            "bare less-than" => At("Title #<", "Title # < more<"),
            "control character" => At("Title #<", "Title #\u0001<"),
            "latin-1 byte" => At("Title #<", "Title # @@<"),
            "undeclared entity" => At("Title #<", "Title #&nbsp;&eacute;<"),
            "known prefix undeclared" => text.Replace(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "", StringComparison.Ordinal),
            "unknown prefix undeclared" => At("<title>Title #<", "<zzz:x>y</zzz:x><title>Title #<"),
            "dashes in a comment" => At("<title>Title #<", "<!-- a -- b --><title>Title #<"),
            "junk in front" => "<br />\n<b>Notice</b>: x<br />\n" + text,
            "second declaration" => "<?xml version=\"1.0\"?>" + text,
            "HTML in a title" => At("Title #<", "Title # <b>bold</b><br><"),
            "lost end tag" => At("Title #</title>", "Title #"),
            "end tag in the wrong case" => At("Title #</title>", "Title #</TITLE>"),
            "attribute without value" => At("url=\"http://example.org/#.mp3\"", "url=\"http://example.org/#.mp3\" checked"),
            "duplicate attribute" => At("url=\"http://example.org/#.mp3\"", "url=\"http://example.org/#.mp3\" url=\"x\""),
            "lost quote" => random.Next(2) == 0 ? At("/#.mp3\" length", "/#.mp3 length") : At("type=\"audio/mpeg\"/><content:encoded><![CDATA[<p>Body #", "type=\"audio/mpeg/><content:encoded><![CDATA[<p>Body #"),
            "lost CDATA end" => At("Body # of the item</p>]]>", "Body # of the item</p>"),
            _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, null),
        };
        var bytes = Encoding.UTF8.GetBytes(damaged);
        if (defect != "latin-1 byte") return (bytes, defect is "junk in front" or "second declaration" or "known prefix undeclared" ? -1 : hit);
        var at = bytes.AsSpan().IndexOf("@@"u8);
        bytes[at] = 0xE9;
        bytes[at + 1] = (byte)' ';
        return (bytes, hit);
    }
}
