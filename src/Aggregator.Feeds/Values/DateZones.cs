namespace Aggregator.Feeds;

/// <summary>
/// Zone names with a fixed offset. A name means its own offset all year (EST in July is UTC-5); where that is doubtful, or where the name
/// stands for several offsets, the date is flagged.
/// </summary>
internal static class DateZones
{
    private const int LongestName = 5;

    /// <param name="name">In any case.</param>
    /// <param name="minutes">East of Greenwich.</param>
    /// <param name="isDoubtful">True when people also mean another offset by it.</param>
    internal static bool TryFind(ReadOnlySpan<char> name, out int minutes, out bool isDoubtful)
    {
        minutes = 0;
        isDoubtful = false;
        if (name.IsEmpty || name.Length > LongestName)
            return false;
        Span<char> upper = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetter(name[i]))
                return false;
            upper[i] = (char)(name[i] & ~0x20);
        }
        if (name.Length == 1)
            return TryMilitary(upper[0], out minutes, out isDoubtful);
        var key = upper[..name.Length];
        isDoubtful = key is "CST" or "BST" or "IST" or "AST" or "ET" or "CT" or "MT" or "PT" or "AT";
        minutes = Minutes(key);
        return minutes != int.MinValue;
    }

    /// <summary>True for the winter names of North America, which many write in summer too.</summary>
    internal static bool IsWinterName(ReadOnlySpan<char> name) =>
        name.Length == 3 && (name[0] | 0x20) is 'e' or 'c' or 'm' or 'p' && (name[1] | 0x20) == 's' && (name[2] | 0x20) == 't';

    /// <summary>True for the months in which a winter name is doubtful.</summary>
    internal static bool IsSummer(int month) => month is >= 4 and <= 10;

    // RFC 822, 5.2: one letter. It defined the signs the wrong way round (RFC 2822, 4.3), so all but Z are doubtful.
    private static bool TryMilitary(char letter, out int minutes, out bool isDoubtful)
    {
        isDoubtful = letter != 'Z';
        minutes = letter switch
        {
            'Z' => 0,
            >= 'A' and <= 'I' => -60 * (letter - 'A' + 1),
            >= 'K' and <= 'M' => -60 * (letter - 'A'),
            >= 'N' and <= 'Y' => 60 * (letter - 'N' + 1),
            _ => int.MinValue,
        };
        return minutes != int.MinValue;
    }

    private static int Minutes(ReadOnlySpan<char> name) => name switch
    {
        "UT" or "UTC" or "GMT" or "WET" => 0,
        "EST" or "ET" => -300,
        "EDT" => -240,
        "CST" or "CT" => -360,
        "CDT" => -300,
        "MST" or "MT" => -420,
        "MDT" => -360,
        "PST" or "PT" => -480,
        "PDT" => -420,
        "AST" or "AT" => -240,
        "ADT" => -180,
        "NST" => -210,
        "NDT" => -150,
        "AKST" => -540,
        "AKDT" => -480,
        "HST" or "HAST" => -600,
        "HADT" => -540,
        "BST" or "WEST" => 60,
        "CET" or "MET" or "MEZ" or "WAT" => 60,
        "CEST" or "MEST" or "MESZ" or "EET" or "SAST" or "CAT" => 120,
        "EEST" or "MSK" or "EAT" or "TRT" or "IDT" => 180,
        "MSD" or "GST" or "SAMT" => 240,
        "IRST" => 210,
        "IRDT" => 270,
        "AFT" => 270,
        "PKT" or "UZT" or "YEKT" => 300,
        "IST" => 330,
        "NPT" => 345,
        "BDT" or "OMST" => 360,
        "MMT" => 390,
        "ICT" or "WIB" or "KRAT" or "NOVT" => 420,
        "HKT" or "SGT" or "AWST" or "PHT" or "MYT" or "WITA" or "IRKT" or "ULAT" => 480,
        "JST" or "KST" or "WIT" or "YAKT" => 540,
        "ACST" => 570,
        "AEST" or "VLAT" or "CHST" => 600,
        "ACDT" => 630,
        "AEDT" or "SBT" => 660,
        "NZST" or "FJT" => 720,
        "NZDT" => 780,
        "BRT" or "ART" or "UYT" or "CLST" => -180,
        "BRST" => -120,
        "CLT" or "BOT" or "VET" or "PYT" => -240,
        "COT" or "PET" or "ECT" => -300,
        _ => int.MinValue,
    };
}
