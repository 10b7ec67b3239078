using Aggregator.Feeds;
using Aggregator.Pipeline.Deduplicating;
using Aggregator.Pipeline.Tests.Normalizing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Deduplicating;

/// <summary>Small worlds of guids, addresses and words that collide all the time.</summary>
public sealed class DeciderProperties
{
    private static readonly Gen<FeedItem> _item = Gen.Select(
        Gen.OneOf<string?>(null, "1", "2", "http://example.org/?p=1", "https://example.org/?p=1"),
        Gen.OneOf<string?>(null, "https://example.org/", "https://example.org/a", "http://www.example.org/a/?utm_source=x", "https://example.org/a?ref=x", "https://example.org/b", "https://example.org/b?ref=y"),
        Gen.OneOf<string?>(null, "One two three four", "One two three five", "Six seven eight nine", "Updated"),
        Gen.OneOf<string?>(null, "Short.", Prose.Paragraphs(1, 2), Prose.Paragraphs(1, 4), Prose.Paragraphs(2, 3)),
        Gen.Bool,
        (id, url, title, content, hasDate) => Items.Item(id, url, title, null, content) with { Dates = hasDate ? [Items.Claim("item.published", "x", Items.FetchedAt)] : [] });

    private static readonly Gen<(long Feed, FeedItem[] Items)> _answer = Gen.Select(Gen.Long[1, 3], _item.Array[1, 6]);

    [Fact]
    public void The_same_answer_again_changes_nothing() => _answer.Array[1, 5].Sample(answers =>
    {
        var archive = new ArchiveModel();
        foreach (var (feed, items) in answers)
        {
            archive.Poll(feed, items);
            Assert.All(archive.Poll(feed, items), v => Assert.IsType<Verdict.Unchanged>(v));
        }
    }, iter: 1000);

    [Fact]
    public void No_item_is_lost_and_no_key_is_held_twice_without_evidence() => _answer.Array[1, 5].Sample(answers =>
    {
        var archive = new ArchiveModel(); // asserts the rest
        foreach (var (feed, items) in answers)
        {
            archive.Poll(feed, items);
            var articles = Items.Normalize(Items.Feed(items), feedId: feed);
            Assert.All(articles, a => Assert.True(archive.Sightings.ContainsKey((feed, a.ItemKey))));
        }
    }, iter: 1000);

    [Fact]
    public void Which_articles_there_are_does_not_depend_on_the_order_of_items() =>
        Gen.Select(_answer.Array[0, 3], _answer, Gen.Int).Sample((before, answer, seed) =>
        {
            Assert.Equal(Partition(answer.Items), Partition([.. Gen.Shuffle(answer.Items).Generate(new PCG((uint)seed), null, out _)]));

            // Which sightings are one article, by what was given.
            string Partition(FeedItem[] items)
            {
                var archive = new ArchiveModel();
                foreach (var (feed, earlier) in before) archive.Poll(feed, earlier);
                archive.Poll(answer.Feed, items);
                return string.Join('\n', archive.Sightings.GroupBy(s => s.Value.ArticleId)
                    .Select(g => string.Join(',', g.Select(s => $"{s.Key.Feed}/{s.Key.Item}").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
            }
        }, iter: 1000);
}
