using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Scheduling;
using Xunit;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Contract;

/// <summary>What every archive keeps, whatever it stores with. A provider derives it and opens its own.</summary>
public abstract class FeedArchiveContract
{
    protected abstract ArchiveUnderTest Open();

    [Fact]
    public async Task A_subscribed_feed_has_an_id_and_is_due_at_once()
    {
        await using var test = Open();
        Assert.Null(await test.Archive.NextDueAsync());
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids, (await test.Archive.DueAsync(Noon, 10)).Select(f => f.Id));
        Assert.True(await test.Archive.NextDueAsync() <= Noon);
    }

    [Fact]
    public async Task Subscribing_again_keeps_the_ids_in_list_order()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);

        Assert.Equal(ids.Reverse(), await test.Archive.SubscribeAsync([Feed("b"), Feed("a") with { Title = "A", Tags = ["x"] }], Noon));
        Assert.Equal(["A|[\"x\"]", "NULL|[]"], test.Rows("SELECT title, tags FROM feeds ORDER BY url"));
        Assert.Equal(2, test.Rows("SELECT * FROM feed_urls WHERE reason = 'configured' AND until_at IS NULL").Count);
    }

    [Fact]
    public async Task A_removed_feed_is_not_due_and_resumes_its_identity_when_it_is_back()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await test.NewAsync(ids[0], Noon, Item("one"));
        await test.Archive.SubscribeAsync([Feed("b")], Noon);

        Assert.Equal([ids[1]], (await test.Archive.DueAsync(Noon.AddDays(1), 10)).Select(f => f.Id));
        Assert.Equal(["1"], test.Rows("SELECT count(*) FROM articles"));
        Assert.Equal([ids[0]], await test.Archive.SubscribeAsync([Feed("a")], Noon));
        Assert.Equal(Noon, Assert.Single(await test.Archive.StatesAsync([ids[0]])).LastPolledAt);
    }

    [Fact]
    public async Task A_disabled_feed_is_not_due()
    {
        await using var test = Open();
        await test.Archive.SubscribeAsync([Feed("a") with { Enabled = false }], Noon);

        Assert.Empty(await test.Archive.DueAsync(Noon.AddDays(1), 10));
        Assert.Null(await test.Archive.NextDueAsync());
    }

    [Fact]
    public async Task Due_feeds_come_longest_overdue_first_up_to_the_limit()
    {
        await using var test = Open();
        var ids = await test.Archive.SubscribeAsync([Feed("a"), Feed("b"), Feed("c"), Feed("d")], Noon);
        foreach (var (id, hours) in ids.Zip([3, 1, 2, 9]))
            await WriteAsync(test, id, s => s with { NextPollAt = Noon.AddHours(hours) });

        Assert.Equal([ids[1], ids[2], ids[0]], (await test.Archive.DueAsync(Noon.AddHours(3), 10)).Select(f => f.Id));
        Assert.Equal([ids[1], ids[2]], (await test.Archive.DueAsync(Noon.AddHours(3), 2)).Select(f => f.Id));
        Assert.Equal(Noon.AddHours(1), await test.Archive.NextDueAsync());
    }

    // Hours ahead, interval and Retry-After in hours, whether the time is to be believed.
    [Theory]
    [InlineData(24, 1, null, true)]
    [InlineData(25, 1, null, false)]
    [InlineData(87_600, 1, null, false)]
    [InlineData(168, 168, null, true)]
    [InlineData(184, 168, null, true)]
    [InlineData(186, 168, null, false)]
    [InlineData(168, 1, 168, true)]
    [InlineData(169, 1, 169, false)]
    [InlineData(100, 1, 99, false)]
    public async Task A_due_time_further_ahead_than_any_rule_sets_is_now(int hours, int interval, int? retryAfter, bool stands)
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var now = Noon.AddMilliseconds(300);
        await WriteAsync(test, id, s => s with
        {
            NextPollAt = now.AddHours(hours),
            Interval = TimeSpan.FromHours(interval),
            RetryAfter = retryAfter is { } wish ? now.AddHours(wish) : null,
        });

        var due = await test.Archive.DueAsync(now, 10);
        Assert.Equal(stands ? 0 : 1, due.Count);
        Assert.Equal(stands, FeedSchedule.DueAt((await test.Archive.StatesAsync([id]))[0], now) > now);
    }

    [Fact]
    public async Task A_due_time_is_never_undercut_by_rounding()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await WriteAsync(test, id, s => s with { NextPollAt = Noon.AddMilliseconds(1), RetryAfter = Noon.AddMilliseconds(1) });

        Assert.Empty(await test.Archive.DueAsync(Noon, 10));
        Assert.True((await test.Archive.StatesAsync([id]))[0].RetryAfter > Noon);
    }

    [Fact]
    public async Task A_state_comes_back_as_it_was_written()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var state = new FeedState
        {
            Id = id,
            Url = Feed("a").Url,
            Validators = new Validators("https://a.example/moved", "W/\"ü\"", "Thu, 01 Jan 1970 00:00:00 GMT"),
            BodyHash = long.MinValue,
            Failures = 3,
            LastPolledAt = Noon,
            LastSuccessAt = Noon.AddHours(-1),
            LastNewAt = Noon.AddHours(-2),
            NextPollAt = Noon.AddHours(5),
            NextPollReason = "back-off after 3 failures",
            Interval = TimeSpan.FromMinutes(15),
            RetryAfter = Noon.AddHours(4),
            LastError = "500 Internal Server Error",
            Gone = true,
        };
        await WriteAsync(test, id, _ => state);

        Assert.Equal(state, Assert.Single(await test.Archive.StatesAsync([id])));
        await using var batch = await test.Archive.BeginAsync();
        Assert.Equal(state, await batch.StateAsync(id));
    }

    [Fact]
    public async Task Nothing_of_a_batch_is_stored_before_it_is_committed()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        var before = test.Dump();
        await using (var batch = await test.Archive.BeginAsync())
        {
            var state = await batch.StateAsync(id);
            await batch.WriteAsync(Answer(id, Noon, Item("one")), [New(Item("one"))], state with { Validators = new Validators("u", "e", null) });
        }

        Assert.Equal(before, test.Dump());
        Assert.Null((await test.Archive.StatesAsync([id]))[0].Validators);
        Assert.Empty(test.Rows("SELECT * FROM fetches"));
        await test.NewAsync(id, Noon, Item("one"));
    }

    [Fact]
    public async Task Whoever_writes_waits_for_the_open_batch()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var batch = await test.Archive.BeginAsync();
        var subscribing = test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon).AsTask();
        var indexing = test.Archive.IndexAsync(10).AsTask();
        Assert.Equal(feed, (await batch.StateAsync(feed)).Id);
        Assert.False(subscribing.IsCompleted);
        Assert.False(indexing.IsCompleted);

        await batch.DisposeAsync();
        Assert.Equal(2, (await subscribing).Count);
        Assert.Equal(0, await indexing);
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_nothing_and_the_next_one_works()
    {
        await using var test = Open();
        var id = await test.FeedAsync("a");
        await test.NewAsync(id, Noon, Item("one"));
        var before = test.Dump();

        var twin = Item("one", text: "Quite another text.", guid: "other");
        await Assert.ThrowsAnyAsync<Exception>(() => test.StoreAsync(Answer(id, Noon, Item("two"), twin), New(Item("two")), New(twin)));

        Assert.Equal(before, test.Dump());
        await test.NewAsync(id, Noon, Item("two"));
    }

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
    public async Task A_look_up_sees_what_the_batch_wrote_before()
    {
        await using var test = Open();
        var feeds = await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon);
        await using var batch = await test.Archive.BeginAsync();
        var state = await batch.StateAsync(feeds[0]);
        await batch.WriteAsync(Answer(feeds[0], Noon, Item("one")), [New(Item("one"))], state);

        var known = await batch.LookUpAsync(feeds[1], [Item("one"), Item("two")]);
        var holder = Assert.Single(Assert.Single(known.Holders).Value);
        Assert.Empty(known.Sightings);
        Assert.Empty(known.SightedHere);
        Assert.Equal((feeds[0], "Title of one", "https://news.example/one", Item("one").TextKey, 12, 1, Noon),
            (holder.OwnerFeedId, holder.Title, holder.Url, holder.TextKey, holder.TextLength, holder.Revision, holder.RevisedAt));
        Assert.Same(holder, known.Articles[holder.Id]);
        Assert.Equal("Text of one.", known.TextOf(holder.Id).Text);
        Assert.Equal(holder.Id, (await batch.LookUpAsync(feeds[0], [Item("one")])).Sightings[Item("one").ItemKey].ArticleId);
        Assert.Contains(holder.Id, (await batch.LookUpAsync(feeds[0], [Item("one")])).SightedHere);
    }

    [Fact]
    public async Task The_same_answer_again_changes_nothing()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var items = new[] { Item("one", published: Noon), Item("two") };
        var ids = await test.NewAsync(feed, Noon, items);
        var before = test.Dump();

        var receipt = await test.StoreAsync(Answer(feed, Noon.AddHours(1), items), [.. items.Zip(ids, (i, id) => new Verdict.Unchanged(ArticleRef.Of(id), i.ItemKey))]);

        Assert.Equal(before, test.Dump());
        Assert.Equal((0, 2, "unchanged"), (receipt.New, receipt.Unchanged, receipt.Outcome));
    }

    [Fact]
    public async Task When_it_was_last_seen_is_written_once_a_day()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one")))[0];
        foreach (var hours in new[] { 23, 24, 47 })
            await test.StoreAsync(Answer(feed, Noon.AddHours(hours), Item("one")), new Verdict.Unchanged(ArticleRef.Of(id), Item("one").ItemKey));

        Assert.Equal(["2026-03-02T12:00:00Z"], test.Rows("SELECT last_seen_at FROM articles"));
        Assert.Equal(["2026-03-02T12:00:00Z"], test.Rows("SELECT last_seen_at FROM sightings"));
        Assert.Equal(["2026-03-01T12:00:00Z|2026-03-02T12:00:00Z"], test.Rows("SELECT first_seen_at, last_seen_at FROM sources"));
    }

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
    public async Task Writers_wait_for_their_turn()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var batch = await test.Archive.BeginAsync();
        var state = await batch.StateAsync(feed);
        await batch.WriteAsync(Answer(feed, Noon, Item("one")), [New(Item("one"))], state);
        var subscribing = Task.Run(async () => await test.Archive.SubscribeAsync([Feed("a"), Feed("b")], Noon));
        var indexing = Task.Run(async () => await test.Archive.IndexAsync(10));

        Assert.Single(await test.Archive.DueAsync(Noon, 10));
        await batch.CommitAsync();
        await batch.DisposeAsync();
        Assert.Equal(2, (await subscribing).Count);
        Assert.Equal(1, await indexing);
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
                Claim("item.published", Noon), new DateClaim("dc.date", new FeedDate("2026-03-01 13:00 +0100", Noon, DatePrecision.Second, TimeSpan.FromHours(1), DateFlags.None)),
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
    public async Task Every_poll_leaves_a_row_with_its_reason()
    {
        await using var test = Open();
        var feed = await test.FeedAsync("a");
        var fetched = Answer(feed, Noon);
        await test.StoreAsync(fetched with { Fetch = new FetchOutcome.NotModified { Status = 304 }, Read = null });
        await test.StoreAsync(fetched with { Fetch = new FetchOutcome.Failed(FailureKind.Timeout, "no answer within 30 s"), Read = null });
        await test.StoreAsync(fetched with { Read = new ReadOutcome.Rejected("feed.html", "this is a web page") { WellFormed = false, Encoding = "utf-8" } });
        await test.StoreAsync(fetched with { SameBody = true, Read = null });
        await test.StoreAsync(Answer(feed, Noon, Item("one"), Item("two")), new Verdict.Dropped("title:ad"), new Verdict.Dropped("title:ad"));

        Assert.Equal(
            [
                "not-modified|304|NULL|0|{}", "timeout|NULL|no answer within 30 s|0|{}", "not-a-feed|200|this is a web page|0|{}", "unchanged|200|NULL|0|{}",
                "unchanged|200|NULL|2|{\"title:ad\":2}",
            ],
            test.Rows("SELECT outcome, status, error, dropped, dropped_by FROM fetches ORDER BY id"));
        Assert.Equal(["120|1234|2026-03-01T13:00:00Z|every"], test.Rows("SELECT DISTINCT duration_ms, max(bytes), next_poll_at, next_poll_reason FROM fetches"));
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

    private static async Task WriteAsync(ArchiveUnderTest test, long id, Func<FeedState, FeedState> next)
    {
        await using var batch = await test.Archive.BeginAsync();
        await batch.WriteAsync(Answer(id, Noon), [], next(await batch.StateAsync(id)));
        await batch.CommitAsync();
    }
}
