using System.Net;
using System.Text;

namespace Aggregator.Fetching;

/// <summary>One spelling of a secret, and what is shown in its place.</summary>
internal readonly record struct SecretForm(string Value, string Shown)
{
    // Shorter ones, and plain words, stand in articles by chance: to erase them there would change what a feed says.
    private const int ShortestErased = 8;

    /// <summary>The spellings in which a server may send a secret back.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var escaped = Uri.EscapeDataString(secret);
        var wire = RedirectTarget.Address("http://x/" + secret.Replace("#", "%23", StringComparison.Ordinal))?.AbsoluteUri["http://x/".Length..];
        string[] plain =
        [
            secret, escaped, escaped.Replace("%20", "+", StringComparison.Ordinal), Uri.UnescapeDataString(secret), wire ?? secret,
            WebUtility.HtmlEncode(secret), secret.Replace("&", "&amp;", StringComparison.Ordinal), secret.Replace("/", "\\/", StringComparison.Ordinal),
        ];
        return plain.Concat(plain.Select(LowerEscapes)).Concat(Base64(secret)).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal);
    }

    public void Erase(Span<byte> body)
    {
        if (Value.Length < ShortestErased || Value.All(char.IsAsciiLetterLower) || (Value.All(char.IsAsciiLetter) && Value[1..].All(char.IsAsciiLetterLower))) return;
        Erase(body, Encoding.UTF8.GetBytes(Value));
        if (body.IndexOf((byte)0) < 0) return;
        Erase(body, Encoding.Unicode.GetBytes(Value));
        Erase(body, Encoding.BigEndianUnicode.GetBytes(Value));
    }

    private static void Erase(Span<byte> body, ReadOnlySpan<byte> form)
    {
        // UTF-16 keeps its zero bytes.
        for (int at; (at = body.IndexOf(form)) >= 0; body = body[(at + form.Length)..])
            foreach (ref var b in body.Slice(at, form.Length))
                if (b != 0) b = (byte)'*';
    }

    // Alone, and as the end of another text: Base64 packs three bytes into four characters, so that there are three ways.
    private static IEnumerable<string> Base64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        foreach (var before in (int[])[0, 1, 2])
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            // The characters at the edges hold bits of the neighbours too.
            var (from, to) = ((before * 8 + 5) / 6, (before + bytes.Length) * 8 / 6);
            if (to - from < 6 && before > 0) continue;
            yield return text[from..to];
            yield return text[from..to].Replace('+', '-').Replace('/', '_');
            if (before == 0) yield return text.TrimEnd('=');
        }
    }

    private static string LowerEscapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var lower = text.ToCharArray();
        for (var i = 0; i + 2 < lower.Length; i++)
            if (lower[i] == '%') (lower[i + 1], lower[i + 2]) = (char.ToLowerInvariant(lower[i + 1]), char.ToLowerInvariant(lower[i + 2]));
        return new string(lower);
    }
}
