namespace Aggregator.Feeds;

/// <summary>The tokens of a date with the text they were cut from. Asking beyond either end is allowed and answers no.</summary>
internal readonly ref struct DateTokens
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<DateToken> _tokens;

    internal DateTokens(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    internal int Count => _tokens.Length;

    internal DateToken this[int index] => _tokens[index];

    internal bool IsNumber(int index, int longest = int.MaxValue) =>
        Has(index) && _tokens[index].Kind == DateTokenKind.Number && _tokens[index].Length <= longest;

    internal bool IsWord(int index) => Has(index) && _tokens[index].Kind == DateTokenKind.Word;

    internal bool IsMark(int index, char mark) => Mark(index) == mark;

    internal bool IsSign(int index) => Mark(index) is '+' or '-';

    /// <summary>The word, empty when the token is none.</summary>
    internal ReadOnlySpan<char> Word(int index) => IsWord(index) ? Text(index, index) : default;

    /// <summary>The mark, NUL when the token is none.</summary>
    internal char Mark(int index) => Has(index) && _tokens[index].Kind == DateTokenKind.Mark ? _text[_tokens[index].Start] : '\0';

    /// <summary>The mark in front of a token, a blank when something else is there.</summary>
    internal char MarkBefore(int index) => Mark(index - 1) is var mark and not '\0' ? mark : ' ';

    internal ReadOnlySpan<char> Text(int first, int last) => _text[_tokens[first].Start.._tokens[last].End];

    private bool Has(int index) => (uint)index < (uint)_tokens.Length;
}
