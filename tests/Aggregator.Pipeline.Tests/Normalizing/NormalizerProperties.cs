using Aggregator.Feeds;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Normalizing;

public sealed class NormalizerProperties
{
    private static readonly Gen<string?> _text = Gen.OneOf(
        Gen.OneOf(
            "", " ", "<p>", "</p>", "<br>", "&amp;", "&lt;b&gt;", "&amp;amp;#39;", "\r\n", "\n\n\n", "\u00AD", "e\u0301", "\ud83d\ude00", "\ud800", "\0", "word ", "<!--", "https://example.org/a",
            "?ref=1", "東京", "\u2028", "\u00A0", "<", ">", "&", "Ω"),
        Gen.String[0, 4]).Array[0, 8].Select(parts => parts.Length == 0 ? null : string.Concat(parts));

    private static readonly Gen<FeedText?> _feedText = Gen.Select(_text, Gen.Enum<TextKind>(), (value, kind) => value is null ? null : new FeedText(value, kind));

    private static readonly Gen<FeedItem> _item = Gen.Select(_text, _text, _feedText, _feedText, _feedText, (id, url, title, summary, content) => new FeedItem
    {
        Id = id,
        Url = url,
        Title = title,
        Summary = summary,
        Content = content,
        Language = id,
        Complete = id is null,
        Authors = [new FeedPerson(url, id, null)],
        Categories = [new FeedCategory(id ?? "", url, null)],
        Source = id is null ? null : Items.Source(url, id),
    });

    [Fact]
    public void Any_item_becomes_one_article_of_storable_text() => _item.Array[0, 5].Sample(items =>
    {
        var articles = Items.Normalize(Items.Feed(items));
        Assert.Equal(items.Length, articles.Count);
        foreach (var article in articles)
            foreach (var text in new[] { article.Title, article.Author, article.Summary, article.Text, article.Source })
            {
                if (text is null) continue;
                Assert.True(text.IsNormalized());
                Assert.DoesNotContain('\r', text);
                Assert.DoesNotContain('\0', text);
                Assert.Equal(text.Trim(), text);
                Assert.NotEmpty(text);
            }
    }, iter: 3000);

    [Fact]
    public void Normal_text_stays_as_it_is() => _item.Sample(item =>
    {
        var once = Items.Normalize(item);
        var again = Items.Normalize(new FeedItem { Title = Plain(once.Title), Content = Plain(once.Text) });
        Assert.Equal((once.Text, once.TextKey, once.WordCount), (again.Text, again.TextKey, again.WordCount));

        static FeedText? Plain(string? text) => text is null ? null : new FeedText(text, TextKind.Text);
    }, iter: 3000);

    [Fact]
    public void The_same_feed_gives_the_same_articles() => _item.Array[1, 4].Sample(items =>
    {
        var (one, other) = (Items.Normalize(Items.Feed(items)), Items.Normalize(Items.Feed(items)));
        Assert.Equal(one.Select(a => (a.ItemKey, a.ContentHash, a.TextKey)), other.Select(a => (a.ItemKey, a.ContentHash, a.TextKey)));
    }, iter: 500);
}
