using Aggregator.Feeds;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class ArticleKeysTests
{
    private static IEnumerable<IdentityKind> Kinds(Article article) => article.Keys.Select(k => k.Kind);

    [Fact]
    public void Hashes_are_the_ones_that_archives_hold()
    {
        // These values are stored in archives: when this fails, a migration is needed and not a new value here.
        var article = Items.Normalize(Items.Item("tag:1", "https://example.org/a?ref=rss", "Title", null, "<p>One two.</p>"));
        Assert.Equal(
            [
                new(IdentityKind.Guid, 1191875181059739038), new(IdentityKind.Url, -8893200534951309541),
                new(IdentityKind.LooseUrl, 8895966744333063684), new(IdentityKind.Url, 8895966744333063684),
            ],
            article.Keys);
        Assert.Equal((-381107502001246914, -890994193823663129, 7153201171286699085), (article.ItemKey, article.ContentHash, article.TextKey));
    }

    [Fact]
    public void A_plain_address_is_its_own_loose_key()
    {
        var (plain, tagged) = (Items.Normalize(Items.Item(url: "https://example.org/a")), Items.Normalize(Items.Item(url: "https://example.org/a?ref=x")));
        Assert.Equal([IdentityKind.Url, IdentityKind.LooseUrl], Kinds(plain));
        Assert.Equal([IdentityKind.Url, IdentityKind.LooseUrl, IdentityKind.Url], Kinds(tagged));
        Assert.Equal(plain.Keys, tagged.Keys.Skip(1).Reverse());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("https://www.example.org/index.html?utm_source=rss")]
    [InlineData("https://other.example/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("/relative")]
    public void An_address_that_names_no_article_is_no_key(string url)
    {
        Assert.Empty(Items.Normalize(Items.Item(url: url)).Keys);
        Assert.Equal([IdentityKind.Guid], Kinds(Items.Normalize(Items.Item("1", url))));
    }

    [Fact]
    public void The_page_the_feed_is_about_is_no_key() =>
        Assert.Empty(Items.Normalize(Items.Feed(Items.Item(url: "https://example.org/blog/")) with { Link = "https://example.org/blog" }).Single().Keys);

    [Fact]
    public void A_guid_counts_inside_its_feed()
    {
        var feed = Items.Feed(Items.Item("1"));
        Assert.NotEqual(Items.Normalize(feed, feedId: 1).Single().Keys, Items.Normalize(feed, feedId: 2).Single().Keys);
    }

    [Fact]
    public void A_guid_that_moves_to_https_is_the_same_and_its_sighting_is_another()
    {
        var (http, https) = (Items.Normalize(Items.Item("http://example.org/?p=1")), Items.Normalize(Items.Item("https://example.org/?p=1")));
        Assert.Equal(http.Keys, https.Keys);
        Assert.NotEqual(http.ItemKey, https.ItemKey);
    }

    [Fact]
    public void An_item_without_guid_and_address_is_known_by_its_words()
    {
        var (one, same, other) = (Items.Normalize(Items.Item(title: "T", content: "x")), Items.Normalize(Items.Item(url: "https://example.org/", title: "T", content: "x")), Items.Normalize(Items.Item(title: "T", content: "y")));
        Assert.Equal(one.ItemKey, same.ItemKey);
        Assert.NotEqual(one.ItemKey, other.ItemKey);
    }

    [Fact]
    public void Likes_in_one_answer_are_told_apart_by_their_words()
    {
        var articles = Items.Normalize(Items.Feed(Items.Item("0", title: "A"), Items.Item("0", title: "B"), Items.Item("0", title: "B"), Items.Item("1", title: "A")));
        Assert.NotEqual(articles[0].ItemKey, articles[1].ItemKey);
        Assert.Equal(articles[1].ItemKey, articles[2].ItemKey);
        Assert.Equal(Items.Normalize(Items.Item("1", title: "A")).ItemKey, articles[3].ItemKey);
    }

    [Fact]
    public void Every_field_is_in_the_content_hash()
    {
        var at = new DateTimeOffset(2023, 7, 13, 8, 0, 0, TimeSpan.Zero);
        var item = Items.Item("1", "https://example.org/a", "T", "S", "<p>x</p>") with { Dates = [Items.Claim("item.published", "x", at)] };
        FeedItem[] changed =
        [
            item with { Title = Items.Html("U") }, item with { Summary = Items.Html("Z") }, item with { Content = Items.Html("<p>y</p>") }, item with { Content = Items.Html("<b>x</b>") },
            item with { Authors = [new FeedPerson("Anna", null, null)] }, item with { Dates = [Items.Claim("item.published", "x", at.AddSeconds(1))] },
            item with { Dates = [Items.Claim("item.published", "x", at, DatePrecision.Day)] }, item with { Updated = new FeedDate("x", at, DatePrecision.Second, null, DateFlags.None) },
            item with { Categories = [new FeedCategory("c", null, null)] }, item with { Enclosures = [new FeedEnclosure("https://example.org/a.mp3", null, null)] },
            item with { ImageUrl = "https://example.org/a.png" }, item with { Language = "de" },
        ];
        var hashes = changed.Prepend(item).Select(i => Items.Normalize(i).ContentHash).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void The_same_instant_spelled_otherwise_is_the_same_content()
    {
        var at = new DateTimeOffset(2023, 7, 13, 8, 0, 0, TimeSpan.Zero);
        var one = Items.Item("1") with { Dates = [Items.Claim("item.published", "2023-07-13T08:00:00Z", at)] };
        var other = Items.Item("1") with { Dates = [Items.Claim("item.published", "Thu, 13 Jul 2023 10:00:00 +0200", at, offset: TimeSpan.FromHours(2))] };
        Assert.Equal(Items.Normalize(one).ContentHash, Items.Normalize(other).ContentHash);
    }
}
