using System.Collections.Frozen;
using Aggregator.Archive.Sqlite;
using Aggregator.Lists;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>
/// The feed list that the service polls by. Takes the list's files as they change; swaps the whole list or, when the new one has errors, keeps
/// the old one and says so once; never applies half of one.
/// </summary>
/// <param name="path">The list's file or folder.</param>
/// <param name="settings">What the settings give to every feed.</param>
/// <param name="archive">Where the list is made known.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where problems are told.</param>
internal sealed class ListInEffect(string path, ListSettings settings, SqliteArchive archive, TimeProvider time, ILogger<ListInEffect> log)
{
    private const int ProblemsTold = 50;
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);
    private FrozenDictionary<long, Subscription> _feeds = FrozenDictionary<long, Subscription>.Empty;
    private string _stamp = "";

    /// <summary>The feeds by their id in the archive.</summary>
    public IReadOnlyDictionary<long, Subscription> Feeds => _feeds;

    /// <summary>Takes a list that was loaded before the service began; the last good one when it has errors.</summary>
    /// <param name="list">The list.</param>
    /// <param name="stamp">The stamp of its files from before they were read.</param>
    /// <returns>False when there is none to begin with.</returns>
    public async Task<bool> BeginAsync(FeedList list, string stamp)
    {
        Tell(list);
        _stamp = stamp;
        if (!list.HasErrors)
        {
            await SubscribeAsync(list.Feeds);
            return true;
        }

        if (await KeptList.LoadAsync(archive) is not { } kept) return false;
        await SubscribeAsync(kept.Feeds);
        ListLog.LastGood(log, path, kept.Since, kept.Feeds.Count);
        return true;
    }

    /// <summary>Looks whether the files changed, and takes the new list if it is good.</summary>
    public async Task RefreshAsync()
    {
        // Taken before reading: a change during the reading is noticed the next time.
        var stamp = ListFiles.Stamp(path);
        if (stamp == _stamp) return;

        // Whoever writes may not be done, and half a text list reads like a shorter one: the next tick looks again.
        await Task.Delay(Settling, time);
        var list = ListFiles.Load(path, settings);
        if (ListFiles.Stamp(path) != stamp) return;
        Tell(list);
        if (list.HasErrors)
        {
            ListLog.Refused(log, path, list.Problems.Count(p => p.IsError), _feeds.Count);
            _stamp = stamp;
            return;
        }

        var before = _feeds;
        try
        {
            await SubscribeAsync(list.Feeds);
        }
        catch (ArchiveUnavailableException trouble)
        {
            ListLog.NotStored(log, trouble.Message);
            return; // The stamp stays old, so the next tick tries again.
        }

        _stamp = stamp;
        ListLog.Changed(log, _feeds.Count, _feeds.Keys.Count(id => !before.ContainsKey(id)), before.Keys.Count(id => !_feeds.ContainsKey(id)));
    }

    // Up to a bound: 'feeds check' shows all.
    private void Tell(FeedList list)
    {
        foreach (var problem in list.Problems.Take(ProblemsTold)) ListLog.Problem(log, problem.ToString());
        if (list.Problems.Count > ProblemsTold) ListLog.Problem(log, $"and {list.Problems.Count - ProblemsTold} more; 'feeds check' shows all of them");
    }

    private async Task SubscribeAsync(IReadOnlyList<Subscription> feeds)
    {
        var now = time.GetUtcNow();
        var ids = await archive.SubscribeAsync(feeds, now);
        await KeptList.KeepAsync(archive, feeds, now);
        _feeds = feeds.Select((feed, i) => KeyValuePair.Create(ids[i], feed)).ToFrozenDictionary();
    }
}
