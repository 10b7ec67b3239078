using System.Text;

namespace Aggregator.Feeds.Decoding;

/// <summary>Guesses the charset of unlabelled bytes by what script they would be text of.</summary>
internal static class CharsetGuess
{
    private const int Looked = 8 * 1024;
    private static readonly string[] s_candidates =
        ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "koi8-r", "windows-1255", "windows-874", "windows-1253", "windows-1256"];

    /// <summary>The likeliest charset; null when none is likely, so that the bytes are best read one by one.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0) return null;
        var sample = bytes[Math.Max(0, first - 64)..];
        if (sample.Length > Looked) sample = sample[..Looked];
        string? best = null;
        var bestScore = 0.35;
        foreach (var name in s_candidates)
        {
            var score = Score(CharsetNames.Decoder(name, strict: false).GetString(sample), name);
            if (score > bestScore) (best, bestScore) = (name, score);
        }

        return best;
    }

    // The share of letters of the charset's own script among the characters that are not ASCII; common ones count in full.
    private static double Score(string text, string charset)
    {
        double sum = 0;
        var count = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                previous = c;
                continue;
            }

            count++;
            sum += charset switch
            {
                "gb18030" or "big5" => Han(c),
                "shift_jis" or "euc-jp" => c is >= '\u3041' and <= '\u30FF' ? 1.2 : c is >= '\uFF61' and <= '\uFF9F' ? -0.5 : Han(c),
                "euc-kr" => c is >= '\uAC00' and <= '\uD7A3' ? 1.1 : Han(c) * 0.3,
                "windows-1251" or "koi8-r" => Cyrillic(c, previous),
                "windows-1255" => c is >= '\u05D0' and <= '\u05EA' ? 1.02 : Other(c),   // The same bytes are Cyrillic, but Cyrillic text has more than them.
                "windows-874" => c is >= '\u0E01' and <= '\u0E5B' ? 1 : Other(c),
                "windows-1253" => c is >= '\u0386' and <= '\u03CE' ? 0.95 : Other(c),
                _ => c is >= '\u0621' and <= '\u0652' ? 0.95 : Other(c),
            };
            previous = c;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double Han(char c) => c switch
    {
        '\uFFFD' => -2,
        >= '\uE000' and <= '\uF8FF' => -1,
        >= '\u3000' and <= '\u3011' => 1,
        >= '\uFF01' and <= '\uFF5E' => 0.8,
        >= '\u4E00' and <= '\u9FA5' => 0.9 + (CommonHan.Contains(c) ? 0.4 : 0),
        _ => -0.2,
    };

    // Small letters follow small ones in real text; the wrong one of the two charsets turns the case round.
    private static double Cyrillic(char c, char previous) => c switch
    {
        >= '\u0430' and <= '\u044F' or '\u0451' => 1,
        >= '\u0410' and <= '\u042F' => previous is >= '\u0410' and <= '\u044F' ? 0.1 : 0.8,
        _ => Other(c),
    };

    private static double Other(char c) => c switch
    {
        '\uFFFD' => -2,
        '\u00A0' or '\u00AB' or '\u00BB' or '\u2013' or '\u2014' or '\u2019' or '\u201C' or '\u201D' => 0.5,
        _ => -0.5,
    };

    private const string CommonHan =
        "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得於于着著下自之年過过發发後后作里裡用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日新聞闻網网";
}
