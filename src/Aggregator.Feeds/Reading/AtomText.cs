using System.Text;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Text constructs and content of Atom 1.0 (RFC 4287, 3.1 and 4.1.3) and 0.3.</summary>
internal static class AtomText
{
    /// <summary>Reads the element at hand. Null when it is empty.</summary>
    public static FeedText? Read(ElementCursor e, LeafRule rule)
    {
        var type = e.Attribute("type"u8) is { Length: > 0 } given ? MediaTypeOf(given) : "text";
        var mode = e.Attribute("mode"u8);
        var (language, @base, own) = (e.Language, e.Base, e.Tokens.HasOwnBase);
        var kind = KindOf(type);
        string value;
        if (Same(mode, "base64") || (mode is null && IsBinary(type)))
        {
            var encoded = e.Tokens.ReadText(rule);
            if (FromBase64(encoded) is { } decoded) (value, kind) = (decoded, Same(mode, "base64") && kind != TextKind.Text ? kind : KindOfDecoded(decoded));
            else value = encoded;
        }
        else if (Same(mode, "escaped") || kind == TextKind.Text || (kind == TextKind.Html && mode is null))
        {
            value = e.Tokens.ReadText(rule);
        }
        else
        {
            value = e.Tokens.ReadMarkup(rule, true);
        }

        var text = ElementCursor.HtmlText(value, kind, language, @base, own);
        return text is not null && type.Contains('/', StringComparison.Ordinal) ? text with { MediaType = type } : text;
    }

    private static TextKind KindOf(string type) => type switch
    {
        "text" or "text/plain" => TextKind.Text,
        "html" or "text/html" => TextKind.Html,
        "xhtml" or "application/xhtml+xml" => TextKind.Xhtml,
        _ when IsXml(type) => TextKind.Xhtml,
        _ when type.StartsWith("text/", StringComparison.Ordinal) => TextKind.Text,
        _ => TextKind.Text,
    };

    // What octets hold is not said; markup shows.
    private static TextKind KindOfDecoded(string decoded) => Feeds.HtmlText.HasMarkup(decoded) ? TextKind.Html : TextKind.Text;

    private static bool IsXml(string type) => type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal);

    // Content of any other media type is Base64 (RFC 4287, 4.1.3.3).
    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !IsXml(type) && !type.StartsWith("multipart/", StringComparison.Ordinal);

    private static string MediaTypeOf(string type)
    {
        var stop = type.IndexOf(';', StringComparison.Ordinal);
        return (stop < 0 ? type : type[..stop]).Trim().ToLowerInvariant();
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string? FromBase64(string encoded)
    {
        var bytes = new byte[(encoded.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
