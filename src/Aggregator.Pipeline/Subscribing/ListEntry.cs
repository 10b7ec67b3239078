namespace Aggregator.Pipeline.Subscribing;

/// <summary>One feed of one list file, before the defaults flow into it.</summary>
internal sealed record ListEntry
{
    /// <summary>As <see cref="Subscription.Url"/>.</summary>
    public required string Url { get; init; }

    public string? FilePath { get; init; }

    public string? Title { get; init; }

    public string? Group { get; init; }

    public ListOptions Options { get; init; } = ListOptions.None;

    public required int Line { get; init; }

    /// <summary>The key path in feeds.json; null elsewhere.</summary>
    public string? Key { get; init; }
}

/// <summary>What one list file says.</summary>
internal sealed record ListPart
{
    public ListOptions Defaults { get; init; } = ListOptions.None;

    public IReadOnlyDictionary<string, ListOptions> Groups { get; init; } = new Dictionary<string, ListOptions>();

    public IReadOnlyList<ListEntry> Entries { get; init; } = [];
}
