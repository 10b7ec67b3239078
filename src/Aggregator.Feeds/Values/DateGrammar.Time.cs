using System.Text;

namespace Aggregator.Feeds;

internal ref partial struct DateGrammar
{
    /// <summary>A number with a word of its own behind it: 2004年, 5月, 10h30, 14 Uhr, 3 pm.</summary>
    private bool Counted(DateToken token)
    {
        var word = _tokens.Word(_at + 1);
        if (word.IsEmpty || token.Length > 4)
            return false;
        var value = (int)token.Value;
        var isGlued = !_tokens[_at + 1].IsApart;
        switch (word)
        {
            case "年" or "년":
                Parts.Year = DateNumbers.FullYear(token);
                break;
            case "月" or "월":
                Parts.Month = value == 0 ? DateNumbers.Impossible : value;
                break;
            case "日" or "일" or "号" or "號":
                Parts.Day = value == 0 ? DateNumbers.Impossible : value;
                break;
            case "時" or "时" or "点" or "點" or "시" when !Parts.HasTime:
            case "Uhr" or "uhr" or "u" or "h" or "H" when !Parts.HasTime && token.Length <= 2 && (isGlued || (word is not "u" && IsComplete)):
                Parts.Hour = value;
                Parts.HasTime = true;
                if (isGlued && word is "h" or "H" or "u" && _tokens.IsNumber(_at + 2, 2) && !_tokens[_at + 2].IsApart)
                    Parts.Minute = (int)_tokens[_at++ + 2].Value;
                break;
            case "分" or "분" when Parts.HasTime:
                Parts.Minute = value;
                break;
            case "秒" or "초" when Parts.HasTime:
                Parts.Second = value;
                Parts.HasSeconds = true;
                break;
            default:
                if (Parts.HasTime || token.Length > 2 || value is 0 or > 12 || word is "de" or "du" || !Ascii.IsValid(word) || DateNames.DayHalf(word) < 0)
                    return false;
                Parts.Hour = value;
                Parts.HasTime = true;
                return Skip();
        }
        if (word is "년" or "월" or "일" or "시")
            Parts.UsualOffset = TimeSpan.FromHours(9);
        _at += 2;
        return true;
    }

    private bool TimeOrNextDate(DateToken token)
    {
        if (Parts.HasTime || Parts.Instant is not null)
        {
            // Several dates in one element: the first one counts.
            _done = Parts.HasTime && (token.IsApart || _tokens.MarkBefore(_at) is ',' or ';' or '/' or '|');
            return _done;
        }
        if (token.Length <= 2 && _tokens.IsMark(_at + 1, '.') && _tokens.IsNumber(_at + 2, 2))
            return Time('.');
        return (token.Length == 6 || _tokens.Word(_at - 1) is "T" or "t") && DateCompact.Time(_tokens, ref _at, ref Parts);
    }

    private bool Time(char separator)
    {
        Parts.HasTime = true;
        Parts.Hour = (int)_tokens[_at].Value;
        Parts.Minute = (int)_tokens[_at + 2].Value;
        _at += 3;
        if (_tokens.IsMark(_at, separator) && _tokens.IsNumber(_at + 1, 2))
        {
            Parts.HasSeconds = true;
            Parts.Second = (int)_tokens[_at + 1].Value;
            _at += 2;
            DateCompact.Fraction(_tokens, ref _at, ref Parts);
        }
        // 1:2:3:4 is no time; "10:00:-0700" only has a mark too many.
        return !_tokens.IsMark(_at, ':') || _tokens.IsSign(_at + 1);
    }

    private bool Sign()
    {
        if (_at == 0 && DateCompact.YearAndMonth(_tokens, ref _at, ref Parts))
            return true;
        var number = _tokens.IsSign(_at + 1) ? _at + 2 : _at + 1; // --0700
        if (!_tokens.IsNumber(number))
            return !(Parts.HasTime && _tokens.IsWord(number) && !_tokens[number].IsApart) && Skip();
        var token = _tokens[number];
        var isGlued = !token.IsApart;
        if (_hasNumericZone || !(Parts.HasTime || (IsComplete && isGlued)))
            return Skip();
        // Behind a bare day only "+01:00" and "+0100" are a zone.
        if (!Parts.HasTime && token.Length <= 2 && !_tokens.IsMark(number + 1, ':'))
            return Skip();
        // In front of the rest of a date only four digits are a zone: "10:00 - 5 May", "+0000 2012".
        if (!IsComplete)
            return token.Length == 4 && isGlued ? Offset(number) : Skip();
        if (isGlued || token.Length == 4)
            return Offset(number);
        _done = true; // "10:00 - 12:00": a span of time, which begins here.
        return true;
    }

    private bool Offset(int number)
    {
        var token = _tokens[number];
        var sign = _tokens.Mark(number - 1) == '-' ? -1 : 1;
        // Any number over 9999 is as far beyond a zone as the next; it must not wrap around into one.
        int hours = (int)Math.Min(token.Value, 10_000), minutes = 0;
        _at = number + 1;
        if (_tokens.IsMark(_at, ':'))
        {
            if (!_tokens.IsNumber(_at + 1, 2))
                return false;
            minutes = (int)_tokens[_at + 1].Value;
            _at += 2;
        }
        else if (token.Length is 3 or 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (token.Length > 4 || !Parts.HasTime)
        {
            return false;
        }
        _hasZone = true;
        _hasNumericZone = true;
        Parts.ZoneName = null;
        // Beyond 14 hours there is no place on earth: the time stands, its zone is unknown.
        Parts.HasOffset = minutes <= 59 && hours <= 14 && hours * 60 + minutes <= 14 * 60;
        Parts.Offset = Parts.HasOffset ? sign * new TimeSpan(hours, minutes, 0) : default;
        Parts.Flags &= ~DateFlags.AmbiguousZone;
        return true;
    }
}
