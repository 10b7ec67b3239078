using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>
/// Finds the end of a DOCTYPE and the plain text entities of its internal subset. Parameter entities, external entities and markup in
/// entities are left alone: nothing is fetched and nothing is nested.
/// </summary>
internal ref struct DoctypeScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Bytes up to and with its closing <c>&gt;</c>.</summary>
    public int Length { get; private set; }

    public bool Closed { get; private set; }

    public bool Malformed { get; private set; }

    /// <summary>It names an external subset: entities may be declared there.</summary>
    public bool External { get; private set; }

    /// <summary>Declared entities; the value is null where it is no plain text, so that the reference is left as written.</summary>
    public List<(string Name, string? Value)>? Entities { get; private set; }

    public void Scan()
    {
        var p = 9;
        if (p >= _text.Length || !IsBlank(_text[p])) Malformed = true;
        var inSubset = false;
        while (p < _text.Length)
        {
            var c = _text[p];
            if (c is (byte)'"' or (byte)'\'')
            {
                var close = _text[(p + 1)..].IndexOf(c);
                if (close < 0) break;
                p += close + 2;
            }
            else if (c == '[' && !inSubset)
            {
                inSubset = true;
                p++;
            }
            else if (c == ']' && inSubset)
            {
                inSubset = false;
                p++;
            }
            else if (c == '>' && !inSubset)
            {
                Closed = true;
                Length = p + 1;
                return;
            }
            else if (inSubset && c == '<')
            {
                p = Declaration(p);
            }
            else
            {
                if (!inSubset && (_text[p..].StartsWith("PUBLIC"u8) || _text[p..].StartsWith("SYSTEM"u8))) External = true;
                if (inSubset && c == '%') External = true;
                if (!inSubset && c == '<')
                {
                    Malformed = true;   // The next tag begins: the DOCTYPE was not closed.
                    Length = p;
                    return;
                }

                p++;
            }
        }

        var gt = _text.IndexOf((byte)'>');
        Length = gt < 0 ? _text.Length : gt + 1;
    }

    private int Declaration(int p)
    {
        var rest = _text[p..];
        if (rest.StartsWith("<!--"u8)) return rest.IndexOf("-->"u8) is var end and >= 0 ? p + end + 3 : _text.Length;
        if (rest.StartsWith("<?"u8)) return rest.IndexOf("?>"u8) is var end and >= 0 ? p + end + 2 : _text.Length;
        if (rest.StartsWith("<!ENTITY"u8)) return Entity(p + 8);
        var q = p + 1;
        while (q < _text.Length && _text[q] != '>')
        {
            if (_text[q] is (byte)'"' or (byte)'\'')
            {
                var close = _text[(q + 1)..].IndexOf(_text[q]);
                if (close < 0) return _text.Length;
                q += close + 1;
            }

            q++;
        }

        return Math.Min(q + 1, _text.Length);
    }

    private int Entity(int p)
    {
        while (p < _text.Length && IsBlank(_text[p])) p++;
        var nameStart = p;
        while (p < _text.Length && !IsBlank(_text[p]) && _text[p] is not ((byte)'>' or (byte)'"' or (byte)'\'')) p++;
        var name = _text[nameStart..p];
        while (p < _text.Length && IsBlank(_text[p])) p++;
        if (p < _text.Length && _text[p] is (byte)'"' or (byte)'\'')
        {
            var close = _text[(p + 1)..].IndexOf(_text[p]);
            if (close < 0) return _text.Length;
            var value = _text.Slice(p + 1, close);
            Add(name, PlainText(value));
            p += close + 2;
        }
        else if (!name.SequenceEqual("%"u8))
        {
            Add(name, null);   // An external entity: known, never fetched.
        }

        while (p < _text.Length && _text[p] != '>')
        {
            if (_text[p] is (byte)'"' or (byte)'\'')
            {
                var close = _text[(p + 1)..].IndexOf(_text[p]);
                if (close < 0) return _text.Length;
                p += close + 1;
            }

            p++;
        }

        return Math.Min(p + 1, _text.Length);
    }

    // Character references in a value are replaced when it is declared (XML 1.0, 4.4.5); a value that holds markup or other entities is not kept.
    private static string? PlainText(ReadOnlySpan<byte> value)
    {
        if (value.Length > Limits.EntityText) return null;
        var expanded = new StringBuilder();
        var p = 0;
        while (p < value.Length)
        {
            var amp = value[p..].IndexOf((byte)'&');
            var stop = amp < 0 ? value.Length : p + amp;
            if (value[p..stop].Contains((byte)'<')) return null;
            expanded.Append(Encoding.UTF8.GetString(value[p..stop]));
            p = stop;
            if (p >= value.Length) break;
            var reference = Reference.Read(value[p..]);
            if (reference.Kind is not (ReferenceKind.Number or ReferenceKind.Xml)) return null;
            if (reference.Kind == ReferenceKind.Number && reference.Text is "<" or "&") return null;
            expanded.Append(reference.Text);
            p += reference.Length;
        }

        return expanded.ToString();
    }

    private void Add(ReadOnlySpan<byte> name, string? value)
    {
        Entities ??= [];
        if (name.Length is 0 or > 100 || Entities.Count >= Limits.Entities) return;
        Entities.Add((Encoding.UTF8.GetString(name), value));
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
