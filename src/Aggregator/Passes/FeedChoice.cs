using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Passes;

/// <summary>
/// Decides which feeds of the list are meant. Takes the list and the words of the command line; gives the feeds in list order, or what is
/// wrong with the words.
/// </summary>
/// <param name="Names">FEED arguments: an address, an id, or a unique part of address or title.</param>
/// <param name="Groups"><c>--group</c>: a group or one of its folders.</param>
/// <param name="Tags"><c>--tag</c>: any of them.</param>
internal sealed record FeedChoice(IReadOnlyList<string> Names, IReadOnlyList<string> Groups, IReadOnlyList<string> Tags)
{
    /// <param name="list">The feeds of the list.</param>
    /// <param name="titles">Titles that the archive knows, by id: those of the feeds themselves.</param>
    public (IReadOnlyList<PassFeed> Feeds, IReadOnlyList<string> Problems) From(IReadOnlyList<PassFeed> list, IReadOnlyDictionary<long, string> titles)
    {
        var problems = new List<string>();
        var names = list.Select(f => new NamedFeed(f.Id, f.Subscription.Url, f.Subscription.Title ?? titles.GetValueOrDefault(f.Id))).ToList();
        var named = Names.Count == 0 ? null : new HashSet<long>();
        foreach (var name in Names)
            if (Find(name, list, names, problems) is { } feed) named!.Add(feed.Id);

        foreach (var group in Groups)
            if (!list.Any(f => IsIn(f, group))) problems.Add($"no feed of the list is in a group '{group}'.");
        foreach (var tag in Tags)
            if (!list.Any(f => Has(f, tag))) problems.Add($"no feed of the list has the tag '{tag}'.");

        return problems.Count > 0
            ? ([], problems)
            : (list.Where(f => f.Subscription.Enabled
                && (named?.Contains(f.Id) ?? true)
                && (Groups.Count == 0 || Groups.Any(g => IsIn(f, g)))
                && (Tags.Count == 0 || Tags.Any(t => Has(f, t)))).ToList(), []);
    }

    private static PassFeed? Find(string name, IReadOnlyList<PassFeed> list, List<NamedFeed> names, List<string> problems)
    {
        var (index, problem) = FeedNames.Find(name, names);
        if (index is { } found && list[found] is { Subscription.Enabled: true } feed) return feed;

        problems.Add(problem is not null
            ? $"{problem}; 'feeds list' shows them."
            : $"the feed {list[index!.Value].Subscription.Url} is disabled ({list[index.Value].Subscription.Place ?? "enabled: false"}).");
        return null;
    }

    // A group is meant with the folders inside it.
    private static bool IsIn(PassFeed feed, string group) =>
        feed.Subscription.Group is { } own
        && (own.Equals(group, StringComparison.OrdinalIgnoreCase) || own.StartsWith($"{group}/", StringComparison.OrdinalIgnoreCase));

    private static bool Has(PassFeed feed, string tag) => feed.Subscription.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
}
