using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Start and end tags.</summary>
internal sealed partial class Tokenizer
{
    private static readonly SearchValues<byte> s_blanks = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> s_valueEnd = SearchValues.Create(" \t\r\n><"u8);
    private int _deep;                       // unended elements beyond the depth limit
    private ulong _deepNames;                // a small Bloom filter of their names

    // At '<'. True when there is an event.
    private bool ReadMarkup()
    {
        _tagStart = _pos;
        var next = _pos + 1 < _end ? _data[_pos + 1] : (byte)0;
        if (next == '/') return ReadEndTag();
        if (next == '!') return ReadDeclaration();
        if (next == '?') return ReadInstruction();
        if (IsNameStart(next)) return ReadStartTag();
        if (_pos + 1 >= _end && Depth > 0)
        {
            _pos = _end;   // The cut came right after the '<'; the end of the document reports it.
            return false;
        }

        return BareLessThan();
    }

    // A '<' that starts no tag is a character of the text.
    private bool BareLessThan()
    {
        _problems.Fault("xml.bare_lt", "a < that begins no tag must be written &lt;", _tagStart);
        var lt = _data.AsSpan(_tagStart + 1, _end - _tagStart - 1).IndexOf((byte)'<');
        return TakeText(_tagStart, lt < 0 ? _end : _tagStart + 1 + lt);
    }

    private bool ReadStartTag()
    {
        ReadOnlySpan<byte> d = _data.AsSpan(0, _end);
        var nameStart = _pos + 1;
        var nameEnd = ScanName(nameStart, out var colon);
        ResetAttributes();
        var empty = false;
        var p = nameEnd;
        while (true)
        {
            var blank = p;
            while (p < d.Length && IsBlank(d[p])) p++;
            if (p >= d.Length)
            {
                _pos = _end;   // Cut inside a tag: the element never began.
                if (Depth == 0) _problems.Fault("xml.cut", "the document ends inside a tag", _tagStart);
                return false;
            }

            var c = d[p];
            if (c == '>')
            {
                p++;
                break;
            }

            if (c == '/')
            {
                if (p + 1 < d.Length && d[p + 1] == '>')
                {
                    empty = true;
                    p += 2;
                    break;
                }

                _problems.Fault("xml.malformed_tag", "a tag holds a stray /", p);
                p++;
                continue;
            }

            if (c == '<')
            {
                if (_attributeCount == 0 || !AnyValue()) return BareLessThan();
                _problems.Fault("xml.malformed_tag", "a tag is not closed by >", p);
                break;
            }

            if (blank == p && _attributeCount + _attributesDropped > 0)
                _problems.Fault("xml.malformed_attribute", "there is no blank between two attributes", p);
            p = ReadAttribute(p, ref empty);
            if (p >= 0) continue;
            p = ~p;
            break;
        }

        _pos = p;
        var hash = NameTable.Hash(d[nameStart..nameEnd]);
        if (Depth >= Limits.Depth)
        {
            TooDeep(hash, empty);
            return false;
        }

        if (Depth == 0) RootStarts();
        Enter(nameStart, nameEnd, colon, hash);
        _empty = empty;
        Token = Token.Start;
        return true;
    }

    private void RootStarts()
    {
        if (_rootEnded) _problems.Fault("xml.second_root", "there is a second root element", _tagStart);
        _rootSeen = true;
        _rootEnded = false;
    }

    private void Enter(int nameStart, int nameEnd, int colon, uint hash)
    {
        if (Depth + 1 == _scopes.Length) Array.Resize(ref _scopes, Math.Min(_scopes.Length * 4, Limits.Depth + 1));
        ref readonly var outer = ref _scopes[Depth];
        Depth++;
        ref var scope = ref _scopes[Depth];
        scope.NameStart = nameStart;
        scope.NameLength = nameEnd - nameStart;
        scope.Hash = hash;
        scope.Bindings = _bindingCount;
        scope.OuterDefault = _defaultNs;
        scope.Context = outer.Context;
        if (_specialAttributes) ApplySpecialAttributes(ref scope);
        if (colon < 0)
        {
            scope.Ns = _defaultNs;
            scope.Name = NameTable.Find(_data.AsSpan(nameStart, nameEnd - nameStart), hash);
        }
        else
        {
            scope.Ns = Resolve(nameStart, colon, true);
            var local = _data.AsSpan(colon + 1, nameEnd - colon - 1);
            scope.Name = NameTable.Find(local, NameTable.Hash(local));
        }

        (Ns, Name) = (scope.Ns, scope.Name);
        if (_attributeCount > 1 || _prefixedAttributes) CheckAttributes();
    }

    private bool ReadEndTag()
    {
        var d = _data;
        var p = _pos + 2;
        var nameStart = p;

        // Nearly always the tag is exactly the name of the open element and '>'.
        if (Depth > 0 && _deep == 0)
        {
            ref readonly var top = ref _scopes[Depth];
            var length = top.NameLength;
            if (p + length < _end && d[p + length] == '>' && d.AsSpan(p, length).SequenceEqual(d.AsSpan(top.NameStart, length)))
            {
                _pos = p + length + 1;
                (_closing, _closingLast) = (1, EndKind.Tag);
                EndNext();
                return true;
            }
        }

        if (p < _end && IsNameStart(d[p])) p = ScanName(p, out _);
        var nameEnd = p;
        while (p < _end && IsBlank(d[p])) p++;
        if (p >= _end)
        {
            if (Depth == 0) _problems.Fault("xml.cut", "the document ends inside a tag", _tagStart);
            _pos = _end;
            return false;
        }

        if (nameEnd == nameStart || d[p] != '>')
        {
            _problems.Fault("xml.malformed_end_tag", "an end tag is not a name between </ and >", _tagStart);
            var close = d.AsSpan(p, _end - p).IndexOfAny((byte)'>', (byte)'<');
            p = close < 0 ? _end : p + close;
            if (p < _end && d[p] == '<') p--;
        }

        _pos = Math.Min(p + 1, _end);
        return nameEnd > nameStart && Match(nameStart, nameEnd - nameStart);
    }

    // Ends the element that an end tag names; one that names none is dropped.
    private bool Match(int nameStart, int length)
    {
        var name = _data.AsSpan(nameStart, length);
        var hash = NameTable.Hash(name);
        if (_deep > 0)
        {
            if ((_deepNames & DeepBit(hash)) != 0 || FindOpen(name, hash) == 0)
            {
                _deep--;
                return false;
            }

            _deep = 0;
        }

        var at = FindOpen(name, hash);
        if (at == 0)
        {
            _problems.Fault("xml.stray_end_tag", $"</{Shown(name)}> ends nothing", _tagStart);
            return false;
        }

        if (at != Depth) _problems.Fault("xml.missing_end_tag", $"<{RawName(Depth)}> is ended by </{Shown(name)}>", _tagStart);
        else if (!name.SequenceEqual(RawNameBytes(at))) _problems.Fault("xml.end_tag_case", $"<{RawName(at)}> is ended by </{Shown(name)}>", _tagStart);
        (_closing, _closingKind, _closingLast) = (Depth - at + 1, EndKind.Implied, EndKind.Tag);
        EndNext();
        return true;
    }

    // The depth of the nearest open element of that name: exactly, or at the top without regard to case; 0 when there is none.
    private int FindOpen(ReadOnlySpan<byte> name, uint hash)
    {
        if (Depth > 0 && _scopes[Depth].Hash == hash && Ascii.EqualsIgnoreCase(name, RawNameBytes(Depth))) return Depth;
        for (var at = Depth - 1; at > 0; at--)
            if (_scopes[at].Hash == hash && name.SequenceEqual(RawNameBytes(at))) return at;
        return 0;
    }

    private void TooDeep(uint hash, bool empty)
    {
        if (_deep == 0)
        {
            _problems.Warn("limit.depth", $"elements below level {Limits.Depth} are left out", _tagStart);
            _deepNames = 0;
        }

        if (empty) return;
        _deep++;
        _deepNames |= DeepBit(hash);
    }

    private static ulong DeepBit(uint hash) => 1ul << (int)((hash * 2654435769u) >> 26);

    // Scans a qualified name. Gives where its colon is, or -1. Returns where it ends.
    private int ScanName(int start, out int colon)
    {
        ReadOnlySpan<byte> d = _data.AsSpan(0, _end);
        colon = -1;
        var p = start;
        while (true)
        {
            for (; p < d.Length && IsNameByte(d[p]); p++)
            {
                if (d[p] != ':') continue;
                if (colon >= 0 || p == start) _problems.Fault("xml.bad_name", "a name holds a colon too many", p);
                else colon = p;
            }

            if (p >= d.Length || IsNameEnd(d[p])) break;
            _problems.Fault("xml.bad_name", "a name holds a character that names may not hold", p);
            while (p < d.Length && !IsNameEnd(d[p]) && !IsNameByte(d[p])) p++;
        }

        if (colon >= 0 && !(colon + 1 < p && IsNameStart(d[colon + 1]))) _problems.Fault("xml.bad_name", "the local part of a name is not a name", colon);
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte b) => b <= ' ' && b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    private static bool IsNameStart(byte b) => b >= 0x80 || (uint)((b | 0x20) - 'a') < 26 || b == '_' || b == ':';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNameByte(byte b)
    {
        const ulong Low = (0x3FFul << '0') | (1ul << '-') | (1ul << '.') | (1ul << ':');
        const ulong High = (0x3FFFFFFul << ('A' - 64)) | (0x3FFFFFFul << ('a' - 64)) | (1ul << ('_' - 64));
        return b >= 0x80 || (((b < 64 ? Low : High) >> (b & 63)) & 1) != 0;
    }

    private static bool IsNameEnd(byte b)
    {
        const ulong Ends = (1ul << ' ') | (1ul << '\t') | (1ul << '\r') | (1ul << '\n') | (1ul << '"') | (1ul << '\'') | (1ul << '/')
            | (1ul << '<') | (1ul << '=') | (1ul << '>');
        return b < 64 && ((Ends >> b) & 1) != 0;
    }

    private ReadOnlySpan<byte> RawNameBytes(int depth) => _data.AsSpan(_scopes[depth].NameStart, _scopes[depth].NameLength);

    private string RawName(int depth) => Shown(RawNameBytes(depth));

    private static string Shown(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name.Length > 40 ? name[..40] : name);
}
