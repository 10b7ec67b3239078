using System.Text;
using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Indexing;
using Aggregator.Archive.Sqlite.Querying;
using static Aggregator.Archive.Contract.Make;

namespace Aggregator.Archive.Sqlite.Tests.Indexing;

public sealed class GramsTests
{
    [Theory]
    [InlineData("plain words, l'été, Ω and 😀", null)]
    [InlineData("東京都", "東京 京都 都")]
    [InlineData("新しいiPhone発売", "新し しい い iPhone 発売 売")]
    [InlineData("前 middle 後", "前 後")]
    [InlineData("東京、大阪。", "東京 京 大阪 阪")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    public void Runs_give_their_pairs_and_their_last_letter(string text, string? grams)
    {
        Assert.Equal(grams, Grams.ForIndex(text));
        if (grams is not null) Assert.True(Grams.MayHave(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("京都", "東京都知事選の結果", true)]
    [InlineData("知", "東京都知事選の結果", true)]
    [InlineData("果", "東京都知事選の結果", true)]
    [InlineData("都京", "東京都知事選の結果", false)]
    [InlineData("京知", "東京都知事選の結果", false)]
    [InlineData("iphone", "新しいiPhone発売", true)]
    [InlineData("iPhone発", "新しいiPhone発売", true)]
    [InlineData("น้ำมัน", "ราคาน้ำมันวันนี้", true)]
    [InlineData("서울", "서울에서 열린 행사", true)]
    [InlineData("東京 結果", "東京都知事選の結果", true)]
    [InlineData("東京 大阪", "東京都知事選の結果", false)]
    [InlineData("-京都 結果", "東京都知事選の結果", false)]
    public async Task A_word_inside_a_run_is_found(string words, string text, bool isFound)
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        await test.NewAsync(await test.FeedAsync("a"), Noon, Item("one", text: text), Item("two", text: "Something else."));
        await test.Archive.IndexAsync(10);

        var expression = SearchExpression.Of(SearchWords.Read(words).Terms)!;
        var rows = test.Rows($"SELECT rowid FROM article_search('{expression.Replace("'", "''", StringComparison.Ordinal)}')");
        Assert.Equal(isFound ? ["1"] : [], rows);
    }

    [Fact]
    public async Task Grams_of_a_replaced_text_are_forgotten()
    {
        await using var test = new SqliteFeedArchiveTests.OnDisk();
        var feed = await test.FeedAsync("a");
        var id = (await test.NewAsync(feed, Noon, Item("one", text: "東京都知事")))[0];
        await test.Archive.IndexAsync(10);
        await test.StoreAsync(Answer(feed, Noon, Item("one")), Revised(id, Item("one", text: "大阪府"), "text"));
        await test.Archive.IndexAsync(10);

        Assert.Empty(test.Rows("SELECT rowid FROM article_search('grams : 京都')"));
        Assert.Equal(["1"], test.Rows("SELECT rowid FROM article_search('grams : 阪府')"));
    }
}
