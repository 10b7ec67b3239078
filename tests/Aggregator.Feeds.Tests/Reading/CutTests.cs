using System.Text;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>A document that ends too early keeps every item that was whole before the cut, and nothing half passes for whole.</summary>
public sealed class CutTests
{
    private static readonly Dictionary<string, (string Document, string ItemEnd)> s_documents = new()
    {
        ["rss"] = ("<rss version=\"2.0\"><channel><title>C</title>" + Many(i => $"<item><title>Title {i}</title><guid>{i}</guid><description><![CDATA[<p>Body {i}</p>]]></description></item>") + "</channel></rss>", "</item>"),
        ["rdf"] = ("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>C</title></channel>" + Many(i => $"<item rdf:about=\"{i}\"><title>Title {i}</title></item>") + "</rdf:RDF>", "</item>"),
        ["atom"] = ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title>" + Many(i => $"<entry><id>{i}</id><title type=\"html\">Title {i} &amp;amp;</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Body {i}</p></div></content></entry>") + "</feed>", "</entry>"),
        ["json"] = ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"C\",\"items\":[" + string.Join(',', Enumerable.Range(0, 15).Select(i => $"{{\"id\":\"{i}\",\"title\":\"Title {i}\",\"x\":{{\"y\":1}},\"content_text\":\"Body {i}\"}}")) + "]}", "\"}"),
    };

    public static TheoryData<string> Formats => [.. s_documents.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Items_before_a_cut_are_kept(string format)
    {
        var (document, itemEnd) = s_documents[format];
        var bytes = Encoding.UTF8.GetBytes(document);
        var whole = Read(bytes)!;
        Assert.True(whole.Complete);
        Assert.Equal(15, whole.Items.Count);
        for (var cut = 0; cut < bytes.Length; cut += 7)
        {
            var expected = Occurrences(document.AsSpan(0, cut), itemEnd);
            var feed = Read(bytes[..cut]);
            if (feed is null)
            {
                Assert.Equal(0, expected);
                continue;
            }

            Assert.False(feed.Complete, $"cut at {cut}");
            var complete = feed.Items.Where(item => item.Complete).ToArray();
            Assert.Equal(expected, complete.Length);
            Assert.True(feed.Items.Count <= expected + 1);
            for (var i = 0; i < expected; i++) Assert.Equivalent(whole.Items[i], complete[i], strict: true);
        }
    }

    private static ParsedFeed? Read(byte[] bytes) => (FeedReader.Read(bytes, ReadContext.None) as ReadOutcome.Parsed)?.Feed;

    private static string Many(Func<int, string> item) => string.Concat(Enumerable.Range(0, 15).Select(item));

    private static int Occurrences(ReadOnlySpan<char> text, string what) => text.Count(what);
}
