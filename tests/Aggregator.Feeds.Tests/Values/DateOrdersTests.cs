namespace Aggregator.Feeds.Tests.Values;

public sealed class DateOrdersTests
{
    [Theory]
    [InlineData(DateOrder.DayFirst, "03/04/2004", "13/04/2004")]
    [InlineData(DateOrder.MonthFirst, "03/04/2004", "04/13/2004 10:00")]
    [InlineData(DateOrder.MonthFirst, "03-04-2004", "04-13-2004")]
    [InlineData(DateOrder.DayFirst, "Mon, 31/12/04")]
    [InlineData(DateOrder.Unknown, "03/04/2004", "05/06/2004")]
    [InlineData(DateOrder.Unknown, "13/04/2004", "04/13/2004")]
    [InlineData(DateOrder.Unknown, "04-05-28", "2004-05-28", "13 May 2004", "31/31/2004", "", "28.05.2004")]
    public void A_component_over_twelve_decides_for_the_feed(DateOrder expected, params string[] dates) =>
        Assert.Equal(expected, DateOrders.FromDates(dates.Select(d => FeedDate.Parse(d))));

    [Theory]
    [InlineData("en-US", DateOrder.MonthFirst)]
    [InlineData("en_us", DateOrder.MonthFirst)]
    [InlineData("en-GB", DateOrder.DayFirst)]
    [InlineData("de", DateOrder.DayFirst)]
    [InlineData("fr-CA", DateOrder.DayFirst)]
    [InlineData("en", DateOrder.Unknown)]
    [InlineData("ja", DateOrder.Unknown)]
    [InlineData("zh-CN", DateOrder.Unknown)]
    [InlineData("", DateOrder.Unknown)]
    [InlineData(null, DateOrder.Unknown)]
    [InlineData("english", DateOrder.Unknown)]
    public void Else_the_language_says_what_is_usual(string? language, DateOrder expected) => Assert.Equal(expected, DateOrders.FromLanguage(language));

    [Fact]
    public void A_doubtful_date_is_read_again_and_keeps_its_doubt_unless_dates_decided()
    {
        var doubtful = FeedDate.Parse("03/04/2004");
        var shown = DateOrders.Settle(doubtful, DateOrder.DayFirst, DateOrder.MonthFirst, null);
        Assert.Equal((4, DateFlags.AssumedZone), (shown.At!.Value.Month, shown.Flags));
        var guessed = DateOrders.Settle(doubtful, DateOrder.Unknown, DateOrder.DayFirst, null);
        Assert.Equal((4, DateFlags.AssumedZone | DateFlags.AmbiguousOrder), (guessed.At!.Value.Month, guessed.Flags));
        Assert.Same(doubtful, DateOrders.Settle(doubtful, DateOrder.Unknown, DateOrder.Unknown, null));
        var sure = FeedDate.Parse("13/04/2004");
        Assert.Same(sure, DateOrders.Settle(sure, DateOrder.MonthFirst, DateOrder.Unknown, null));
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
        Assert.All(feed.Items[0].Dates, claim => Assert.Equal(date, claim.Date));
    }
}
