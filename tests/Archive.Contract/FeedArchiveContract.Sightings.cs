using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// Where an article was seen, and whose its text is.
public abstract partial class FeedArchiveContract
{
    [Fact]
    public async Task Two_articles_share_a_key_only_with_an_ordinal_and_its_evidence()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await test.NewAsync(id, Noon, Item("one"));
        var twin = Item("one", text: "Quite another text.", title: "Another", guid: "other");

        await Assert.ThrowsAnyAsync<Exception>(() => test.StoreAsync(Answer(id, Noon, twin), new Verdict.New(twin, [new ClaimedKey(twin.Keys[0], 1, null)])));
        await test.StoreAsync(Answer(id, Noon, twin), new Verdict.New(twin, [new ClaimedKey(twin.Keys[0], 1, "title and text differ")]));

        var holders = (await test.LookUpAsync(id, twin)).Holders[twin.Keys[0]];
        Assert.Equal(["Title of one", "Another"], holders.Select(h => h.Title));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_it_was_last_seen_is_written_once_a_day(bool noted)
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one")))[0];
        foreach (var hours in new[] { 23, 24, 47 })
        {
            var known = (await test.LookUpAsync(feed, Item("one"))).Sightings[Item("one").ItemKey];
            var same = new Verdict.Unchanged(ArticleRef.Of(id), Item("one").ItemKey, noted ? known.LastSeenAt : null);
            await test.StoreAsync(Answer(feed, Noon.AddHours(hours), Item("one")), same);
        }

        Assert.Equal(["2026-03-02T12:00:00Z"], test.Rows("SELECT last_seen_at FROM articles"));
        Assert.Equal(["2026-03-02T12:00:00Z"], test.Rows("SELECT last_seen_at FROM sightings"));
        Assert.Equal(["2026-03-01T12:00:00Z|2026-03-02T12:00:00Z"], test.Rows("SELECT first_seen_at, last_seen_at FROM sources"));
    }

    [Fact]
    public async Task Another_feed_adds_a_sighting_and_a_claim_and_changes_nothing_else()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        var id = (await test.NewAsync(feeds[0], Noon, Item("one", published: Noon)))[0];
        var article = test.Rows("SELECT * FROM articles");
        var theirs = Item("one", title: "Their title", guid: "theirs", published: Noon.AddDays(-1));
        var receipt = await test.StoreAsync(Answer(feeds[1], Noon, theirs), Again(ArticleRef.Of(id), theirs));

        Assert.Equal((0, 1, 0), (receipt.New, receipt.Copies, receipt.Revised));
        Assert.Equal(article, test.Rows("SELECT * FROM articles"));
        Assert.Equal(
            [$"{feeds[0]}|guid-one|Title of one|Sun, 01 Mar 2026 12:00:00 GMT", $"{feeds[1]}|theirs|Their title|Sat, 28 Feb 2026 12:00:00 GMT"],
            test.Rows("SELECT feed_id, guid, title, published_raw FROM sightings ORDER BY feed_id"));
        Assert.Equal(["2026-02-28T12:00:00Z", "2026-03-01T12:00:00Z"], test.Rows("SELECT at FROM date_claims ORDER BY at"));
        Assert.Equal(["1|1", "2|1"], test.Rows("SELECT id, articles FROM feeds ORDER BY id"));
        Assert.Contains(id, (await test.LookUpAsync(feeds[1], theirs)).SightedHere);

        // The owner changes its title: the other feed's sighting still says what that feed said.
        await test.StoreAsync(Answer(feeds[0], Noon, Item("one")), Revised(id, Item("one", title: "New title", published: Noon), "title"));
        Assert.Equal(["New title", "Their title"], test.Rows("SELECT title FROM sightings ORDER BY feed_id"));
    }

    [Fact]
    public async Task A_sighting_that_agreed_keeps_the_title_that_it_gave()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        var id = (await test.NewAsync(feeds[0], Noon, Item("one")))[0];
        await test.StoreAsync(Answer(feeds[1], Noon, Item("one")), Again(ArticleRef.Of(id), Item("one")));
        await test.StoreAsync(Answer(feeds[0], Noon, Item("one")), Revised(id, Item("one", title: "New title"), "title"));

        Assert.Equal(["New title", "Title of one"], test.Rows("SELECT title FROM sightings ORDER BY feed_id"));
    }

    [Fact]
    public async Task An_item_may_name_an_article_that_the_same_answer_makes()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var twin = Item("one", guid: "second guid");
        var receipt = await test.StoreAsync(Answer(feed, Noon, Item("one"), twin), New(Item("one")), Again(ArticleRef.OfItem(0), twin));

        Assert.Equal((1, 1), (receipt.New, receipt.Copies));
        Assert.Equal(["guid-one", "second guid"], test.Rows("SELECT guid FROM sightings ORDER BY guid"));
        Assert.Equal(["1"], test.Rows("SELECT articles FROM feeds"));
    }

    [Fact]
    public async Task It_may_stand_behind_the_item_that_names_it()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var twin = Item("one", guid: "second guid");
        await test.StoreAsync(Answer(feed, Noon, twin, Item("one")), Again(ArticleRef.OfItem(1), twin), New(Item("one")));

        Assert.Equal(["guid-one", "second guid"], test.Rows("SELECT guid FROM sightings ORDER BY guid"));
    }

    [Fact]
    public async Task At_most_24_sightings_of_an_article_in_a_feed_are_kept_and_the_same_again_changes_nothing()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var items = Enumerable.Range(0, 30).Select(i => Item("one", guid: $"guid {i:00}")).ToArray();
        var id = (await test.NewAsync(feed, Noon, items[0]))[0];
        await test.StoreAsync(Answer(feed, Noon, items[1..]), [.. items[1..].Select(i => Again(ArticleRef.Of(id), i))]);

        Assert.Equal(["24|6"], test.Rows("SELECT count(*), sum(variants) FROM sightings"));
        Assert.Equal(["guid 29"], test.Rows("SELECT guid FROM sightings WHERE variants > 0"));
        Assert.Equal(["1"], test.Rows("SELECT articles FROM feeds"));
        var known = await test.LookUpAsync(feed, items);
        Assert.All(items, i => Assert.Equal((id, i.ContentHash), (known.Sightings[i.ItemKey].ArticleId, known.Sightings[i.ItemKey].ContentHash)));
        var before = test.Dump();
        await test.StoreAsync(Answer(feed, Noon, items), [.. items.Select(i => Again(ArticleRef.Of(id), i))]);
        Assert.Equal(before, test.Dump());
    }
}
