namespace Aggregator.Pipeline.Ports;

/// <summary>Why a poll brought nothing; <see cref="FailureKinds.Name"/> is what the view <c>fetches</c> shows as outcome.</summary>
public enum FailureKind
{
    /// <summary>The host name does not exist or did not resolve.</summary>
    NameNotFound,

    /// <summary>The address wall refused it.</summary>
    AddressRefused,

    /// <summary>Nobody listens there, or the network is unreachable.</summary>
    ConnectionFailed,

    /// <summary>TLS: certificate or protocol.</summary>
    Tls,

    /// <summary>A budget of time ran out.</summary>
    Timeout,

    /// <summary>A budget of bytes ran out.</summary>
    TooLarge,

    /// <summary>The transfer broke off or broke HTTP.</summary>
    BrokenTransfer,

    /// <summary>An HTTP status that is no success.</summary>
    HttpStatus,

    /// <summary>410: the feed is gone for good.</summary>
    Gone,

    /// <summary>429, or 503 with Retry-After.</summary>
    Throttled,

    /// <summary>401 or 407, or a login page.</summary>
    NeedsLogin,

    /// <summary>403 or 503 with the marks of a bot wall.</summary>
    Blocked,

    /// <summary>Too many redirects, a loop, or a Location that leads nowhere.</summary>
    Redirect,

    /// <summary>The body is no feed.</summary>
    NotAFeed,

    /// <summary>A local file is missing or may not be read.</summary>
    FileNotReadable,

    /// <summary>The archive could not store the answer (disk full, I/O error).</summary>
    NotStored,

    /// <summary>A fault of ours; the log has the details.</summary>
    Internal,
}

public static class FailureKinds
{
    /// <summary>The stable name in the archive: <c>name-not-found</c>, <c>too-large</c>.</summary>
    public static string Name(this FailureKind kind) => kind switch
    {
        FailureKind.NameNotFound => "name-not-found",
        FailureKind.AddressRefused => "address-refused",
        FailureKind.ConnectionFailed => "connection-failed",
        FailureKind.Tls => "tls",
        FailureKind.Timeout => "timeout",
        FailureKind.TooLarge => "too-large",
        FailureKind.BrokenTransfer => "broken-transfer",
        FailureKind.HttpStatus => "http-status",
        FailureKind.Gone => "gone",
        FailureKind.Throttled => "throttled",
        FailureKind.NeedsLogin => "needs-login",
        FailureKind.Blocked => "blocked",
        FailureKind.Redirect => "redirect",
        FailureKind.NotAFeed => "not-a-feed",
        FailureKind.FileNotReadable => "file-not-readable",
        FailureKind.NotStored => "not-stored",
        _ => "internal",
    };
}
