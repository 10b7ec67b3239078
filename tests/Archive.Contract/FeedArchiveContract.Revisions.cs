using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

// What an article replaces is kept.
public abstract partial class FeedArchiveContract
{
    [Fact]
    public async Task A_revision_keeps_what_it_replaces()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one", published: Noon)))[0];
        await test.StoreAsync(Answer(feed, Noon.AddHours(1), Item("one")), Revised(id, Item("one", title: "Second", published: Noon), "title"));
        var third = Item("one", title: "Second", text: "Third text.", published: Noon.AddMinutes(5));
        var receipt = await test.StoreAsync(Answer(feed, Noon.AddHours(2), third), Revised(id, third, "published_at", "text", "html"));

        Assert.Equal(1, receipt.Revised);
        Assert.Equal(
            [
                "1|feed|2026-03-01T12:00:00Z|[]|Title of one|2026-03-01T12:00:00Z|Text of one.|<p>Text of one.</p>",
                "2|feed|2026-03-01T13:00:00Z|[\"title\"]|Second|2026-03-01T12:00:00Z|Text of one.|<p>Text of one.</p>",
                "3|feed|2026-03-01T14:00:00Z|[\"published_at\",\"text\",\"html\"]|Second|2026-03-01T12:05:00Z|Third text.|<p>Third text.</p>",
            ],
            test.Rows("SELECT number, kind, seen_at, changed, title, published_at, text, html FROM revisions ORDER BY number"));
        Assert.Equal(["3|Second|2026-03-01T12:00:00Z|Third text."], test.Rows("SELECT revisions, title, published_at, text FROM articles"));
        Assert.Equal(["2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z"], test.Rows("SELECT at FROM date_claims ORDER BY at"));
        Assert.Equal(["Second"], test.Rows("SELECT title FROM sightings"));
        Assert.Equal(Noon.AddMinutes(5), (await test.LookUpAsync(feed, third)).TextOf(id).PublishedAt);
        Assert.Equal(third.ContentHash, (await test.LookUpAsync(feed, third)).Sightings[third.ItemKey].ContentHash);
    }

    [Fact]
    public async Task A_change_that_no_revision_records_stores_the_hash_only()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one")))[0];
        var tagged = Item("one") with { ContentHash = 99, Categories = [new FeedCategory("sport", "s", null)] };
        var receipt = await test.StoreAsync(Answer(feed, Noon, tagged), Revised(id, tagged));

        Assert.Equal((0, 1), (receipt.Revised, receipt.Unchanged));
        Assert.Equal(["1"], test.Rows("SELECT number FROM revisions"));
        Assert.Equal(["sport|s"], test.Rows("SELECT term, scheme FROM categories"));
        Assert.Equal(99, (await test.LookUpAsync(feed, tagged)).Sightings[tagged.ItemKey].ContentHash);
    }

    [Fact]
    public async Task An_article_that_changes_on_every_poll_keeps_24_revisions_then_one_a_day()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one")))[0];
        for (var i = 1; i <= 60; i++)
        {
            // The title alone changes up to the 24th revision, so that the texts before it are shared with it.
            var next = i < 24 ? Item("one", title: $"Title {i}") : Item("one", title: $"Title {i}", text: $"Text {i}.");
            await test.StoreAsync(Answer(feed, Noon.AddHours(i), next), Revised(id, next, "title"));
        }

        var numbers = test.Rows("SELECT number || ' ' || title || ' ' || text FROM revisions ORDER BY number");
        Assert.InRange(numbers.Count, 24, 26);
        Assert.Equal("1 Title of one Text of one.", numbers[0]);
        Assert.Equal("23 Title 22 Text of one.", numbers[22]);
        Assert.EndsWith("Title 60 Text 60.", numbers[^1], StringComparison.Ordinal);
        Assert.Equal(["Title 60|Text 60."], test.Rows("SELECT title, text FROM articles"));
        Assert.Equal([$"{numbers.Count}"], test.Rows("SELECT revisions FROM articles"));
    }

    [Fact]
    public async Task A_feed_that_takes_over_becomes_the_owner_and_makes_one_revision()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        var id = (await test.NewAsync(feeds[0], Noon, Item("one")))[0];
        var longer = (Item("one", text: "A text that is very much longer than the first one.") with { Title = null }).Hashed();
        await test.StoreAsync(Answer(feeds[1], Noon.AddHours(1), longer), Again(ArticleRef.Of(id), longer, takesOver: true));

        Assert.Equal([$"{feeds[0]}|2|Title of one|A text that is very much longer than the first one."], test.Rows("SELECT feed_id, revisions, title, text FROM articles"));
        Assert.Equal(["1|[]", "2|[\"text\",\"html\"]"], test.Rows("SELECT number, changed FROM revisions ORDER BY number"));
        Assert.Equal(feeds[1], (await test.LookUpAsync(feeds[0], longer)).Articles[id].OwnerFeedId);
        Assert.Equal(["Title of one", "NULL"], test.Rows("SELECT title FROM sightings ORDER BY feed_id"));
    }
}
