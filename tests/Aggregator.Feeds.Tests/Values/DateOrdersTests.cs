namespace Aggregator.Feeds.Tests.Values;

public sealed class DateOrdersTests
{
    [Theory]
    [InlineData(true, "03/04/2004", "13/04/2004")]
    [InlineData(false, "03/04/2004", "04/13/2004 10:00")]
    [InlineData(false, "03-04-2004", "04-13-2004")]
    [InlineData(true, "Mon, 31/12/04")]
    [InlineData(null, "03/04/2004", "05/06/2004")]
    [InlineData(null, "13/04/2004", "04/13/2004")]
    [InlineData(null, "04-05-28", "2004-05-28", "13 May 2004", "31/31/2004", "", "28.05.2004")]
    public void A_component_over_twelve_decides_for_the_feed(bool? expected, params string[] dates) =>
        Assert.Equal(expected, DateOrders.FromDates(dates.Select(d => FeedDate.Parse(d))));

    [Theory]
    [InlineData("en-US", false)]
    [InlineData("en_us", false)]
    [InlineData("en-GB", true)]
    [InlineData("de", true)]
    [InlineData("fr-CA", true)]
    [InlineData("en", null)]
    [InlineData("ja", null)]
    [InlineData("zh-CN", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("english", null)]
    public void Else_the_language_says_what_is_usual(string? language, bool? expected) => Assert.Equal(expected, DateOrders.FromLanguage(language));

    [Fact]
    public void A_doubtful_date_is_read_again_and_keeps_its_doubt_unless_dates_decided()
    {
        var doubtful = FeedDate.Parse("03/04/2004");
        var shown = DateOrders.Settle(doubtful, true, false, null);
        Assert.Equal((4, DateFlags.AssumedZone), (shown.At!.Value.Month, shown.Flags));
        var guessed = DateOrders.Settle(doubtful, null, true, null);
        Assert.Equal((4, DateFlags.AssumedZone | DateFlags.AmbiguousOrder), (guessed.At!.Value.Month, guessed.Flags));
        Assert.Same(doubtful, DateOrders.Settle(doubtful, null, null, null));
        var sure = FeedDate.Parse("13/04/2004");
        Assert.Same(sure, DateOrders.Settle(sure, false, null, null));
    }

    [Theory]
    [InlineData("", "13/04/2004", "2004-04-03", DateFlags.AssumedZone)]
    [InlineData("", "04/13/2004", "2004-03-04", DateFlags.AssumedZone)]
    [InlineData("<language>fr</language>", "05/06/2004", "2004-04-03", DateFlags.AssumedZone | DateFlags.AmbiguousOrder)]
    [InlineData("", "05/06/2004", "2004-03-04", DateFlags.AssumedZone | DateFlags.AmbiguousOrder)]
    public void The_reader_settles_a_feed_by_all_its_items(string language, string other, string expected, DateFlags flags)
    {
        var xml = $"<rss version='2.0'><channel>{language}<item><pubDate>03/04/2004</pubDate></item><item><pubDate>{other}</pubDate></item></channel></rss>";
        var feed = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(xml), ReadContext.None)).Feed;
        var date = feed.Items[0].Published!;
        Assert.Equal(expected, date.At!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(flags, date.Flags);
        Assert.All(feed.Items[0].Dates, claim => Assert.Equal(date, claim));
    }
}
