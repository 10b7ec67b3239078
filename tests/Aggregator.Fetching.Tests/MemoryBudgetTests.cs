using Aggregator.Fetching.Bodies;
using CsCheck;

namespace Aggregator.Fetching.Tests;

public class MemoryBudgetTests
{
    [Fact]
    public async Task The_first_quarter_megabyte_of_a_body_is_free()
    {
        var budget = new MemoryBudget(1);
        var lease = new MemoryLease(budget);
        await lease.GrowAsync(MemoryLease.Free, CancellationToken.None);
        Assert.Equal(0, budget.Held);
        lease.Shrink(MemoryLease.Free);
    }

    [Fact]
    public async Task A_body_waits_for_room_and_gets_it()
    {
        var budget = new MemoryBudget(100);
        var (first, second) = (Full(budget), Full(budget));
        await first.GrowAsync(80, CancellationToken.None);
        var waiting = second.GrowAsync(50, CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);
        first.Shrink(80);
        await waiting.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal(50, budget.Held);
    }

    [Fact]
    public async Task Waiting_ends_with_the_fetch()
    {
        var budget = new MemoryBudget(100);
        var (first, second) = (Full(budget), Full(budget));
        await first.GrowAsync(80, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = second.GrowAsync(50, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Shrink(80);
        Assert.Equal(0, budget.Held);
        await second.GrowAsync(100, CancellationToken.None);
        Assert.Equal(100, budget.Held);
    }

    [Fact]
    public async Task When_everybody_waits_the_first_gets_through()
    {
        var budget = new MemoryBudget(100);
        var (first, second) = (Full(budget), Full(budget));
        await first.GrowAsync(50, CancellationToken.None);
        await second.GrowAsync(50, CancellationToken.None);
        var firstMore = first.GrowAsync(30, CancellationToken.None).AsTask();
        Assert.False(firstMore.IsCompleted);
        var secondMore = second.GrowAsync(30, CancellationToken.None).AsTask();
        await firstMore.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.False(secondMore.IsCompleted);
        first.Shrink(80);
        await secondMore.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        second.Shrink(80);
        Assert.Equal(0, budget.Held);
    }

    [Fact]
    public void Whatever_grows_ends_and_the_books_close_at_zero() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 60].Array[1, 12].Array[1, 12]).Sample((limit, bodies) =>
        {
            var budget = new MemoryBudget(limit);
            var all = bodies.Select(async steps =>
            {
                var lease = Full(budget);
                foreach (var step in steps)
                {
                    await lease.GrowAsync(step, CancellationToken.None);
                    await Task.Yield();
                }

                lease.Shrink(steps.Sum());
            });
#pragma warning disable xUnit1031 // A property is a synchronous function; nothing here needs this thread.
            Assert.True(Task.WhenAll(all).Wait(TimeSpan.FromSeconds(20)), "somebody waits for ever");
#pragma warning restore xUnit1031
            Assert.Equal(0, budget.Held);
        }, iter: 300);

    // A lease whose free part is used up, so that every byte counts.
    private static MemoryLease Full(MemoryBudget budget)
    {
        var lease = new MemoryLease(budget);
        Assert.True(lease.GrowAsync(MemoryLease.Free, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        return lease;
    }
}
