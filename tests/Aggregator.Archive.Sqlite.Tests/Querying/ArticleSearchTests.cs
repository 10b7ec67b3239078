using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Querying;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

public sealed class ArticleSearchTests : IDisposable
{
    private readonly TempArchive _temp = new();

    public ArticleSearchTests()
    {
        using var connection = ArchiveConnection.OpenWriter(_temp.Path);
        ArchiveSchema.Migrate(connection);
        connection.Execute("""
            INSERT INTO feed(id, url, own_title, group_name, tags) VALUES
              (1, 'https://example.org/feed.xml', 'Example', 'World', '["news","daily"]'), (2, 'https://example.net/rss', 'Other', 'World/Europe', NULL);
            INSERT INTO source(id, name, domain) VALUES (1, 'Example', 'example.org'), (2, 'Other', 'news.example.net');
            INSERT INTO article(id, feed_id, source_id, dated_at, first_seen_at, last_seen_at, source, source_domain, title, author, url, language) VALUES
              (1, 1, 1, '2023-07-13T00:00:00Z', '2023-07-13T10:00:00Z', '2023-07-13T10:00:00Z', 'Example', 'example.org', 'The council votes', 'Ada', 'https://example.org/1', 'en-GB'),
              (2, 2, 2, '2023-07-12T23:30:00Z', '2023-07-14T10:00:00Z', '2023-07-14T10:00:00Z', 'Other', 'news.example.net', 'Été à la ville', 'Bea', 'https://example.net/2', 'fr'),
              (3, 1, 1, '2023-07-20T00:00:00Z', '2023-07-20T10:00:00Z', '2023-07-20T10:00:00Z', 'Example', 'example.org', 'Council, council, council', 'Ada', 'https://example.org/3', 'en'),
              (4, 1, 1, '2023-07-21T00:00:00Z', '2023-07-21T10:00:00Z', '2023-07-21T10:00:00Z', 'Example', 'example.org', 'Not indexed: council', 'Ada', 'https://example.org/4', 'en');
            INSERT INTO sighting(feed_id, item_key, article_id, content_hash, first_seen_at, last_seen_at) VALUES
              (1, 1, 1, 0, '2023', '2023'), (2, 2, 2, 0, '2023', '2023'), (1, 3, 3, 0, '2023', '2023'), (2, 4, 3, 0, '2023', '2023');
            INSERT INTO article_body(article_id, text) VALUES
              (1, 'A long debate about the budget of the town.'), (2, 'Le conseil vote. The council too.'), (3, 'Nothing of note was said.'), (4, 'x');
            INSERT INTO article_search(rowid, title, subtitle, author, text, grams) SELECT id, title, subtitle, author, text, grams FROM search_text WHERE id < 4;
            UPDATE search_state SET upto = 3;
            """);
    }

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("council", "3 1 2")]
    [InlineData("COUNCIL -nothing", "1 2")]
    [InlineData("title:council", "3 1")]
    [InlineData("ete", "2")]
    [InlineData("\"the council\"", "1 2")]
    [InlineData("coun* deb*", "1")]
    [InlineData("debate OR conseil", "1 2")]
    [InlineData("council author:bea", "2")]
    [InlineData("council source:example.net", "2")]
    [InlineData("council source:EXAMPLE", "3 1")]
    [InlineData("council lang:en", "3 1")]
    [InlineData("council lang:fr", "2")]
    [InlineData("absent", "")]
    public void Words_find_articles_newest_first(string words, string ids) => Assert.Equal(ids, Ids(new() { Words = words }));

    [Theory]
    [InlineData("東京", "12 11 10")]
    [InlineData("title:東京", "12 10")]
    [InlineData("title:京", "12 11 10")]
    [InlineData("text:東京", "11")]
    [InlineData("title:\"東京 タワー\"", "12")]
    [InlineData("title:東京タワー", "12")]
    [InlineData("東京 -title:タワー", "11 10")]
    [InlineData("title:タワー OR text:電車", "12 11")]
    [InlineData("title:タワー OR title:council", "12 4 3 1")]
    [InlineData("title:東京 source:example.net", "")]
    [InlineData("title:สวัสดี", "13")]
    [InlineData("author:山田", "10")]
    [InlineData("title:山田", "")]
    [InlineData("title:100%東京", "")]
    public void A_field_counts_in_scripts_without_spaces_too(string words, string ids)
    {
        using (var connection = ArchiveConnection.OpenWriter(_temp.Path))
        {
            connection.Execute("""
                INSERT INTO article(id, feed_id, source_id, dated_at, first_seen_at, last_seen_at, source, title, author) VALUES
                  (10, 1, 1, '2023-08-01T00:00:00Z', '2023', '2023', 'Example', '昨日東京は晴れ', '山田太郎'), (11, 1, 1, '2023-08-02T00:00:00Z', '2023', '2023', 'Example', '京都の寺', NULL),
                  (12, 1, 1, '2023-08-03T00:00:00Z', '2023', '2023', 'Example', '新しい東京タワーの話', NULL), (13, 1, 1, '2023-08-04T00:00:00Z', '2023', '2023', 'Example', 'เขาพูดสวัสดีครับ', NULL);
                INSERT INTO article_body(article_id, text) VALUES (10, '天気'), (11, '東京から電車で'), (12, NULL), (13, NULL);
                """);
        }

        Assert.True(Aggregator.Archive.Sqlite.Upkeep.ArchiveReindex.CatchUp(_temp.Path, stop: TestContext.Current.CancellationToken) > 0);
        Assert.Equal(ids, Ids(new() { Words = words }));
    }

    [Fact]
    public void Filters_narrow_the_hits()
    {
        Assert.Equal("3 1", Ids(new() { Words = "council", Since = At("2023-07-13T00:00:00Z") }));
        Assert.Equal("1 2", Ids(new() { Words = "council", Until = At("2023-07-20T00:00:00Z") }));
        Assert.Equal("2", Ids(new() { Words = "council", Source = "news.example.net" }));
        Assert.Equal("3 2", Ids(new() { Words = "council", FeedId = 2 }));
        Assert.Equal("3 1 2", Ids(new() { Words = "council", Group = "world" }));
        Assert.Equal("3 2", Ids(new() { Words = "council", Group = "World/Europe" }));
        Assert.Equal("3 1", Ids(new() { Words = "council", Tag = "Daily" }));
        Assert.Equal("1", Ids(new() { Words = "council", Language = "en-gb" }));
        Assert.Equal("3", Ids(new() { Words = "council", Limit = 1 }));
    }

    [Fact]
    public void The_best_match_comes_first_when_asked_for()
    {
        Assert.Equal("3 1 2", Ids(new() { Words = "council", Best = true }));
        Assert.Equal("1 2", Ids(new() { Words = "council", Best = true, Until = At("2023-07-20T00:00:00Z") }));
    }

    [Fact]
    public void Hits_are_marked_in_title_and_snippet()
    {
        var hit = Assert.Single(Find(new() { Words = "budget votes" }).Hits);
        Assert.Equal(("The council \u0002votes\u0003", "A long debate about the \u0002budget\u0003 of the town."), (hit.Title, hit.Snippet));
    }

    [Fact]
    public void The_number_of_matches_is_told()
    {
        Assert.Equal(3, Find(new() { Words = "council", Limit = 1 }).Total);
        Assert.Null(Find(new() { Words = "council", Limit = 1, Best = true }).Total);
    }

    [Fact]
    public void What_is_not_indexed_is_counted()
    {
        using var door = Open();
        Assert.Equal(1, door.NotIndexed());
    }

    [Theory]
    [InlineData("&&", "there is no word in '&&' to look for; words have letters or digits")]
    [InlineData("-council", "a search needs a word to find; -word only takes away from what others find")]
    public void Nothing_to_find_is_said(string words, string reason)
    {
        using var door = Open();
        var outcome = new ArticleSearch(door, new()).Find(new() { Words = words }, TestContext.Current.CancellationToken);
        Assert.Equal(reason, Assert.IsType<SearchOutcome.NothingToFind>(outcome).Reason);
    }

    private string Ids(SearchRequest request) => string.Join(' ', Find(request).Hits.Select(h => h.Id));

    private SearchOutcome.Found Find(SearchRequest request)
    {
        using var door = Open();
        return Assert.IsType<SearchOutcome.Found>(new ArticleSearch(door, new()).Find(request, TestContext.Current.CancellationToken));
    }

    private SqlDoor Open() => Assert.IsType<DoorOpening.Opened>(SqlDoor.Open(_temp.Path, TimeProvider.System)).Door;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
