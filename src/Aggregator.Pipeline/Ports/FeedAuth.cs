namespace Aggregator.Pipeline.Ports;

/// <summary>How a feed wants its reader to log in. It names the secret and never holds it, so that it may be printed.</summary>
/// <param name="Kind">Where the secret goes.</param>
/// <param name="Secret"><c>env:NAME</c> or <c>file:PATH</c>; read at the last moment.</param>
/// <param name="Name">The user of <see cref="AuthKind.Basic"/> (null: the secret is <c>user:password</c>), the header of <see cref="AuthKind.Header"/>.</param>
public sealed record FeedAuth(AuthKind Kind, string Secret, string? Name = null);

public enum AuthKind
{
    /// <summary><c>Authorization: Basic</c> (RFC 7617).</summary>
    Basic,

    /// <summary><c>Authorization: Bearer</c> (RFC 6750).</summary>
    Bearer,

    /// <summary>A header of the operator's choice.</summary>
    Header,

    /// <summary>A <c>Cookie</c> header; the secret is all of it.</summary>
    Cookie,
}

/// <summary>A request header that the operator set.</summary>
public sealed record RequestHeader(string Name, string Value);
