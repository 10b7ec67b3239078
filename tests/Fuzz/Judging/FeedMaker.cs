using System.Globalization;
using System.Text;

namespace Aggregator.Fuzz.Judging;

/// <summary>Makes a well-formed feed of which it is known where each item begins and ends.</summary>
internal sealed class FeedMaker(Random random)
{
    private static readonly string[] Words = ["news", "Straße", "día", "новость", "新聞", "AT&amp;T", "a &lt; b", "x&#233;y", "one", "two", "three"];

    internal (string Text, List<(int Start, int End)> Items) Make(bool atom, int count)
    {
        var text = new StringBuilder(atom
            ? "<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><id>urn:f</id><updated>2004-01-01T00:00:00Z</updated>\n"
            : "<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title><link>https://h.example/</link>\n");
        var items = new List<(int, int)>();
        for (var i = 0; i < count; i++)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{(atom ? Entry(i) : Item(i))}");
            items.Add((start, text.Length));
            text.Append('\n');
        }
        return (text.Append(atom ? "</feed>" : "</channel></rss>").ToString(), items);
    }

    private string Item(int number) =>
        $"<item><title>{Some(4)}</title><link>https://h.example/{number}</link><guid isPermaLink=\"false\">g{number}</guid><pubDate>Thu, 01 Jan 2004 19:48:{number % 60:00} GMT</pubDate>" +
        $"<dc:creator>{Some(2)}</dc:creator><category>{Some(1)}</category><description>{Some(20)}</description><content:encoded><![CDATA[<p>{Some(30)}</p><a href=\"/x\">y</a>]]></content:encoded></item>";

    private string Entry(int number) =>
        $"<entry><title type=\"html\">{Some(4)}</title><link rel=\"alternate\" href=\"https://h.example/{number}\"/><id>urn:{number}</id><updated>2004-01-01T19:48:{number % 60:00}Z</updated>" +
        $"<author><name>{Some(2)}</name></author><summary>{Some(20)}</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Some(30)}</p></div></content></entry>";

    private string Some(int most) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Words[random.Next(Words.Length)]));
}
