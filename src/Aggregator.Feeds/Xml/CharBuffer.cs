using System.Buffers;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Collects the characters of one text in an array that is used again for the next one; holds at most <see cref="Limits.Text"/>.</summary>
internal ref struct CharBuffer
{
    private char[] _chars;
    private int _length;
    private char _half;      // a high surrogate that waits for its other half

    /// <param name="chars">A pooled array, or an empty one.</param>
    /// <param name="expected">Characters that are expected.</param>
    public CharBuffer(char[] chars, int expected) => _chars = AtLeast(chars, expected, 0);

    public bool Full { get; private set; }

    /// <summary>Adds UTF-8.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return;
        Settle();
        var room = Limits.Text - _length;
        if (utf8.Length > room)
        {
            Full = true;
            utf8 = utf8[..room];
            while (utf8.Length > 0 && (utf8[^1] & 0xC0) == 0x80) utf8 = utf8[..^1];
            if (utf8.Length > 0 && utf8[^1] >= 0xC0) utf8 = utf8[..^1];
        }

        Reserve(utf8.Length);
        if (utf8.Length < 24)
        {
            var i = 0;
            for (; i < utf8.Length; i++)
            {
                var b = utf8[i];
                if (b >= 0x80) break;
                _chars[_length + i] = (char)b;
            }

            _length += i;
            if (i == utf8.Length) return;
            utf8 = utf8[i..];
        }

        _length += Encoding.UTF8.GetChars(utf8, _chars.AsSpan(_length));
    }

    public void Append(char c)
    {
        Settle();
        if (_length >= Limits.Text)
        {
            Full = true;
            return;
        }

        Reserve(1);
        _chars[_length++] = c;
    }

    public void Append(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Settle();
        if (_length + text.Length > Limits.Text)
        {
            Full = true;
            return;
        }

        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Adds half of a surrogate pair that was written as a reference of its own; a half without the other becomes U+FFFD.</summary>
    public void AppendHalf(char half)
    {
        if (_half != 0 && char.IsLowSurrogate(half))
        {
            Reserve(2);
            _chars[_length++] = _half;
            _chars[_length++] = half;
            _half = '\0';
            return;
        }

        Settle();
        if (char.IsHighSurrogate(half)) _half = half;
        else Append('\uFFFD');
    }

    public override string ToString()
    {
        Settle();
        return new string(_chars, 0, _length);
    }

    /// <summary>The array, for the next text.</summary>
    public readonly char[] Give() => _chars;

    /// <summary>An array of the pool that holds so many characters, with what the old one held.</summary>
    public static char[] AtLeast(char[] chars, int length, int used)
    {
        if (chars.Length >= length) return chars;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(1024, length));
        chars.AsSpan(0, used).CopyTo(larger);
        if (chars.Length > 0) ArrayPool<char>.Shared.Return(chars);
        return larger;
    }

    private void Settle()
    {
        if (_half == 0) return;
        _half = '\0';
        Reserve(1);
        _chars[_length++] = '\uFFFD';
    }

    private void Reserve(int count)
    {
        if (_length + count > _chars.Length) _chars = AtLeast(_chars, Math.Max(_chars.Length * 2, _length + count), _length);
    }
}
