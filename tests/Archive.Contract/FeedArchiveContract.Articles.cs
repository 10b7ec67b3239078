using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// What is stored of an article comes back.
public abstract partial class FeedArchiveContract
{
    [Fact]
    public async Task A_new_article_shows_in_the_views()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var item = (Item("one", published: Noon.AddHours(-2)) with
        {
            Subtitle = "Sub",
            Language = "de",
            ImageUrl = "https://news.example/p.jpg",
            ImageCredit = "Pia",
            Flags = ["incomplete"],
            UpdatedAt = Noon.AddHours(-1),
            Summary = "Short.",
            CanonicalUrl = "https://news.example/one?x=1",
            Enclosures = [new FeedEnclosure("https://news.example/a.mp3", "audio/mpeg", 12) { DurationSeconds = 2.5 }],
            Cleanups = [new Cleanup("text", 4, "boilerplate", "Read more", null)],
        }).Hashed();
        var receipt = await test.StoreAsync(Answer(feed, Noon, item), New(item));

        Assert.Equal((1, 1, "changed"), (receipt.New, receipt.Items, receipt.Outcome));
        Assert.Equal(
            [$"https://news.example/one|https://news.example/one?x=1|Title of one|Sub|Ann Author|News|news.example|{feed}|guid-one"],
            test.Rows("SELECT url, canonical_url, title, subtitle, author, source, source_domain, feed_id, guid FROM articles"));
        Assert.Equal(
            ["2026-03-01T10:00:00Z|second|item.published|Sun, 01 Mar 2026 10:00:00 GMT|+00:00|[]|2026-03-01T11:00:00Z|2026-03-01T12:00:00Z|2026-03-01T12:00:00Z|2026-03-01T10:00:00Z"],
            test.Rows("SELECT published_at, published_precision, published_from, published_raw, published_offset, date_flags, updated_at, first_seen_at, last_seen_at, dated_at FROM articles"));
        Assert.Equal(
            ["de|3|https://news.example/p.jpg|Pia|NULL|NULL|NULL|1|[\"incomplete\"]|Short.|Text of one.|<p>Text of one.</p>"],
            test.Rows("SELECT language, word_count, image_url, image_credit, duplicate_of, duplicate_kind, story_id, revisions, flags, summary, text, html FROM articles"));
        Assert.Equal([$"{feed}|guid-one|https://news.example/one|Title of one|Sun, 01 Mar 2026 10:00:00 GMT|0"], test.Rows("SELECT feed_id, guid, url, title, published_raw, variants FROM sightings"));
        Assert.Equal(["1|feed|2026-03-01T12:00:00Z|[]|Title of one|Text of one."], test.Rows("SELECT number, kind, seen_at, changed, title, text FROM revisions"));
        Assert.Equal(["item.published|2026-03-01T10:00:00Z|second"], test.Rows("SELECT claimed_from, at, precision FROM date_claims"));
        Assert.Equal(["Ann Author|ann@news.example|NULL"], test.Rows("SELECT name, email, url FROM authors"));
        Assert.Equal(["world|NULL"], test.Rows("SELECT term, scheme FROM categories"));
        Assert.Equal(["https://news.example/a.mp3|audio/mpeg|12|2.5"], test.Rows("SELECT url, type, length, duration_s FROM enclosures"));
        Assert.Equal(["1|text|4|boilerplate|Read more|NULL"], test.Rows("SELECT number, field, position, rule, removed, inserted FROM cleanups"));
        Assert.Equal(["2026-03-01|1|1"], test.Rows("SELECT day, articles, unique_articles FROM daily"));
        Assert.Equal(["News|news.example|1"], test.Rows("SELECT name, domain, articles FROM sources"));
        Assert.Equal(["rss20|en|https://any.example/|1|ok"], test.Rows("SELECT format, language, site_url, articles, health FROM feeds"));
    }

    [Fact]
    public async Task A_date_of_publication_is_set_once_later_only_from_null()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b"), Feed("c")], Noon);
        var first = (Item("one") with { Claims = [Unreadable("[Current Date]")] }).Hashed();
        var id = (await test.NewAsync(feeds[0], Noon, first))[0];
        Assert.Equal(["NULL|[Current Date]|[\"unreadable\"]|2026-03-01T12:00:00Z"], test.Rows("SELECT published_at, published_raw, date_flags, dated_at FROM articles"));

        await test.StoreAsync(Answer(feeds[1], Noon, Item("one")), Again(ArticleRef.Of(id), Item("one", published: Noon.AddDays(-3))));
        await test.StoreAsync(Answer(feeds[2], Noon, Item("one")), Again(ArticleRef.Of(id), Item("one", published: Noon.AddDays(-9))));

        Assert.Equal(["2026-02-26T12:00:00Z|Thu, 26 Feb 2026 12:00:00 GMT|[]|2026-02-26T12:00:00Z"], test.Rows("SELECT published_at, published_raw, date_flags, dated_at FROM articles"));
        Assert.Equal(["2026-02-26|1|1"], test.Rows("SELECT * FROM daily"));
        Assert.Equal(["NULL|[Current Date]", "2026-02-20T12:00:00Z|Fri, 20 Feb 2026 12:00:00 GMT", "2026-02-26T12:00:00Z|Thu, 26 Feb 2026 12:00:00 GMT"], test.Rows("SELECT at, raw FROM date_claims ORDER BY at"));
        Assert.Equal(["[Current Date]", "Thu, 26 Feb 2026 12:00:00 GMT", "Fri, 20 Feb 2026 12:00:00 GMT"], test.Rows("SELECT published_raw FROM sightings ORDER BY feed_id"));
        Assert.Equal(["NULL"], test.Rows("SELECT published_at FROM revisions"));
    }

    [Fact]
    public async Task The_same_instant_spelled_otherwise_is_no_other_claim()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var item = Item("one", published: Noon) with
        {
            Claims =
            [
                Claim("item.published", Noon), new FeedDate("2026-03-01 13:00 +0100", Noon, DatePrecision.Second, TimeSpan.FromHours(1), DateFlags.None) { From = "dc.date" },
                Claim("item.updated", Noon, DatePrecision.Day), Unreadable("soon"), Unreadable("soon"),
            ],
        };
        await test.NewAsync(feed, Noon, item);

        Assert.Equal(
            ["item.published|second|[]", "item.published|NULL|[\"unreadable\"]", "item.updated|day|[]"],
            test.Rows("SELECT claimed_from, precision, flags FROM date_claims ORDER BY claimed_from, precision DESC"));
    }

    [Theory]
    [InlineData(24, "2026-03-02")]
    [InlineData(25, "2026-03-01")]
    public async Task A_date_over_24_hours_ahead_does_not_pin_the_article_above_newer_ones(int hours, string day)
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        await test.NewAsync(feed, Noon, Item("one", published: Noon.AddHours(hours)));

        Assert.Equal([$"{day}T12:00:00Z"], test.Rows("SELECT dated_at FROM articles"));
        Assert.Equal([$"{day}"], test.Rows("SELECT day FROM daily"));
    }

    [Fact]
    public async Task Text_comes_back_unit_for_unit()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var text = "Zürich 日本 👩‍👩‍👧 é\n\nl'été \"x\" |\t";
        await test.NewAsync(feed, Noon, Item("one", text: text));

        Assert.Equal([text], test.Rows("SELECT text FROM articles"));
    }

    [Fact]
    public async Task Indexing_takes_at_most_what_it_is_told_and_then_none()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        await test.NewAsync(feed, Noon, [.. Enumerable.Range(0, 5).Select(i => Item($"n{i}"))]);

        Assert.Equal(3, await test.Archive.IndexAsync(3));
        Assert.Equal(2, await test.Archive.IndexAsync(3));
        Assert.Equal(0, await test.Archive.IndexAsync(3));
    }
}
