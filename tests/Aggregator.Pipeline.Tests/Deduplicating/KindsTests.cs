using Aggregator.Feeds;
using Aggregator.Pipeline.Tests.Normalizing;

namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>The kinds of duplicates and look-alikes that keys can tell: a first item, then a second one in the same feed or in another.</summary>
public sealed class KindsTests
{
    private const string Url = "https://example.org/2023/07/story";
    private static readonly string _title = Prose.Title(1);
    private static readonly string _body = Prose.Paragraphs(1, 6);
    private static readonly FeedItem _first = Items.Item("g1", Url, _title, null, _body);

    private static FeedItem Other(string? id = "g1", string? url = Url, string? title = null, string? content = null, bool titleless = false, bool textless = false) =>
        Items.Item(id, url, titleless ? null : title ?? _title, null, textless ? null : content ?? _body);

    // second item, the feed it comes in (the first is in feed 1), is it the same article
    private static readonly Dictionary<string, (FeedItem Second, long Feed, bool Same)> _kinds = new()
    {
        ["resent, same guid"] = (Other(), 1, true),
        ["resent, new guid"] = (Other("g2"), 1, true),
        ["resent, without its guid"] = (Other(id: null), 1, true),
        ["new guid, new text under the same title"] = (Other("g2", content: Prose.Paragraphs(2, 6)), 1, true),
        ["new guid, edited headline"] = (Other("g2", title: Prose.Title(2)), 1, true),
        ["new guid, another text on the same page"] = (Other("g2", title: Prose.Title(2), content: Prose.Paragraphs(2, 6)), 1, false),
        ["new guid, today's report from the same template"] = (Other("g2", title: Prose.Title(2), content: Prose.Paragraphs(1, 3) + Prose.Paragraphs(2, 3)), 1, false),
        ["new guid, titles only"] = (Other("g2", title: Prose.Title(2), textless: true), 1, false),
        ["edited headline, same guid and address"] = (Other(title: Prose.Title(2)), 1, true),
        ["all new words, same guid and address"] = (Other(title: Prose.Title(2), content: Prose.Paragraphs(2, 6)), 1, true),
        ["same guid, moved address"] = (Other(url: "https://example.org/moved"), 1, true),
        ["same guid, moved address, edited headline"] = (Other(url: "https://example.org/moved", title: Prose.Title(2)), 1, true),
        ["same guid, moved address, other text"] = (Other(url: "https://example.org/moved", content: Prose.Paragraphs(2, 6)), 1, true),
        ["same guid, moved address, other headline, no text"] = (Other(url: "https://example.org/moved", title: Prose.Title(2), textless: true), 1, true),
        ["guid collision: other address, title, text"] = (Other(url: "https://example.org/2", title: Prose.Title(2), content: Prose.Paragraphs(2, 6)), 1, false),
        ["guid collision without titles"] = (Other(url: "https://example.org/2", titleless: true, content: Prose.Paragraphs(2, 6)), 1, false),
        ["guid collision, half a title shared by chance"] =
            (Other(url: "https://example.org/2", title: string.Join(' ', _title.Split(' ')[..4]) + " una duo tre", content: Prose.Paragraphs(2, 6)), 1, false),
        ["guid collision across feeds"] = (Other(url: "https://example.net/2", title: Prose.Title(2), content: Prose.Paragraphs(2, 6)), 2, false),
        ["guid collision across feeds, same words"] = (Other(url: "https://example.net/2"), 2, false),
        ["tracking parameters, full text"] = (Other("h1", Url + "?utm_source=rss&fbclid=x"), 2, true),
        ["tracking parameters, summary"] = (Other("h1", Url + "?utm_source=rss", content: Prose.Words(100, 30)), 2, true),
        ["tracking parameters, title only"] = (Other("h1", Url + "?utm_source=rss", textless: true), 2, true),
        ["other spelling of the address"] = (Other("h1", "http://www.example.org/2023/07/story/"), 2, true),
        ["another feed's headline"] = (Other("h1", title: Prose.Title(2)), 2, true),
        ["a paragraph added"] = (Other("h1", title: Prose.Title(2), content: Prose.Paragraphs(2, 1) + _body), 2, true),
        ["truncated under another headline"] = (Other("h1", title: Prose.Title(2), content: Prose.Paragraphs(1, 1)), 2, true),
        ["no titles"] = (Other("h1", titleless: true, textless: true), 2, true),
        ["another feed comments on the page in its own words"] = (Other("h1", title: Prose.Title(2), content: Prose.Paragraphs(2, 6)), 2, false),
        ["another feed's headline alone"] = (Other("h1", title: Prose.Title(2), textless: true), 2, false),
        ["second tier, same title"] = (Other("h1", Url + "?ref=rss", content: Prose.Paragraphs(2, 6)), 2, true),
        ["second tier, same text"] = (Other("h1", Url + "?ref=rss", title: Prose.Title(2)), 2, true),
        ["second tier, half a title"] = (Other("h1", Url + "?ref=rss", title: string.Join(' ', _title.Split(' ')[..4]) + " una duo tre", content: Prose.Paragraphs(2, 6)), 2, false),
        ["second tier in one feed"] = (Other("g2", Url + "?ref=rss"), 1, true),
        ["second tier, no words"] = (Other("h1", Url + "?ref=rss", titleless: true, textless: true), 2, false),
        ["query id"] = (Other("g2", Url + "?id=2"), 1, false),
        ["query id in another feed"] = (Other("h1", Url + "?p=2"), 2, false),
        ["same headline at another address"] = (Other("g2", "https://example.org/2"), 1, false),
        ["a copy by another outlet"] = (Other("h1", "https://example.net/story"), 2, false),
        ["the home page as address"] = (Items.Item("g2", "https://example.org/", _title, null, _body), 1, false),
    };

    public static TheoryData<string> Kinds() => [.. _kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_second_item_is_or_is_not_the_first(string kind)
    {
        var (second, feed, same) = _kinds[kind];
        var archive = new ArchiveModel();
        archive.Poll(1, _first);
        archive.Poll(feed, second);
        Assert.Equal(same ? 1 : 2, archive.Articles.Count);
        Assert.Equal(feed == 1 && second.Id == "g1" && second.Url == Url ? 1 : 2, archive.Sightings.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Once_decided_it_stays_so(string kind)
    {
        var (second, feed, _) = _kinds[kind];
        var archive = new ArchiveModel();
        archive.Poll(1, _first);
        archive.Poll(feed, second);
        var (articles, sightings, keys) = (archive.Articles.Count, archive.Sightings.Count, archive.Identity.Count);
        archive.Poll(feed, second);
        if (feed == 2 || second.Id != "g1" || second.Url != Url) archive.Poll(1, _first);
        Assert.Equal((articles, sightings, keys), (archive.Articles.Count, archive.Sightings.Count, archive.Identity.Count));
    }
}
