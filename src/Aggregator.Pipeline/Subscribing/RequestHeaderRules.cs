using System.Collections.Frozen;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Judges the headers, user agents and the like that a list wants to send: nothing of theirs may end a line or change what the request is.
/// </summary>
public static class RequestHeaderRules
{
    // What frames the message, names its target, or is ours to say (RFC 9110, 7.6.1 and 9112).
    private static readonly FrozenSet<string> Ours = new[]
    {
        "host", "connection", "proxy-connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "content-length", "expect",
        "accept-encoding", "if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range", "a-im",
        "proxy-authorization", "http2-settings",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // These carry secrets, which a list must not hold.
    private static readonly FrozenSet<string> Secret = new[] { "authorization", "cookie" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a header's name; null for nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="forAuth">True: the name is that of <c>auth</c>, which may carry a secret.</param>
    public static string? ProblemOfName(string name, bool forAuth = false)
    {
        if (name.Length is 0 or > 100 || !name.All(IsToken)) return "a header's name is letters, digits and hyphens";
        if (Ours.Contains(name)) return $"the header {name} is the program's own";
        if (!forAuth && Secret.Contains(name)) return $"the header {name} carries a secret; use auth, which names it without holding it";
        return null;
    }

    /// <summary>What is wrong with a header's value, a user agent or a cookie; null for nothing.</summary>
    public static string? ProblemOfValue(string value)
    {
        if (value.Length > 8000) return "a header's value is at most 8,000 characters long";
        foreach (var c in value)
            if (c is (< ' ' and not '\t') or (>= '\x7F' and < '\xA0') or > '\xFF') return "a header's value is one line of printable Latin characters";
        return value.Length > 0 && (value[0] is ' ' or '\t' || value[^1] is ' ' or '\t') ? "a header's value neither begins nor ends with a space" : null;
    }

    // RFC 9110, 5.6.2.
    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
