using System.Text;
using Aggregator.Lists;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit;

namespace Aggregator.Tests.Lists;

public sealed class LocalFileFetcherTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly string _lists;

    public LocalFileFetcherTests()
    {
        _lists = Path.Combine(_temp.Root, "lists");
        Directory.CreateDirectory(Path.Combine(_lists, "sample"));
        File.WriteAllText(Path.Combine(_lists, "sample", "x.xml"), "<rss/>");
        File.WriteAllText(Path.Combine(_temp.Root, "secret.xml"), "<secret/>");
        Directory.CreateDirectory(Path.Combine(_temp.Root, "lists-other"));
        File.WriteAllText(Path.Combine(_temp.Root, "lists-other", "x.xml"), "<secret/>");
    }

    public void Dispose() => _temp.Dispose();

    private async Task<FetchOutcome> FetchAsync(string path, long? maxBytes = null) =>
        await new LocalFileFetcher(_lists, 1000).FetchAsync(new FetchRequest { Url = Path.Combine(_lists, path), MaxBytes = maxBytes }, TestContext.Current.CancellationToken);

    private async Task RefusedAsync(string path, string says, FailureKind kind = FailureKind.FileNotReadable, long? maxBytes = null)
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(path, maxBytes));
        Assert.Equal(kind, failed.Kind);
        Assert.Contains(says, failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_below_the_folder_is_read()
    {
        using var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("sample/x.xml"));
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal(6, fetched.WireBytes);
        Assert.Null(fetched.Status);
        Assert.Null(fetched.Validators);
    }

    [Fact]
    public async Task What_is_no_file_is_refused()
    {
        await RefusedAsync("sample/none.xml", "no such file");
        await RefusedAsync("sample", "is a folder");
        File.WriteAllText(Path.Combine(_lists, "empty.xml"), "");
        await RefusedAsync("empty.xml", "empty");
    }

    [Theory]
    [InlineData("../secret.xml")]
    [InlineData("sample/../../secret.xml")]
    [InlineData("../lists-other/x.xml")]
    public Task What_lies_outside_is_refused(string path) => RefusedAsync(path, "outside the folder");

    [Fact]
    public async Task Links_must_not_lead_outside()
    {
        File.CreateSymbolicLink(Path.Combine(_lists, "inside.xml"), Path.Combine(_lists, "sample", "x.xml"));
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("inside.xml"));

        File.CreateSymbolicLink(Path.Combine(_lists, "link.xml"), Path.Combine(_temp.Root, "secret.xml"));
        await RefusedAsync("link.xml", "outside the folder");
        File.CreateSymbolicLink(Path.Combine(_lists, "relative.xml"), "../secret.xml");
        await RefusedAsync("relative.xml", "outside the folder");
        Directory.CreateSymbolicLink(Path.Combine(_lists, "folder"), Path.Combine(_temp.Root, "lists-other"));
        await RefusedAsync("folder/x.xml", "outside the folder");
        File.CreateSymbolicLink(Path.Combine(_lists, "chain.xml"), Path.Combine(_lists, "link.xml"));
        await RefusedAsync("chain.xml", "outside the folder");
    }

    [Fact]
    public async Task Links_in_a_circle_and_to_nowhere_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_lists, "a.xml"), Path.Combine(_lists, "b.xml"));
        File.CreateSymbolicLink(Path.Combine(_lists, "b.xml"), Path.Combine(_lists, "a.xml"));
        await RefusedAsync("a.xml", "cannot be read");
        Directory.CreateSymbolicLink(Path.Combine(_lists, "c"), "d/c");
        Directory.CreateSymbolicLink(Path.Combine(_lists, "d"), "c/d");
        await RefusedAsync("c/x.xml", "cannot be read");
        File.CreateSymbolicLink(Path.Combine(_lists, "gone.xml"), Path.Combine(_lists, "none.xml"));
        await RefusedAsync("gone.xml", "no such file");
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link()
    {
        var link = Path.Combine(_temp.Root, "link");
        Directory.CreateSymbolicLink(link, _lists);
        var fetcher = new LocalFileFetcher(link, 1000);
        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest { Url = Path.Combine(link, "sample", "x.xml") }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_read()
    {
        await RefusedAsync("sample/x.xml", "more than the limit of 5B", FailureKind.TooLarge, maxBytes: 5);
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("sample/x.xml", maxBytes: 6));
    }
}
