using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Normalizing;
using Aggregator.Pipeline.Tests.Normalizing;

namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>Items of one answer among each other.</summary>
public sealed class AnswerTests
{
    private const string Url = "https://example.org/a";
    private readonly ArchiveModel _archive = new();

    private static FeedItem Item(int number, string? id = null, string? url = null) => Items.Item(id, url, Prose.Title(number), null, Prose.Paragraphs(number, 2));

    [Fact]
    public void One_item_listed_twice_is_one_article()
    {
        var verdicts = _archive.Poll(1, Item(1, "1", Url), Item(1, "1", Url), Item(1, "2", Url), Item(1, "3", Url + "?utm_source=x"), Item(1, null, Url + "?ref=x"));
        Assert.Single(verdicts.OfType<Verdict.New>());
        Assert.Equal(4, _archive.Sightings.Count);
        Assert.All(_archive.Identity.Keys, k => Assert.Equal(0, k.Ordinal));
    }

    [Fact]
    public void The_longest_listing_makes_the_article_wherever_it_stands()
    {
        var brief = Items.Item("1", Url, Prose.Title(1), null, Prose.Words(100, 15));
        var verdicts = _archive.Poll(1, brief, Item(1, "2", Url));
        Assert.Equal(ArticleRef.OfItem(1), Assert.IsType<Verdict.SeenAgain>(verdicts[0]).Target);
        Assert.IsType<Verdict.New>(verdicts[1]);
    }

    [Fact]
    public void Two_texts_at_one_address_are_two_articles_with_the_evidence()
    {
        _archive.Poll(1, Item(1, "1", Url), Item(2, "2", Url));
        Assert.Equal(2, _archive.Articles.Count);
        var second = Assert.Single(_archive.Identity, i => i.Key.Ordinal == 1);
        Assert.Equal(IdentityKind.Url, second.Key.Key.Kind);
        Assert.Equal("one answer held both, with other titles or texts", second.Value.Evidence);
    }

    [Fact]
    public void Reports_under_one_title_and_address_that_differ_in_a_number_stay_apart()
    {
        FeedItem Report(string id, int number) => Items.Item(id, Url, "Earthquake report", null, $"{Prose.Words(1, 30)} magnitude {number} {Prose.Words(2, 30)}");
        _archive.Poll(1, Report("1", 4), Report("2", 5));
        Assert.Equal(2, _archive.Articles.Count);
    }

    [Fact]
    public void An_address_of_three_items_is_no_key()
    {
        _archive.Poll(1, Item(1, "1", Url), Item(2, "2", Url), Item(3, "3", Url));
        Assert.Equal(3, _archive.Articles.Count);
        Assert.All(_archive.Identity.Keys, k => Assert.Equal(IdentityKind.Guid, k.Key.Kind));
    }

    [Fact]
    public void A_page_that_shows_a_new_text_every_day_keeps_few_keys()
    {
        for (var day = 1; day <= 10; day++) _archive.Poll(1, Item(day, $"{day}", Url));
        Assert.Equal(10, _archive.Articles.Count);
        Assert.Equal(2, _archive.Identity.Keys.Count(k => k.Key.Kind == IdentityKind.Url));
    }

    [Fact]
    public void One_guid_for_all_items_loses_none()
    {
        var items = Enumerable.Range(1, 5).Select(n => Item(n, "0", $"{Url}{n}")).ToArray();
        _archive.Poll(1, items);
        Assert.Equal(5, _archive.Articles.Count);
        _archive.Poll(1, [Item(6, "0", $"{Url}6"), .. items[..4]]);
        Assert.Equal(6, _archive.Articles.Count);
    }

    [Fact]
    public void One_guid_and_address_for_all_items_loses_none()
    {
        var items = Enumerable.Range(1, 5).Select(n => Item(n, "0", Url)).ToArray();
        _archive.Poll(1, items);
        Assert.Equal(5, _archive.Articles.Count);
        Assert.All(_archive.Poll(1, items), v => Assert.IsType<Verdict.Unchanged>(v));
        _archive.Poll(1, [Item(6, "0", Url), .. items[..4]]);
        Assert.Equal(6, _archive.Articles.Count);
    }

    [Fact]
    public void Items_without_guid_and_address_are_known_by_their_words()
    {
        _archive.Poll(1, Item(1), Item(2), Item(1), Item(3, url: "https://example.org/"));
        Assert.Equal(3, _archive.Articles.Count);
        Assert.Empty(_archive.Identity);
        Assert.All(_archive.Poll(1, Item(3), Item(1)), v => Assert.IsType<Verdict.Unchanged>(v));
    }

    [Fact]
    public void An_address_that_a_second_item_comes_to_share_keeps_its_article()
    {
        _archive.Poll(1, Item(1, url: Url));
        _archive.Poll(1, Item(2, url: Url), Item(1, url: Url));
        Assert.Equal(2, _archive.Articles.Count);
        _archive.Poll(1, Item(2, url: Url));
        _archive.Poll(1, Item(1, url: Url));
        Assert.Equal(2, _archive.Articles.Count);
    }

    [Fact]
    public void Two_items_of_one_answer_are_not_both_the_known_article()
    {
        _archive.Poll(1, Items.Item("1", Url, "Release 1.2.3 of the program", null, "Fixes."));
        _archive.Poll(2, Items.Item("a", Url, "Release 1.2.4 of the program", null, "More."), Items.Item("b", Url, "Release 1.2.3 of the program", null, "Fixes."));
        Assert.Equal(2, _archive.Articles.Count);
        Assert.Equal(1, _archive.Sightings.Values.Single(s => s.Item.Guid == "b").ArticleId);
    }

    [Theory]
    [InlineData("http://example.org/?p={0}", "https://example.org/?p={0}")]
    [InlineData("{0}", "tag:example.org,2023:{0}")]
    public void New_guids_for_all_items_make_no_new_articles(string before, string after)
    {
        FeedItem[] Feed(string guid) => [.. Enumerable.Range(1, 30).Select(n => Item(n, string.Format(null, guid, n), $"{Url}{n}"))];
        _archive.Poll(1, Feed(before));
        _archive.Poll(1, Feed(after));
        Assert.Equal((30, 60), (_archive.Articles.Count, _archive.Sightings.Count));
        Assert.All(_archive.Articles, a => Assert.Empty(a.Changes));
        Assert.All(_archive.Poll(1, Feed(after)), v => Assert.IsType<Verdict.Unchanged>(v));
    }

    [Fact]
    public void A_site_that_moves_to_https_keeps_its_articles()
    {
        FeedItem[] Feed(string site) => [.. Enumerable.Range(1, 30).Select(n => Item(n, $"{site}/{n}", $"{site}/{n}"))];
        _archive.Poll(1, Feed("http://www.example.org"));
        _archive.Poll(1, Feed("https://example.org"));
        Assert.Equal(30, _archive.Articles.Count);
    }

    [Fact]
    public void Thousands_of_likes_are_decided_quickly()
    {
        var items = Enumerable.Range(0, 4000).Select(n => Items.Item($"{n}", Url, "Untitled", null, Prose.Words(n, 20))).ToArray();
        _archive.Poll(1, items);
        Assert.Equal(4000, _archive.Articles.Count);
    }
}
