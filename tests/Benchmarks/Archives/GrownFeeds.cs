using System.Globalization;
using System.Text;

namespace Aggregator.Benchmarks.Archives;

/// <summary>
/// Feeds of many publishers that bring ten new articles with every answer, now and then an edited one, and agencies' texts that several carry.
/// The same item is made again from its feed and number, so that nothing is kept.
/// </summary>
internal sealed class GrownFeeds(int feeds, int seed)
{
    public const int ItemsAnAnswer = 10;

    private readonly int[] _next = new int[feeds];

    public int Count => feeds;

    public static string Url(int feed) => string.Create(CultureInfo.InvariantCulture, $"https://press{feed}.example/feed.xml");

    public static string Source(int feed) => feed == 20 ? "Harbour News" : string.Create(CultureInfo.InvariantCulture, $"The {Name(feed)} Press {feed}");

    /// <summary>So many items of a feed are behind us.</summary>
    public void Resume(int feed, int items) => _next[feed] = items;

    /// <summary>Large publishers bring more than small ones.</summary>
    public int Draw(Random random) => (int)(Math.Pow(random.NextDouble(), 2.5) * feeds);

    /// <summary>The feed as it stands at <paramref name="at"/>: ten items that nobody saw before, sometimes one before them edited.</summary>
    public byte[] Answer(int feed, DateTimeOffset at)
    {
        var body = new StringBuilder(64 << 10);
        body.Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>{Source(feed)}</title><link>https://press{feed}.example/</link><description>News</description><language>{(feed % 20 == 19 ? "de" : "en")}</language>

            """);
        var first = _next[feed];
        if (first > 0 && (first / ItemsAnAnswer + feed) % 3 == 0) Item(body, feed, first - 1, at - TimeSpan.FromHours(9), edited: true);
        for (var i = 0; i < ItemsAnAnswer; i++) Item(body, feed, first + i, at - TimeSpan.FromMinutes(41 * i + 3), edited: false);
        _next[feed] = first + ItemsAnAnswer;
        return Encoding.UTF8.GetBytes(body.Append("</channel></rss>").ToString());
    }

    private void Item(StringBuilder body, int feed, int number, DateTimeOffset at, bool edited)
    {
        var random = new Random(HashCode(feed, number));

        // One item in twelve is an agency's: the same words within a few hours, under each publisher's own headline.
        var text = random.Next(12) == 0 ? new Random(HashCode(-1, (int)(at.ToUnixTimeSeconds() / 7200))) : random;
        var title = Vocabulary.Line(random, random.Next(6, 12))[..^1] + (edited ? ", corrected" : "");
        body.Append(CultureInfo.InvariantCulture, $"""
            <item><title>{title}</title><link>https://press{feed}.example/{at:yyyy}/{at:MM}/story-{number}</link><guid isPermaLink="false">press{feed}-{number}</guid>
            <pubDate>{at:R}</pubDate><dc:creator>{Name(random.Next(4000))} {Name(random.Next(4000))}</dc:creator><category>{Vocabulary.Word(3000 + random.Next(300))}</category><category>{Vocabulary.Word(4000 + random.Next(900))}</category>
            <content:encoded><![CDATA[
            """);
        for (var words = Length(text); words > 0; words -= 70)
            body.Append("<p>").Append(Vocabulary.Line(text, Math.Min(words, 70))).Append(words % 3 == 0 ? $" <a href=\"/topic/{words}\">more on this</a></p>\n" : "</p>\n");
        if (edited) body.Append("<p>A correction was made to this article.</p>");
        body.Append("]]></content:encoded></item>\n");
    }

    // Most articles are some hundred words long, a few are essays: about 2,000 characters on average.
    private static int Length(Random random) => Math.Clamp((int)(270 * Math.Exp(0.7 * Normal(random))), 25, 3000);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Name(int number) => Vocabulary.Word(20_000 + number) is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    private int HashCode(int feed, int number) => unchecked((int)((uint)(seed * 31 + feed) * 2654435761u ^ (uint)number * 2246822519u));
}
