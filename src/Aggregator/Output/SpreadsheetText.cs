namespace Aggregator.Output;

/// <summary>Keeps a spreadsheet from taking a text for a formula, and so from running what a feed wrote.</summary>
internal static class SpreadsheetText
{
    /// <summary>OWASP's list (CSV injection) with the full-width forms that East Asian versions read alike; a leading blank does not hide them.</summary>
    public static bool LooksLikeFormula(string text)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r' or '\n')
            return true;
        var start = text.AsSpan().TrimStart();
        return start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
    }
}
