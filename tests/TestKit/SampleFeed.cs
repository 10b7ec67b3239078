using System.Globalization;
using System.Text;

namespace Aggregator.TestKit;

/// <summary>Writes small feeds for tests that are not about their form.</summary>
public static class SampleFeed
{
    /// <summary>An RSS 2.0 feed whose items are numbered from <paramref name="from"/>.</summary>
    /// <param name="site">Start of every address, such as <c>https://site.example</c>.</param>
    /// <param name="items">How many.</param>
    /// <param name="from">Number of the first.</param>
    public static string Rss(string site, int items, int from = 1)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>Feed of {site}</title><link>{site}/</link><description>For tests</description>\n");
        for (var i = from; i < from + items; i++)
        {
            var day = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddHours(i);
            feed.Append(CultureInfo.InvariantCulture,
                $"<item><title>Item number {i}</title><link>{site}/item/{i}</link><guid>{site}/item/{i}</guid><pubDate>{day:r}</pubDate><description>The text of item number {i} of {site}.</description></item>\n");
        }

        return feed.Append("</channel></rss>\n").ToString();
    }
}
