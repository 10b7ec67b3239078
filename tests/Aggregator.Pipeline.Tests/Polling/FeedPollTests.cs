using System.Text;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Pipeline.Tests.Polling;

public class FeedPollTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Rss = Encoding.UTF8.GetBytes("""
        <rss version="2.0"><channel><title>T</title><item><title>One</title><link>/1</link></item></channel></rss>
        """);

    private readonly FakeTimeProvider _time = new(Now);

    private sealed class Owner : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }

    private async Task<Answer> AskAsync(DueFeed due, FetchOutcome outcome) =>
        await Feeds.Poll(new InstantFetcher(_ => outcome), _time).AskAsync(due, () => Task.CompletedTask, TestContext.Current.CancellationToken);

    private static FetchOutcome.Fetched Body(IDisposable? owner = null) => new() { Url = "https://example.org/1", Body = Rss, Status = 200, Owner = owner };

    [Fact]
    public async Task The_request_carries_what_state_and_list_say()
    {
        var network = new InstantFetcher();
        var validators = new Validators("https://example.org/1", "\"x\"", null);
        var due = new DueFeed(
            new FeedState { Id = 1, Url = "https://example.org/1", Validators = validators },
            new Subscription { Url = "https://example.org/1", Timeout = TimeSpan.FromSeconds(7), MaxBytes = 99, AllowPrivateNetwork = true });
        await Feeds.Poll(network, _time).AskAsync(due, () => Task.CompletedTask, TestContext.Current.CancellationToken);
        await Feeds.Poll(network, _time).AskAsync(due with { Unconditional = true }, () => Task.CompletedTask, TestContext.Current.CancellationToken);
        var expected = new FetchRequest { Url = "https://example.org/1", Validators = validators, Timeout = TimeSpan.FromSeconds(7), MaxBytes = 99, AllowPrivateNetwork = true };
        Assert.Equal([expected, expected with { Validators = null }], network.Requests);
    }

    [Theory]
    [InlineData("https://a.example/", "http://b.example/", "; a redirect leads from https to http (http://b.example/)")]
    [InlineData("http://a.example/", "https://b.example/", "")]
    [InlineData("https://a.example/", "https://b.example/", "")]
    public async Task A_redirect_that_leaves_https_stands_with_the_reason_of_the_next_poll(string first, string then, string told)
    {
        var archive = new MemoryArchive();
        var poll = Feeds.Poll(new InstantFetcher(_ => Body() with { Hops = [new RedirectHop(first, 302), new RedirectHop(then, 200)] }), _time);
        var answer = await poll.AskAsync(Feeds.Due(1), () => Task.CompletedTask, TestContext.Current.CancellationToken);

        await using var batch = await archive.BeginAsync();
        await poll.StoreAsync(answer, batch);
        await batch.CommitAsync();

        var reason = archive.States[1].NextPollReason!;
        Assert.EndsWith(told, reason, StringComparison.Ordinal);
        Assert.Equal(told.Length > 0, reason.Contains("https to http", StringComparison.Ordinal));
        Assert.False(reason.StartsWith(';'), reason);
    }

    [Fact]
    public async Task A_local_feed_is_asked_of_the_disk_by_its_path()
    {
        var (network, files) = (new InstantFetcher(), new InstantFetcher());
        var due = new DueFeed(new FeedState { Id = 1, Url = "file:x.xml" }, new Subscription { Url = "file:x.xml", FilePath = "/lists/x.xml" });
        await Feeds.Poll(network, _time, files).AskAsync(due, () => Task.CompletedTask, TestContext.Current.CancellationToken);
        Assert.Empty(network.Requests);
        Assert.Equal("/lists/x.xml", Assert.Single(files.Requests).Url);
    }

    [Fact]
    public async Task The_body_is_given_back_and_its_hash_kept()
    {
        var owner = new Owner();
        var answer = await AskAsync(Feeds.Due(1), Body(owner));
        Assert.True(owner.Disposed);
        Assert.NotNull(answer.BodyHash);
        Assert.False(answer.SameBody);
        Assert.NotNull(answer.Read);
        Assert.Equal(Now, answer.StartedAt);
    }

    [Fact]
    public async Task Equal_bytes_are_not_read_again_unless_asked_for()
    {
        var hash = (await AskAsync(Feeds.Due(1), Body())).BodyHash;
        var known = Feeds.Due(1, state: new FeedState { Id = 1, Url = "https://example.org/1", BodyHash = hash });
        var again = await AskAsync(known, Body());
        Assert.True(again.SameBody);
        Assert.Equal(hash, again.BodyHash);
        Assert.Null(again.Read);

        var forced = await AskAsync(known with { Unconditional = true }, Body());
        Assert.False(forced.SameBody);
        Assert.NotNull(forced.Read);
    }

    [Fact]
    public async Task A_failure_is_an_answer_without_a_body()
    {
        var answer = await AskAsync(Feeds.Due(1), new FetchOutcome.Failed(FailureKind.Timeout, "no answer in 30 s"));
        Assert.Equal(FailureKind.Timeout, answer.Failure!.Kind);
        Assert.Equal((null, null), (answer.BodyHash, answer.Read));
        Assert.Empty(answer.Articles);
    }

    [Fact]
    public async Task Storing_gives_the_archive_the_state_that_the_schedule_decides()
    {
        var archive = new MemoryArchive();
        var answer = await AskAsync(Feeds.Due(1), new FetchOutcome.Failed(FailureKind.Timeout, "no answer in 30 s"));
        await using (var batch = await archive.BeginAsync())
        {
            var receipt = await Feeds.Poll(new InstantFetcher(), _time).StoreAsync(answer, batch);
            Assert.Equal("timeout", receipt.Outcome);
            Assert.Empty(archive.States);
            await batch.CommitAsync();
        }

        Assert.Equal((1, Now, "no answer in 30 s"), (archive.States[1].Failures, archive.States[1].LastPolledAt, archive.States[1].LastError));
    }
}
