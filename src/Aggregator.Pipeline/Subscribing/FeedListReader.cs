namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Makes the text of the feed lists into subscriptions.
/// Takes the bytes of every list file; gives the feeds in list order and every problem with file, line and key; never opens a file, never throws
/// for any input, and never gives half a list: an error leaves no feeds.
/// </summary>
public static class FeedListReader
{
    /// <summary>A larger file is refused; 100,000 feeds with every key fit several times.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <param name="files">The files of one folder, or one file.</param>
    /// <param name="settings">What the settings give to every feed.</param>
    public static FeedList Read(IReadOnlyList<ListFile> files, ListSettings settings)
    {
        var readings = files.Select(file => new ListReading(file)).OrderBy(r => r.Kind).ToList();
        var json = readings.Where(r => r.Kind == ListKind.Json).ToList();
        var outer = new ListOptions { Every = new PollEvery(settings.Every) };
        var defaults = json.Aggregate(outer, (sum, r) => r.Part.Defaults.Over(sum));
        var groups = json.SelectMany(r => r.Part.Groups).DistinctBy(g => g.Key).ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);

        var feeds = new List<Subscription>();
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reading in readings)
            foreach (var entry in reading.Part.Entries)
            {
                var place = $"{reading.File.Name}:{entry.Line}";
                if (!first.TryAdd(FeedUrl.Key(entry.Url), place))
                    reading.Problems.Warning(entry.Line, entry.Key, $"{entry.Url} stands already at {first[FeedUrl.Key(entry.Url)]}, which counts; this entry is left out");
                else feeds.Add(Subscribe(entry, defaults, groups, reading.Kind, place));
            }

        List<ConfigProblem> problems = [.. readings.SelectMany(r => r.Problems.All)];
        return new FeedList(problems.Any(p => p.IsError) ? [] : feeds, problems);
    }

    private static Subscription Subscribe(
        ListEntry entry, ListOptions defaults, Dictionary<string, ListOptions> groups, ListKind kind, string place)
    {
        var options = entry.Options.Over(entry.Group is not null && groups.TryGetValue(entry.Group, out var group) ? group.Over(defaults) : defaults);
        var trusted = kind == ListKind.Json;
        return new Subscription
        {
            Url = entry.Url,
            FilePath = entry.FilePath,
            Title = entry.Title,
            Group = entry.Group,
            Tags = options.Tags,
            Enabled = options.Enabled ?? true,
            Every = options.Every?.Interval,
            Source = options.Source,
            Language = options.Language,
            Timeout = options.Timeout,
            MaxBytes = options.MaxBytes,
            UserAgent = options.UserAgent,
            // What lowers a wall or carries a secret is the operator's word in feeds.json, about feeds of feeds.json.
            Headers = trusted ? options.Headers : [],
            Auth = trusted && options.Auth != ListOptions.NoAuth ? options.Auth : null,
            Proxy = trusted && options.Proxy != ProxyUrl.None ? options.Proxy : null,
            AllowPrivateNetwork = trusted && (options.AllowPrivateNetwork ?? false),
            IgnoreTls = trusted && (options.IgnoreTls ?? false),
            Place = place,
        };
    }
}
