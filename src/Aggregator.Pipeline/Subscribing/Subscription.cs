using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>One feed as the operator's list asks for it, with the defaults of settings, list and group already applied.</summary>
public sealed record Subscription
{
    /// <summary>The feed's address as the list gives it (a template where it holds <c>${env:NAME}</c>); its identity in the archive.
    /// For a local file: <c>file:</c> and the path as the list gives it.</summary>
    public required string Url { get; init; }

    /// <summary>Absolute path of a local file (key <c>file</c>); null for a feed on the network.</summary>
    public string? FilePath { get; init; }

    /// <summary>The operator's title; null: the feed's own.</summary>
    public string? Title { get; init; }

    /// <summary>The group's name; nested OPML folders are joined with <c>/</c>.</summary>
    public string? Group { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>False: known and listed, not polled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Time between polls; null means <c>auto</c>.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The operator's word for the publisher; wins over everything the feed says.</summary>
    public string? Source { get; init; }

    /// <summary>The operator's word for the language (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>Total time of one fetch; null: the setting.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Limit of unpacked bytes of one answer; null: the setting.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Request headers of the operator; a secret in one is a template (<c>${env:NAME}</c>).</summary>
    public IReadOnlyList<RequestHeader> Headers { get; init; } = [];

    /// <summary>The user agent; null: the program's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>How to log in; it names the secret and never holds it.</summary>
    public FeedAuth? Auth { get; init; }

    /// <summary>The proxy through which the feed is asked, a template; null: none.</summary>
    public string? Proxy { get; init; }

    /// <summary>True: this feed may live on a private network.</summary>
    public bool AllowPrivateNetwork { get; init; }

    /// <summary>True: certificates of any kind are taken.</summary>
    public bool IgnoreTls { get; init; }

    /// <summary>Where the list names it, for messages: <c>feeds.json:12</c>.</summary>
    public string? Place { get; init; }
}
