namespace Aggregator.Feeds;

/// <summary>What podcast directories ask for (<c>itunes:</c>, else <c>googleplay:</c>).</summary>
public sealed record PodcastTags
{
    /// <summary><c>explicit</c>: true for yes, true and explicit; false for no, false and clean; null for anything else.</summary>
    public bool? Explicit { get; init; }

    /// <summary><c>block</c>: true when directories shall not show it.</summary>
    public bool? Block { get; init; }

    /// <summary><c>subtitle</c>.</summary>
    public string? Subtitle { get; init; }

    /// <summary><c>duration</c>, as written: seconds or <c>h:mm:ss</c>.</summary>
    public string? Duration { get; init; }
}
