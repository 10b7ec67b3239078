using System.Text;

namespace Aggregator.Feeds;

internal ref partial struct DateGrammar
{
    private bool Word()
    {
        var word = _tokens.Word(_at);
        if (word is "T" or "t" && IsComplete && !Parts.HasTime && _tokens.IsNumber(_at + 1))
            return Skip();
        if (Parts.HasTime && Zone(word))
            return true;
        if (TwoWords(word))
            return Skip();
        if (DateNames.Months(word) is var months and not 0)
            return Month(months);
        // v1.2.3 is no date; "4Jan" was read above.
        var isFirst = _numbers.Count == 0 && _months == 0 && Parts.Year == 0 && !Parts.HasTime;
        if (isFirst && _tokens.IsNumber(_at + 1) && !_tokens[_at + 1].IsApart)
            return false;
        if (IsFiller(word))
            return Skip();
        if (DateNames.Weekdays(word) is var weekdays and not 0)
        {
            Parts.Weekdays |= weekdays;
            return Skip();
        }
        // Before its time half of the day stands in CJK only; elsewhere such a word means something else there.
        if (!Parts.HasTime && !Ascii.IsValid(word) && DateNames.DayHalf(word) is var half and >= 0)
            return Half(half, word);
        if (IsComplete && !Parts.HasTime && _tokens[_at].Length == 1 && word is "Z" or "z")
        {
            _hasZone = Parts.HasOffset = true; // xs:date with a zone
            return Skip();
        }
        if (isFirst)
        {
            _sawUnknown = true;
            return Skip();
        }
        if (!IsComplete || !_tokens[_at].IsApart)
            return false;
        _sawUnknown = true;
        return Skip();
    }

    private bool Month(int months)
    {
        if (_months != 0 || _numbers.Count == 3)
        {
            // "mar 4 mars 2004": the first of the two was a weekday.
            var first = IsComplete ? 0 : DateNames.Weekdays(_tokens.Word(0));
            if (first == 0 || Parts.Weekdays != 0)
            {
                _done = IsComplete;
                return _done;
            }
            Parts.Weekdays = first;
        }
        _months = months;
        _numbers.IsThai = _tokens.Word(_at)[0] is >= '\u0E00' and <= '\u0E7F';
        return Skip();
    }

    private bool Zone(ReadOnlySpan<char> word)
    {
        var isGlued = !_tokens[_at].IsApart;
        if (_dayHalf < 0)
        {
            var half = isGlued && word is "a" or "p" ? (word is "p" ? 1 : 0) : DateNames.DayHalf(word);
            if (half >= 0)
                return Half(half, word);
        }
        if (word.Contains('/') && Ascii.IsValid(word))
        {
            if (!_hasZone)
                NamedZone(word);
            return Skip();
        }
        if (DateZones.TryFind(word, out var minutes, out var isDoubtful))
        {
            if (!_hasZone)
            {
                Parts.HasOffset = true;
                Parts.Offset = TimeSpan.FromMinutes(minutes);
                Parts.Flags |= isDoubtful ? DateFlags.AmbiguousZone : DateFlags.None;
                _hasWinterZone = DateZones.IsWinterName(word);
                _hasZone = true;
            }
            return Skip();
        }
        // A zone that nobody knows: UTC is assumed, and the date flagged.
        if (_hasZone || isGlued || word.Length is < 2 or > 5 || word.ContainsAnyExceptInRange('A', 'Z') || DateNames.Months(word) != 0 || DateNames.Weekdays(word) != 0)
            return false;
        _hasZone = true;
        return Skip();
    }

    private void NamedZone(ReadOnlySpan<char> name)
    {
        _hasZone = true;
        if (name.Equals("Etc/GMT", StringComparison.OrdinalIgnoreCase) && _tokens.IsSign(_at + 1) && _tokens.IsNumber(_at + 2, 2) && !_tokens[_at + 1].IsApart)
        {
            // POSIX counts west as positive: Etc/GMT+5 is UTC-5.
            var hours = (int)_tokens[_at + 2].Value;
            Parts.HasOffset = hours <= 14;
            Parts.Offset = TimeSpan.FromHours(_tokens.IsMark(_at + 1, '+') ? -hours : hours);
            _hasNumericZone = true;
            _at += 2;
        }
        else if (name.Equals("Etc/GMT", StringComparison.OrdinalIgnoreCase) || name.Equals("Etc/UTC", StringComparison.OrdinalIgnoreCase))
        {
            Parts.HasOffset = true;
        }
        else
        {
            Parts.ZoneName = name.ToString();
        }
    }

    private bool Half(int half, ReadOnlySpan<char> word)
    {
        _dayHalf = half;
        if (word[0] == '오')
            Parts.UsualOffset = TimeSpan.FromHours(9);
        return Skip();
    }

    /// <summary>Names of two words: <c>tháng 5</c>, <c>Thứ Hai</c>, <c>Deireadh Fómhair</c>. Stops at the second word.</summary>
    private bool TwoWords(ReadOnlySpan<char> word)
    {
        if (_tokens.IsNumber(_at + 1, 2))
            return Vietnamese(word);
        if (!_tokens.IsWord(_at + 1))
            return false;
        var both = _tokens.Text(_at, _at + 1);
        var months = DateNames.Months(both);
        if (months != 0 && _months == 0)
            _months = months;
        else if (months == 0 && DateNames.Weekdays(both) is var weekdays and not 0)
            Parts.Weekdays |= weekdays;
        else
            return false;
        _at++;
        return true;
    }

    /// <summary>Vietnamese counts months and weekdays: <c>tháng 5</c>, <c>Thứ 2</c> (Monday; the sign tells it from English "Thu").</summary>
    private bool Vietnamese(ReadOnlySpan<char> word)
    {
        var number = (int)_tokens[_at + 1].Value;
        switch (DateNames.Fold(word))
        {
            case "thang" or "thg" when Parts.Month == 0:
                Parts.Month = number == 0 ? DateNumbers.Impossible : number;
                break;
            case "thu" when !Ascii.IsValid(word) && number is >= 2 and <= 7:
                Parts.Weekdays |= 1 << (number - 1);
                break;
            default:
                return false;
        }
        _at++;
        return true;
    }

    /// <summary>Prepositions and the words for hour, day and year that stand inside dates.</summary>
    private static bool IsFiller(ReadOnlySpan<char> word) => word.Length <= 6 && DateNames.Fold(word) is
        "at" or "on" or "of" or "the" or "de" or "del" or "den" or "d" or "um" or "uhr" or "h" or "hs" or "hrs" or "a" or "as" or "las" or "alle" or "ore" or "om"
        or "kl" or "klo" or "o" or "ob" or "godz" or "г" or "года" or "р" or "року" or "в" or "о" or "у" or "ч" or "gada" or "g" or "god" or "m" or "ngay" or "nam"
        or "luc" or "pukul" or "jam" or "στισ" or "ωρα" or "το" or "la" or "le" or "il" or "el" or "der" or "dne" or "dnia" or "و" or "في" or "الساعة" or "ساعت"
        or "น" or "พศ" or "เวลา" or "ที" or "et" or "v" or "ve" or "saat" or "saa" or "יום";
}
