using System.Globalization;
using System.Text;

namespace Aggregator.Feeds.Reading;

/// <summary>Decodes a JSON string that holds what is no Unicode; each such half of a pair becomes U+FFFD.</summary>
internal static class JsonEscapes
{
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        var chars = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                chars.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                chars.Append((char)unit);
                i += 4;
                continue;
            }

            chars.Append(text[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' or 'f' => ' ',
                _ => text[i],
            });
        }

        // A round trip through UTF-8 replaces what is no Unicode.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(chars.ToString()));
    }
}
