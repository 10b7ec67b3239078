using Aggregator.Feeds;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class ArticleFieldsTests
{
    private static readonly DateTimeOffset _at = new(2023, 7, 13, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_best_claim_that_is_a_date_is_the_date_of_publication()
    {
        var article = Items.Normalize(new FeedItem
        {
            Dates =
            [
                Items.Claim("item.updated", "2023-07-14", _at.AddDays(1)),
                Items.Claim("dc.date", "2023-07-13T08:00:00Z", _at),
                Items.Claim("item.published", "[Current Date]", null, flags: DateFlags.Placeholder),
            ],
        });
        Assert.Equal(("dc.date", _at), (article.Published!.From, article.Published.At));
        Assert.Equal(["item.published", "dc.date", "item.updated"], article.Claims.Select(c => c.From));
    }

    [Fact]
    public void A_stand_in_is_no_date_even_when_it_can_be_read()
    {
        var epoch = Items.Claim("item.published", "Thu, 01 Jan 1970 00:00:00 GMT", DateTimeOffset.UnixEpoch, flags: DateFlags.Placeholder);
        var article = Items.Normalize(new FeedItem { Dates = [epoch] });
        Assert.Null(article.Published);
        Assert.Equal([epoch], article.Claims);
    }

    [Fact]
    public void A_missing_date_stays_missing() => Assert.Null(Items.Normalize(Items.Item("1")).Published);

    [Fact]
    public void A_future_date_is_kept_with_its_flag()
    {
        var future = Items.Claim("item.published", "2033-01-01T00:00:00Z", _at.AddYears(10), flags: DateFlags.Future);
        Assert.Equal(future, Items.Normalize(new FeedItem { Dates = [future] }).Published);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-11)]
    public void A_day_is_that_day_wherever_it_was_written(int hours)
    {
        var offset = TimeSpan.FromHours(hours);
        var claim = Items.Claim("item.published", "2023-07-13", new DateTimeOffset(2023, 7, 13, 0, 0, 0, offset).ToUniversalTime(), DatePrecision.Day, offset);
        Assert.Equal(new DateTimeOffset(2023, 7, 13, 0, 0, 0, TimeSpan.Zero), Items.Normalize(new FeedItem { Dates = [claim] }).Published!.At);
    }

    [Fact]
    public void One_date_over_twelve_decides_the_order_of_all()
    {
        static FeedDate Slashed(string raw, int month, int day, DateFlags flags) =>
            Items.Claim("item.published", raw, new DateTimeOffset(2023, month, day, 9, 30, 0, TimeSpan.Zero), flags: flags);
        var (ambiguous, clear) = (Slashed("03/07/2023 09:30", 3, 7, DateFlags.AmbiguousOrder), Slashed("13/07/2023 09:30", 7, 13, DateFlags.None));

        var decided = Items.Normalize(Items.Feed(new FeedItem { Dates = [ambiguous] }, new FeedItem { Dates = [clear] }));
        Assert.Equal(new DateTimeOffset(2023, 7, 3, 9, 30, 0, TimeSpan.Zero), decided[0].Published!.At);
        Assert.Equal(DateFlags.None, decided[0].Published!.Flags);
        Assert.Equal(ambiguous, Items.Normalize(new FeedItem { Dates = [ambiguous] }).Published);
    }

    [Fact]
    public void Authors_are_named_once()
    {
        var article = Items.Normalize(new FeedItem
        {
            Authors = [new FeedPerson("Anna &amp; Bert", null, null), new FeedPerson("ANNA & Bert", "a@example.org", null), new FeedPerson(null, "c@example.org", null), new FeedPerson(null, null, null)],
        });
        Assert.Equal("Anna & Bert, c@example.org", article.Author);
        Assert.Equal(2, article.Authors.Count);
    }

    [Fact]
    public void The_source_is_the_operators_word_then_the_items_then_the_feeds_then_the_domain()
    {
        var item = new FeedItem { Url = "https://news.aggregator.example/1", Source = Items.Source("The Times", "https://www.times.example/rss.xml") };
        var feed = Items.Feed(item);
        var named = Items.Normalize(feed, Items.Listed with { Source = "Mine" }).Single();
        Assert.Equal(("Mine", "times.example"), (named.Source, named.SourceDomain));
        var own = Items.Normalize(feed).Single();
        Assert.Equal(("The Times", "times.example", "https://www.times.example/rss.xml"), (own.Source, own.SourceDomain, own.SourceUrl));
        var plain = Items.Normalize(Items.Item(url: "https://blog.example.co.uk/1"));
        Assert.Equal(("The Example", "example.org", "https://example.org/"), (plain.Source, plain.SourceDomain, plain.SourceUrl));
        var nameless = Items.Normalize(Items.Feed(Items.Item("1")) with { Title = null, Link = null }).Single();
        Assert.Equal(("example.org", "example.org", null), (nameless.Source, nameless.SourceDomain, nameless.SourceUrl));
        var local = Items.Normalize(Items.Feed(Items.Item("1")) with { Title = null, Link = null }, Items.Listed with { Url = "file:sample/a.xml" }).Single();
        Assert.Equal(("file:sample/a.xml", null), (local.Source, local.SourceDomain));
    }

    [Fact]
    public void The_title_of_a_source_may_be_html()
    {
        var item = new FeedItem { Url = "https://a.example/1", Source = new ParsedFeed { Title = new FeedText("Tom &amp; <b>Jerry</b>", TextKind.Html), Link = "https://tj.example/" } };
        Assert.Equal("Tom & Jerry", Items.Normalize(item).Source);
    }

    [Fact]
    public void What_an_aggregator_gathers_is_its_publishers()
    {
        var planet = Items.Feed([.. Enumerable.Range(1, 4).Select(n => Items.Item(url: $"https://blog.site{n}.example/1")), Items.Item(url: "https://example.org/own"), Items.Item(url: "https://feedproxy.google.com/~r/1")]);
        Assert.Equal(
            ["site1.example", "site2.example", "site3.example", "site4.example", "The Example", "The Example"], Items.Normalize(planet).Select(a => a.Source));
        Assert.Equal(["site1.example", "site2.example", "site3.example", "site4.example", "example.org", "example.org"], Items.Normalize(planet).Select(a => a.SourceDomain));
    }

    [Fact]
    public void A_publisher_with_two_domains_is_one()
    {
        var feed = Items.Feed([.. Enumerable.Range(1, 4).Select(n => Items.Item(url: $"https://www.example.com/{n}")), Items.Item(url: "https://partner.example/1")]);
        Assert.Equal(["The Example", "The Example", "The Example", "The Example", "partner.example"], Items.Normalize(feed).Select(a => a.Source));
        Assert.All(Items.Normalize(feed, Items.Listed with { Source = "Mine" }), a => Assert.Equal("Mine", a.Source));
    }

    [Theory]
    [InlineData("en_us", "en-US")]
    [InlineData("EN", "en")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("English language", null)]
    [InlineData("-", null)]
    [InlineData("true", null)]
    [InlineData("de-CH-1996", "de-CH-1996")]
    public void Language_tags(string tag, string? expected) => Assert.Equal(expected, Items.Normalize(new FeedItem { Language = tag }).Language);

    [Fact]
    public void The_operators_language_wins_and_the_feeds_is_the_last()
    {
        var feed = Items.Feed(new FeedItem { Language = "de" }, new FeedItem()) with { Language = "fr" };
        Assert.Equal(["de", "fr"], Items.Normalize(feed).Select(a => a.Language));
        Assert.Equal(["it", "it"], Items.Normalize(feed, Items.Listed with { Language = "it" }).Select(a => a.Language));
    }

    [Fact]
    public void Addresses_are_kept_as_given_and_made_canonical_beside()
    {
        var article = Items.Normalize(Items.Item(url: "https://WWW.example.org/a?utm_source=rss#top"));
        Assert.Equal(("https://WWW.example.org/a?utm_source=rss#top", "https://www.example.org/a"), (article.Url, article.CanonicalUrl));
    }

    [Fact]
    public void The_publishers_address_behind_a_redirect_is_the_canonical_one()
    {
        var article = Items.Normalize(Items.Item(url: "https://feeds.example.net/~r/1") with { OriginalUrl = "https://example.org/a" });
        Assert.Equal(("https://feeds.example.net/~r/1", "https://example.org/a"), (article.Url, article.CanonicalUrl));
    }

    [Fact]
    public void A_cut_item_is_flagged() => Assert.Equal(["incomplete"], Items.Normalize(Items.Item("1") with { Complete = false }).Flags);

    [Fact]
    public void An_image_attachment_is_the_picture_when_no_other_is_named() =>
        Assert.Equal("https://example.org/a.jpg", Items.Normalize(new FeedItem { Enclosures = [new FeedEnclosure("https://example.org/a.mp3", "audio/mpeg", 1), new FeedEnclosure("https://example.org/a.jpg", "image/jpeg", 1)] }).ImageUrl);

    [Fact]
    public void Categories_are_cleaned() =>
        Assert.Equal(["R&D", "News"], Items.Normalize(new FeedItem { Categories = [new FeedCategory("R&amp;D", null, null), new FeedCategory(" ", null, null), new FeedCategory("R&D", null, null), new FeedCategory("", null, "News")] }).Categories.Select(c => c.Term));
}
