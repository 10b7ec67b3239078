using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The plain text of what a feed gives as characters or as markup: NFC, <c>\n</c> line ends, no control characters.</summary>
internal static partial class PlainText
{
    private static readonly SearchValues<char> _disturbing = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\n' or '\t')).Select(c => (char)c), '\u007F', '\u00AD', '\u2028', '\u2029', '\uFEFF']);

    /// <summary>A title or name: one line. Null when nothing is left.</summary>
    public static string? OfLine(FeedText? text)
    {
        if (text is null || text.Value.Length == 0) return null;
        var plain = text.Value;
        if (text.Kind != TextKind.Text && plain.AsSpan().ContainsAny('<', '&'))
        {
            plain = FeedText.HasMarkup(plain) ? FeedText.PlainTextOf(plain) : Decoded(plain);
            if (IsEscapedMarkup(plain)) plain = FeedText.PlainTextOf(plain);
        }

        return OfLine(EscapedTwice().IsMatch(plain) ? WebUtility.HtmlDecode(plain) : plain);
    }

    /// <summary>Characters, as one line. Null when nothing is left.</summary>
    public static string? OfLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var clean = Clean(text);
        var line = IsOneLine(clean) ? clean : WhiteSpace().Replace(clean, " ").Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>A body or summary: its text and, where there is one, its markup. Null where nothing is left.</summary>
    public static (string? Text, string? Html) OfBody(FeedText? body)
    {
        if (body is null || body.Value.Length == 0) return (null, null);
        var value = body.Value;
        if (body.Kind == TextKind.Text) return (Block(value), null);
        if (FeedText.HasMarkup(value)) return (Block(EntitiesOnly(FeedText.PlainTextOf(value))), WholeUnits(value));

        // Without markup line ends are the author's; HTML would fold them.
        var plain = value.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', value.Split('\n').Select(Decoded)) : Decoded(value);
        return IsEscapedMarkup(plain) ? (Block(EntitiesOnly(FeedText.PlainTextOf(plain))), WholeUnits(plain)) : (Block(EntitiesOnly(plain)), null);
    }

    /// <summary>Characters cleaned: NFC, <c>\n</c> line ends, no control characters, soft hyphens and half surrogates.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().ContainsAny(_disturbing)) text = WithoutDisturbing(text);
        text = WholeUnits(text);
        return IsComposed(text) || text.IsNormalized() ? text : text.Normalize();
    }

    // Below U+0300 everything is NFC, and so are dashes and quotes: asking ICU is dear.
    private static bool IsComposed(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text.IndexOfAnyInRange('\u0300', '\uFFFF');
            if (next < 0) return true;
            if (text[next] is not (>= '\u2010' and <= '\u2027')) return false;
            text = text[(next + 1)..];
        }
    }

    // "List<T>" and "a < b" are no markup, though a scanner of tags would drop the first.
    private static string Decoded(string text) =>
        text.AsSpan().ContainsAny('<', '&') ? FeedText.PlainTextOf(text.Replace("<", "&lt;", StringComparison.Ordinal)) : text;

    // Half a surrogate pair is no character: no encoding can store it and normalizing refuses it.
    private static string WholeUnits(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.Length == text.Length && text.AsSpan().SequenceEqual(whole.ToString()) ? text : whole.ToString();
    }

    private static string WithoutDisturbing(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append('\n');
            }
            else if (c is '\u2028' or '\u2029') clean.Append('\n');
            else if (!_disturbing.Contains(c)) clean.Append(c);
        }

        return clean.ToString();
    }

    private static string? Block(string text)
    {
        var clean = Clean(text);
        var lines = clean.AsSpan();
        if (lines.IndexOf(" \n") >= 0 || lines.IndexOf("\t\n") >= 0 || lines.IndexOf("\u00A0\n") >= 0) clean = LineEnds().Replace(clean, "\n");
        if (clean.AsSpan().IndexOf("\n\n\n") >= 0) clean = BlankLines().Replace(clean, "\n\n");
        clean = clean.Trim();
        return clean.Length == 0 ? null : clean;
    }

    private static bool IsOneLine(string text)
    {
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))) return false;
        var blank = false;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) blank = false;
            else if (c != ' ' || blank) return false;
            else blank = true;
        }

        return true;
    }

    // Markup that was escaped once too often: no tag was there before decoding, and now whole elements are.
    private static bool IsEscapedMarkup(string decoded) =>
        decoded.Contains('<', StringComparison.Ordinal)
        && (decoded.Contains("</", StringComparison.Ordinal) || decoded.Contains("<br", StringComparison.OrdinalIgnoreCase))
        && FeedText.HasMarkup(decoded);

    // In a body "&amp;" and "&lt;" may be what it is about; a typographic quote spelled as a reference never is.
    private static string EntitiesOnly(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? TypographicTwice().Replace(text, m => WebUtility.HtmlDecode(m.Value)) : text;

    [GeneratedRegex(@"&(#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,9});")]
    private static partial Regex EscapedTwice();

    [GeneratedRegex("&(#(39|34|160|8\\d{3})|#[xX](27|22|[aA]0|20[0-9a-fA-F]{2})|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|shy);")]
    private static partial Regex TypographicTwice();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[ \t\u00A0]+\n")]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
