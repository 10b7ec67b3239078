using Aggregator.Lists;
using Aggregator.Pipeline.Subscribing;
using Aggregator.TestKit;

namespace Aggregator.Tests.Lists;

public sealed class ListFilesTests : IDisposable
{
    private const string Empty = "{ \"feeds\": [] }";
    private readonly TempFolder _folder = new();

    private string Write(string name, string text) => _folder.Write(name, text);

    private static FeedList Load(string path) => ListFiles.Load(path, new ListSettings());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_lists_and_nothing_else()
    {
        Write("feeds.json", "{ \"feeds\": [\"https://example.org/json\"] }");
        Write("b.feeds.txt", "https://example.org/b");
        Write("a.feeds.txt", "https://example.org/a");
        Write("notes.txt", "no feed list");
        Write("other.json", "{");
        Write("sub/c.feeds.txt", "https://example.org/c");
        var list = Load(_folder.Root);
        Assert.Empty(list.Problems);
        Assert.Equal(["https://example.org/json", "https://example.org/a", "https://example.org/b"], list.Feeds.Select(f => f.Url));
    }

    [Theory]
    [InlineData("mine.txt", "https://example.org/a")]
    [InlineData("mine.json", "{ \"feeds\": [\"https://example.org/a\"] }")]
    public void A_file_may_have_any_name_of_its_kind(string name, string text) => Assert.Single(Load(Write(name, text)).Feeds);

    [Fact]
    public void What_is_missing_is_named()
    {
        var problem = Assert.Single(Load(Path.Combine(_folder.Root, "nowhere")).Problems);
        Assert.True(problem.IsError);
        Assert.Contains("no such file or folder", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("nowhere", problem.File, StringComparison.Ordinal);
        Assert.Contains("holds no feed list", Assert.Single(Load(_folder.Root).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_nowhere_is_an_error_and_not_a_shorter_list()
    {
        Write("a.feeds.txt", "https://example.org/a");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "feeds.json"), Path.Combine(_folder.Root, "gone.json"));
        var list = Load(_folder.Root);
        Assert.True(list.HasErrors);
        Assert.Empty(list.Feeds);
    }

    [Fact]
    public void Local_feeds_lie_in_the_folder_of_the_list_however_it_was_named()
    {
        Write("feeds.json", "{ \"feeds\": [ { \"file\": \"x.xml\" } ] }");
        var expected = Path.Combine(Path.GetFullPath(_folder.Root), "x.xml");
        Assert.Equal(expected, Assert.Single(Load(_folder.Root).Feeds).FilePath);
        Assert.Equal(expected, Assert.Single(Load(Path.Combine(_folder.Root, "feeds.json")).Feeds).FilePath);
    }

    [Fact]
    public void The_stamp_changes_with_every_change_and_only_then()
    {
        var path = Write("feeds.json", Empty);
        var first = ListFiles.Stamp(_folder.Root);
        Assert.Equal(first, ListFiles.Stamp(_folder.Root));

        File.WriteAllText(path, Empty + " ");
        var longer = ListFiles.Stamp(_folder.Root);
        Assert.NotEqual(first, longer);

        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var older = ListFiles.Stamp(_folder.Root);
        Assert.NotEqual(longer, older);

        Write("x.opml", "");
        Assert.NotEqual(older, ListFiles.Stamp(_folder.Root));
        File.Delete(Path.Combine(_folder.Root, "x.opml"));
        Assert.Equal(older, ListFiles.Stamp(_folder.Root));

        File.Delete(path);
        Assert.NotEqual(older, ListFiles.Stamp(_folder.Root));
    }

    [Fact]
    public void The_stamp_follows_a_link_that_is_turned()
    {
        var link = Path.Combine(_folder.Root, "feeds.json");
        File.CreateSymbolicLink(link, Write("versions/1.json", Empty));
        var one = ListFiles.Stamp(_folder.Root);
        File.Delete(link);
        File.CreateSymbolicLink(link, Write("versions/2.json", Empty));
        Assert.NotEqual(one, ListFiles.Stamp(_folder.Root));
    }

    [Fact]
    public void The_stamp_follows_a_folder_that_is_turned_to_files_of_the_same_size_and_time()
    {
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var version in new[] { "1", "2" }) File.SetLastWriteTimeUtc(Write($"{version}/feeds.json", Empty), time);
        var link = Path.Combine(_folder.Root, "current");
        Directory.CreateSymbolicLink(link, "1");
        var one = ListFiles.Stamp(link);
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, "2");
        Assert.NotEqual(one, ListFiles.Stamp(link));
    }
}
