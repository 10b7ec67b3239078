using System.Globalization;

namespace Aggregator.Feeds;

/// <summary>Cuts the text of a date into numbers, words and marks.</summary>
internal static class DateTokenizer
{
    /// <summary>The characters that stand between the numbers of CJK dates, each a word of its own behind a number.</summary>
    private const string Counters = "年月日号號時时点點分秒년월일시분초";

    /// <returns>How many tokens; -1 when there are more than fit, so that this is no date.</returns>
    internal static int Run(ReadOnlySpan<char> text, Span<DateToken> tokens)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at == text.Length)
                break;
            if (count == tokens.Length)
                return -1;
            ref var token = ref tokens[count++];
            token = new DateToken { Start = at, IsApart = at > start || at == 0 };
            if (char.IsAsciiDigit(text[at]))
                at = Number(text, at, ref token);
            else if (char.IsLetter(text[at]))
                at = Word(text, at, count > 1 && tokens[count - 2].Kind == DateTokenKind.Number, ref token);
            else
                at = Mark(at, ref token);
            token.Length = at - token.Start;
        }
        return count;
    }

    private static int Number(ReadOnlySpan<char> text, int at, ref DateToken token)
    {
        token.Kind = DateTokenKind.Number;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            token.Value = token.Value > 1_000_000_000_000_000_000 / 10 ? long.MaxValue / 10 : token.Value * 10 + (text[at] - '0');
        return at;
    }

    private static int Word(ReadOnlySpan<char> text, int at, bool followsNumber, ref DateToken token)
    {
        token.Kind = DateTokenKind.Word;
        if (followsNumber && Counters.Contains(text[at], StringComparison.Ordinal))
            return at + 1;
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsLetter(c) || IsMark(c) || c == '_')
                continue;
            // a.m., มี.ค., d'abril, Europe/Paris
            var joins = c is '.' or '\'' or '/' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
            if (!joins)
                break;
        }
        return at;
    }

    private static int Mark(int at, ref DateToken token)
    {
        token.Kind = DateTokenKind.Mark;
        return at + 1;
    }

    private static bool IsMark(char c) =>
        c is '\u200C' or '\u200D' or '\u05F3' or '\u0970'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
