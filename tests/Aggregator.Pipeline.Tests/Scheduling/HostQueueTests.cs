using Aggregator.Pipeline.Scheduling;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Scheduling;

public class HostQueueTests
{
    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static string Take(HostQueue<string> queue, double at) => queue.TryTake(At(at), out _, out var item) ? item : "-";

    private static HostQueue<string> Queue(int perHost, double spacing, params string[] items)
    {
        var queue = new HostQueue<string>(perHost, At(spacing));
        foreach (var item in items) queue.Add(item[..1], item, At(0));
        return queue;
    }

    [Fact]
    public void One_at_a_time_and_a_pause_after_its_end()
    {
        var queue = Queue(1, 1, "a1", "a2");
        Assert.Equal(("a1", "-"), (Take(queue, 0), Take(queue, 100)));
        Assert.Null(queue.NextAt);
        queue.Release("a", At(100));
        Assert.Equal(At(101), queue.NextAt);
        Assert.Equal(("-", "a2"), (Take(queue, 100.999), Take(queue, 101)));
    }

    [Fact]
    public void Another_host_goes_first_while_one_is_busy()
    {
        var queue = Queue(1, 1, "a1", "a2", "a3", "b1");
        Assert.Equal(["a1", "b1", "-"], [Take(queue, 0), Take(queue, 0), Take(queue, 0)]);
        Assert.Equal(2, queue.Waiting);
    }

    [Fact]
    public void Several_at_once_keep_their_distance_too()
    {
        var queue = Queue(2, 1, "a1", "a2", "a3");
        Assert.Equal(["a1", "-", "a2", "-"], [Take(queue, 0), Take(queue, 0.5), Take(queue, 1), Take(queue, 2)]);
        queue.Release("a", At(5));
        Assert.Equal(["-", "a3"], [Take(queue, 5.5), Take(queue, 6)]);
    }

    [Fact]
    public void Without_spacing_the_next_follows_at_once()
    {
        var queue = Queue(1, 0, "a1", "a2");
        Take(queue, 0);
        queue.Release("a", At(0));
        Assert.Equal("a2", Take(queue, 0));
    }

    [Fact]
    public void The_pause_holds_for_a_feed_that_comes_later()
    {
        var queue = Queue(1, 1, "a1");
        Take(queue, 0);
        queue.Release("a", At(2));
        queue.Forget(At(2.5));
        queue.Add("A", "a2", At(2.5));
        Assert.Equal(("-", "a2"), (Take(queue, 2.9), Take(queue, 3)));
    }

    [Fact]
    public void What_waits_for_a_host_may_be_taken_back()
    {
        var queue = Queue(1, 1, "a1", "a2", "a3", "b1");
        Take(queue, 0);
        Assert.Equal(["a3"], queue.Withdraw("A", item => item == "a3"));
        Assert.Equal(2, queue.Waiting);
        queue.Release("a", At(1));
        Assert.Equal(["a2"], queue.Withdraw("a", _ => true));
        Assert.Equal(["b1", "-"], [Take(queue, 1), Take(queue, 60)]);
        Assert.Empty(queue.Withdraw("nobody", _ => true));
        queue.Add("a", "a4", At(60));
        Assert.Equal("a4", Take(queue, 60));
    }

    [Fact]
    public void Hosts_that_are_free_and_idle_are_forgotten()
    {
        var queue = Queue(1, 1, "a1", "b1", "b2");
        Take(queue, 0);
        Take(queue, 0);
        queue.Release("a", At(0));
        queue.Release("b", At(0));
        queue.Forget(At(0.5));
        Assert.Equal(2, queue.Hosts);
        queue.Forget(At(1));
        Assert.Equal(1, queue.Hosts);
    }

    // Random feeds over few hosts, each request lasting a random time: limit and spacing hold at every instant, each item is taken once,
    // first come first served within its host.
    [Fact]
    public void Limit_and_spacing_hold_whatever_comes()
    {
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[0, 4].Array[1, 40], Gen.Int[0, 5].Array[40]).Sample((perHost, spacing, hosts, durations) =>
        {
            var queue = new HostQueue<int>(perHost, At(spacing));
            for (var i = 0; i < hosts.Length; i++) queue.Add($"h{hosts[i]}", i, At(0));
            var (running, last, order) = (new List<(string Host, int Until)>(), new Dictionary<string, int>(), new List<int>());
            for (var second = 0; order.Count < hosts.Length || running.Count > 0; second++)
            {
                Assert.True(second < 1000, "nothing moves any more");
                foreach (var ended in running.Where(r => r.Until <= second).ToList())
                {
                    running.Remove(ended);
                    queue.Release(ended.Host, At(second));
                    last[ended.Host] = second;
                }

                while (queue.TryTake(At(second), out var host, out var item))
                {
                    Assert.Equal($"h{hosts[item]}", host);
                    Assert.True(running.Count(r => r.Host == host) < perHost);
                    Assert.True(!last.TryGetValue(host, out var ended) || second - ended >= spacing);
                    if (perHost > 1) last[host] = second;
                    order.Add(item);
                    running.Add((host, second + durations[item]));
                }
            }

            Assert.Equal(0, queue.Waiting);
            foreach (var host in order.GroupBy(i => hosts[i])) Assert.Equal(host.Order(), host);
        });
    }
}
