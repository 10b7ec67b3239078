namespace Aggregator.Feeds;

/// <summary>
/// Reads a date of any shape from its tokens: finds the time by its colon, the zone behind it, names by the tables, and leaves the numbers
/// that remain to <see cref="DateNumbers"/>. Words it does not know may stand before the first number (a weekday of some language) and
/// apart behind a complete date; anywhere else the text is no date.
/// </summary>
internal ref partial struct DateGrammar
{
    private readonly DateTokens _tokens;
    private readonly bool? _dayFirst;
    private DateNumbers _numbers;
    private int _at;
    private int _months;
    private int _dayHalf = -1;
    private bool _hasZone;
    private bool _hasNumericZone;
    private bool _hasWinterZone;
    private bool _sawUnknown;
    private bool _done;

    internal DateParts Parts;

    internal DateGrammar(DateTokens tokens, bool? dayFirst)
    {
        _tokens = tokens;
        _dayFirst = dayFirst;
    }

    internal bool Run()
    {
        while (!_done && _at < _tokens.Count)
        {
            var read = _tokens[_at].Kind switch
            {
                DateTokenKind.Number => Number(),
                DateTokenKind.Word => Word(),
                _ => Mark(),
            };
            if (!read)
                return false;
        }
        if (Parts.Instant is not null)
            return !_sawUnknown;
        if (!_numbers.Resolve(ref Parts, _months, _dayFirst))
            return false;
        if (_dayHalf >= 0 && Parts.Hour is >= 1 and <= 12)
            Parts.Hour = Parts.Hour % 12 + 12 * _dayHalf;
        if (_hasWinterZone && !_hasNumericZone && DateZones.IsSummer(Parts.Month))
            Parts.Flags |= DateFlags.AmbiguousZone;
        // A sentence that happens to hold a year is no date.
        return Parts.Day > 0 || !(_sawUnknown || Parts.HasTime);
    }

    /// <summary>Year, month and day have all been met, as numbers or names.</summary>
    private readonly bool IsComplete =>
        Parts.Instant is not null || (Parts.Day > 0 && Parts.Month > 0 && Parts.Year > 0)
        || _numbers.IsOrdinalDate || _numbers.Count + One(_months) + One(Parts.Month) + One(Parts.Year) + One(Parts.Day) >= 3;

    private static int One(int part) => part != 0 ? 1 : 0;

    private bool Number()
    {
        var token = _tokens[_at];
        if (!Parts.HasTime && token.Length <= 2 && _tokens.IsMark(_at + 1, ':') && _tokens.IsNumber(_at + 2, 2))
            return Time(':');
        if (Counted(token))
            return true;
        // 2003-012-31 looks like day 12 of the year until its third number comes.
        if (IsComplete && !(_numbers.IsOrdinalDate && !token.IsApart && _tokens.IsMark(_at - 1, '-')))
            return TimeOrNextDate(token);
        if (_numbers.Count == 0 && _months == 0)
        {
            if (token.Length >= 5 && DateCompact.Date(_tokens, ref _at, ref Parts))
                return true;
            if (token.Length == 4 && DateCompact.Week(_tokens, ref _at, ref Parts))
                return true;
        }
        if (token.Length > 4)
            return false;
        _numbers.Add(token, _tokens.MarkBefore(_at));
        _at++;
        if (_tokens.Word(_at) is var suffix && !suffix.IsEmpty && !_tokens[_at].IsApart && IsOrdinal(suffix))
            _at++;
        return true;
    }

    private bool Mark()
    {
        switch (_tokens.Mark(_at))
        {
            case '(' or '[':
                SkipBracket();
                return true;
            case '+' or '-':
                return Sign();
            case '/' or '.' or ',' or ';' or ':' or '\'' or '|' or '@' or '~' or ')' or ']' or '\u00B7' or '\u2022' or '*' or '\u0964' or '\u00BA' or '\u00AA' or '\u00B0':
                return Skip();
            default:
                return false;
        }
    }

    private void SkipBracket()
    {
        var closing = _tokens.Mark(_at) == '(' ? ')' : ']';
        do
            _at++;
        while (_at < _tokens.Count && !_tokens.IsMark(_at, closing));
        _at = Math.Min(_at + 1, _tokens.Count);
    }

    private bool Skip()
    {
        _at++;
        return true;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word) =>
        word is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" or "er" or "\u00BA" or "\u00AA" or "a" or "e" or "o" or "eme" or "\u00E8me";
}
