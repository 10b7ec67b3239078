using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Tests.Normalizing;

namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>Whose text an article has, what is a revision, and what is only seen.</summary>
public sealed class OwnershipTests
{
    private const string Url = "https://example.org/a";
    private static readonly DateTimeOffset _at = new(2023, 7, 13, 8, 0, 0, TimeSpan.Zero);
    private readonly ArchiveModel _archive = new();

    private static FeedItem Item(string title = "Title of it", string content = "<p>One two three.</p>", string url = Url, string id = "1") => Items.Item(id, url, title, null, content);

    private static FeedItem Dated(DateTimeOffset at, string raw = "x") => Item() with { Dates = [Items.Claim("item.published", raw, at)] };

    [Fact]
    public void The_owners_change_is_a_revision_with_the_columns_that_differ()
    {
        _archive.Poll(1, Item() with { Summary = Items.Html("Short."), Dates = [Items.Claim("item.published", "x", _at)] });
        var changed = Item("Title of this", "<p>One two four.</p>") with { Summary = Items.Html("Shorter."), Authors = [new FeedPerson("Anna", null, null)], Dates = [Items.Claim("item.published", "x", _at.AddHours(1))] };
        var revised = Assert.IsType<Verdict.Revised>(Assert.Single(_archive.Poll(1, changed)));
        Assert.Equal(["title", "author", "published_at", "summary", "text", "html"], revised.Changed);
        Assert.Equal(_at, _archive.Articles.Single().PublishedAt);
        Assert.IsType<Verdict.Unchanged>(Assert.Single(_archive.Poll(1, changed)));
    }

    [Fact]
    public void The_same_instant_spelled_otherwise_is_no_change()
    {
        _archive.Poll(1, Dated(_at, "2023-07-13T08:00:00Z"));
        Assert.IsType<Verdict.Unchanged>(Assert.Single(_archive.Poll(1, Dated(_at.ToOffset(TimeSpan.FromHours(2)), "2023-07-13T10:00:00+02:00"))));
    }

    [Fact]
    public void What_no_revision_records_is_stored_without_one()
    {
        _archive.Poll(1, Item());
        var revised = Assert.IsType<Verdict.Revised>(Assert.Single(_archive.Poll(1, Item() with { Categories = [new FeedCategory("news", null, null)] })));
        Assert.Empty(revised.Changed);
    }

    [Fact]
    public void Another_feeds_words_change_nothing()
    {
        _archive.Poll(1, Item());
        var seen = Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(2, Item("Title of it, really", "<p>One two five.</p>"))));
        Assert.False(seen.TakesOver);
        Assert.False(Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(2, Item("Title of it", "<p>" + Prose.Words(1, 200) + "</p>")))).TakesOver);
        Assert.Equal("Title of it", _archive.Articles.Single().Article.Title);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void A_further_feeds_first_sighting_takes_over_with_a_text_half_as_long_again(int length, bool takes)
    {
        _archive.Poll(1, Item(content: new string('a', 20)));
        Assert.Equal(takes, Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(2, Item(content: new string('a', length))))).TakesOver);
        Assert.Equal(takes ? 2 : 1, _archive.Articles.Single().Owner);
    }

    [Fact]
    public void The_former_owner_is_then_a_feed_like_others()
    {
        _archive.Poll(1, Item());
        _archive.Poll(2, Item(content: Prose.Paragraphs(1, 3)));
        Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(1, Item(content: Prose.Paragraphs(1, 30)))));
        Assert.IsType<Verdict.Revised>(Assert.Single(_archive.Poll(2, Item(content: Prose.Paragraphs(1, 4)))));
    }

    [Fact]
    public void A_text_takes_over_from_none()
    {
        _archive.Poll(1, Items.Item("1", Url, "Title of it"));
        Assert.True(Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(2, Item()))).TakesOver);
        Assert.False(Assert.IsType<Verdict.SeenAgain>(Assert.Single(_archive.Poll(3, Items.Item("1", Url, "Title of it")))).TakesOver);
    }

    [Fact]
    public void A_cut_item_revises_nothing_and_the_whole_one_does()
    {
        _archive.Poll(1, Item(content: "<p>One two</p>") with { Complete = false });
        Assert.IsType<Verdict.Revised>(Assert.Single(_archive.Poll(1, Item())));
        Assert.IsType<Verdict.Unchanged>(Assert.Single(_archive.Poll(1, Item(content: "<p>One</p>") with { Complete = false })));
        Assert.Equal("One two three.", _archive.Articles.Single().Article.Text);
    }

    [Fact]
    public void A_cut_item_without_guid_and_address_waits_for_the_whole_answer()
    {
        Assert.IsType<Verdict.Dropped>(Assert.Single(_archive.Poll(1, Items.Item(title: "Title of it") with { Complete = false })));
        Assert.IsType<Verdict.New>(Assert.Single(_archive.Poll(1, Item())));
    }

    [Fact]
    public void A_second_listing_speaks_only_when_the_first_is_gone()
    {
        var (full, brief) = (Item(content: Prose.Paragraphs(1, 3)), Item(content: Prose.Words(100, 20), url: Url + "?utm_source=x"));
        _archive.Poll(1, full);
        Assert.Collection(_archive.Poll(1, full, brief), v => Assert.IsType<Verdict.Unchanged>(v), v => Assert.IsType<Verdict.SeenAgain>(v));
        Assert.Empty(_archive.Articles.Single().Changes);
        Assert.IsType<Verdict.Revised>(Assert.Single(_archive.Poll(1, brief with { Title = Items.Html("Title of it, later") })));
    }

    [Fact]
    public void Texts_are_asked_for_only_when_short_knowledge_cannot_decide()
    {
        _archive.Poll(1, Item());
        _archive.Poll(1, Item());
        _archive.Poll(2, Item());
        _archive.Poll(1, Item(id: "2"));
        Assert.Equal(0, _archive.TextsAsked - 1); // the new listing in the owner feed is compared for changes
    }
}
