using System.Globalization;

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
    public (IReadOnlyList<PassFeed> Feeds, IReadOnlyList<string> Problems) From(IReadOnlyList<PassFeed> list)
    {
        var problems = new List<string>();
        var named = Names.Count == 0 ? null : new HashSet<long>();
        foreach (var name in Names)
            if (Find(name, list, problems) is { } feed) named!.Add(feed.Id);

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

    private static PassFeed? Find(string name, IReadOnlyList<PassFeed> list, List<string> problems)
    {
        var found = list.Where(f => f.Subscription.Url == name).ToList();
        if (found.Count == 0 && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) found = list.Where(f => f.Id == id).ToList();
        if (found.Count == 0) found = list.Where(f => IsPart(name, f.Subscription.Url) || IsPart(name, f.Subscription.Title)).ToList();
        if (found is [{ Subscription.Enabled: true } one]) return one;

        problems.Add(found switch
        {
            [] => $"no feed of the list is '{name}'; 'feeds list' shows them.",
            [var off] => $"the feed {off.Subscription.Url} is disabled ({off.Subscription.Place ?? "enabled: false"}).",
            _ => $"'{name}' is part of {found.Count.ToString(CultureInfo.InvariantCulture)} feeds, such as {found[0].Subscription.Url} and {found[1].Subscription.Url}; say more of it.",
        });
        return null;
    }

    private static bool IsPart(string name, string? whole) => whole?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    // A group is meant with the folders inside it.
    private static bool IsIn(PassFeed feed, string group) =>
        feed.Subscription.Group is { } own
        && (own.Equals(group, StringComparison.OrdinalIgnoreCase) || own.StartsWith($"{group}/", StringComparison.OrdinalIgnoreCase));

    private static bool Has(PassFeed feed, string tag) => feed.Subscription.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
}
