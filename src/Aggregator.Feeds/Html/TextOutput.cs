using System.Buffers;

namespace Aggregator.Feeds;

/// <summary>Collects plain text: white space is owed until a character follows, so that it folds and nothing trails.</summary>
internal ref struct TextOutput : IDisposable
{
    private char[] _buffer;
    private int _length;
    private TextBreak _owed = TextBreak.None;

    internal TextOutput(int capacity) => _buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 256));

    /// <summary>Owes a break; of several the strongest counts.</summary>
    internal void Break(TextBreak kind) => _owed = kind > _owed ? kind : _owed;

    /// <summary><c>br</c>: two of them in a row are a blank line.</summary>
    internal void LineEnd() => _owed = _owed >= TextBreak.Line ? TextBreak.Paragraph : TextBreak.Line;

    /// <summary>Adds text whose only white space is blanks; runs of them fold to one.</summary>
    internal void Fold(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == ' ')
            {
                Break(TextBreak.Space);
                text = text.TrimStart(' ');
                continue;
            }
            var blanks = text.IndexOf("  ", StringComparison.Ordinal);
            var piece = blanks < 0 ? text : text[..blanks];
            text = text[piece.Length..];
            var trails = piece[^1] == ' ';
            Keep(trails ? piece[..^1] : piece);
            if (trails)
                Break(TextBreak.Space);
        }
    }

    /// <summary>Adds text as it is.</summary>
    internal void Keep(scoped ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        PayBreak();
        Reserve(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    public override readonly string ToString() => _buffer.AsSpan(0, _length).Trim().ToString();

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_buffer);

    private void PayBreak()
    {
        var owed = _owed;
        if (owed == TextBreak.None)
            return;
        _owed = TextBreak.None;
        if (_length == 0)
            return;
        // Preformatted text may have left blanks and line ends behind.
        if (owed >= TextBreak.Line)
            while (_length > 0 && char.IsWhiteSpace(_buffer[_length - 1]))
                _length--;
        if (_length == 0)
            return;
        Reserve(2);
        _buffer[_length++] = owed switch { TextBreak.Space => ' ', TextBreak.Cell => '\t', _ => '\n' };
        if (owed == TextBreak.Paragraph)
            _buffer[_length++] = '\n';
    }

    private void Reserve(int more)
    {
        if (_length + more <= _buffer.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
