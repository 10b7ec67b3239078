using System.Threading.Channels;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Pipeline.Tests.Polling;

public class AnswerWriterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryArchive _archive = new();
    private readonly List<Receipt> _receipts = [];

    private async Task RunAsync(PollSettings settings, Answer[] answers, bool stopped = false)
    {
        var channel = Channel.CreateUnbounded<Answer>();
        foreach (var answer in answers) channel.Writer.TryWrite(answer);
        channel.Writer.Complete();
        var writer = new AnswerWriter(Feeds.Poll(new InstantFetcher(), _time), _archive, settings, _time, (_, receipt) => _receipts.Add(receipt));
        await Task.Run(() => writer.Run(channel.Reader, new CancellationToken(stopped)));
    }

    private static Answer[] Answers(int count, int articles = 0) => [.. Enumerable.Range(1, count).Select(id => Feeds.Answer(id, articles))];

    [Fact]
    public async Task What_waits_is_committed_together_up_to_the_limit_of_articles()
    {
        await RunAsync(new PollSettings { BatchArticles = 300 }, Answers(7, articles: 100));
        Assert.Equal([[1, 2, 3], [4, 5, 6], [7]], _archive.Commits);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _receipts.Select(r => r.FeedId));
    }

    [Fact]
    public async Task An_answer_larger_than_the_limit_is_still_one_commit()
    {
        await RunAsync(new PollSettings { BatchArticles = 300 }, [Feeds.Answer(1, 5000), Feeds.Answer(2, 1)]);
        Assert.Equal([[1], [2]], _archive.Commits);
    }

    [Fact]
    public async Task One_answer_that_fails_takes_no_other_with_it_and_becomes_its_feeds_failure()
    {
        _archive.OnWrite = answer =>
        {
            if (answer.FeedId == 2 && answer.Failure is null) throw new InvalidOperationException("a fault of ours");
        };
        await RunAsync(new PollSettings(), Answers(3));
        Assert.Equal([[1], [2], [3]], _archive.Commits);
        Assert.Equal([false, true, false], _receipts.OrderBy(r => r.FeedId).Select(r => r.Failed));
        Assert.Equal(1, _archive.States[2].Failures);
        Assert.Contains("a fault of ours", _archive.States[2].LastError, StringComparison.Ordinal);
        Assert.Equal(0, _archive.States[1].Failures);
    }

    [Fact]
    public async Task When_the_archive_takes_nothing_everyone_is_told_and_nothing_is_stored()
    {
        _archive.OnWrite = _ => throw new ArchiveUnavailableException("the disk is full");
        await RunAsync(new PollSettings(), Answers(3));
        Assert.Empty(_archive.Commits);
        Assert.Equal([1L, 2, 3], _receipts.Select(r => r.FeedId));
        Assert.All(_receipts, r => Assert.Equal(("not-stored", "the disk is full"), (r.Outcome, r.Error)));
    }

    [Fact]
    public async Task A_commit_that_fails_is_tried_answer_by_answer()
    {
        var commits = 0;
        _archive.OnCommit = () => ++commits == 1 ? throw new ArchiveUnavailableException("the disk is full") : Task.CompletedTask;
        await RunAsync(new PollSettings(), Answers(3));
        Assert.Equal([[1], [2], [3]], _archive.Commits);
        Assert.All(_receipts, r => Assert.False(r.Failed));
    }

    [Fact]
    public async Task An_archive_that_takes_nothing_is_not_tried_for_every_answer()
    {
        var commits = 0;
        _archive.OnCommit = () => ++commits > 0 ? throw new ArchiveUnavailableException("another program holds the lock") : Task.CompletedTask;
        await RunAsync(new PollSettings(), Answers(5));
        Assert.Equal(2, commits); // All five, and the first of them alone.
        Assert.Equal([1L, 2, 3, 4, 5], _receipts.Select(r => r.FeedId));
        Assert.All(_receipts, r => Assert.Equal(("not-stored", "another program holds the lock"), (r.Outcome, r.Error)));
    }

    [Fact]
    public async Task When_no_answer_waits_everything_is_indexed_in_slices()
    {
        _archive.Unindexed = 4500;
        await RunAsync(new PollSettings { IdleSlice = 2000 }, Answers(1));
        Assert.Equal([2000, 2000, 2000, 2000], _archive.Slices);
        Assert.Equal(0, _archive.Unindexed);
    }

    [Fact]
    public async Task While_answers_wait_a_small_slice_is_indexed_now_and_then()
    {
        _archive.OnCommit = () =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };
        await RunAsync(new PollSettings { BatchArticles = 1, BusySlice = 500, IdleSlice = 2000, BusySliceEvery = TimeSpan.FromSeconds(2) }, Answers(6, articles: 1));
        Assert.Equal([500, 500, 500, 2000], [.. _archive.Slices]);
    }

    [Fact]
    public async Task Nothing_is_indexed_when_it_is_not_wanted()
    {
        await RunAsync(new PollSettings { Index = false, BusySliceEvery = TimeSpan.Zero }, Answers(3));
        Assert.Empty(_archive.Slices);
    }

    [Fact]
    public async Task A_stop_stores_what_came_and_does_not_wait_for_the_index()
    {
        _archive.Unindexed = 100_000;
        await RunAsync(new PollSettings(), Answers(3), stopped: true);
        Assert.Equal(3, _archive.States.Count);
        Assert.Empty(_archive.Slices);
    }
}
