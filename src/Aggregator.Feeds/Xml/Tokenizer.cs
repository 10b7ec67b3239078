namespace Aggregator.Feeds.Xml;

/// <summary>
/// A tolerant pull tokenizer with namespaces over a whole document in UTF-8.
/// Takes any bytes that are valid UTF-8 and hold no C0 controls; gives starts, ends and texts in document order, an end for every start,
/// and every departure from XML 1.0 as a problem; never throws, never goes back over more than one tag or one text, so it is linear.
/// </summary>
internal sealed partial class Tokenizer
{
    private readonly byte[] _data;
    private readonly int _end;
    private readonly Problems _problems;
    private Scope[] _scopes = new Scope[16];
    private ScopeContext[] _contexts = new ScopeContext[2];
    private int _pos;
    private int _tagStart;
    private bool _empty;
    private bool _rootSeen;
    private bool _rootEnded;
    private bool _junkOutside;
    private int _closing;            // elements that are still to be ended before the document goes on
    private EndKind _closingKind;    // how those above the last end
    private EndKind _closingLast;    // how the last of them ends
    private int _textStart;
    private int _textEnd;
    private bool _textIsCData;
    private bool _textChecked = true;

    /// <param name="data">The document.</param>
    /// <param name="start">Where it begins: after a byte order mark.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="baseUrl">Base of relative references outside any <c>xml:base</c>.</param>
    /// <param name="language">Language outside any <c>xml:lang</c>.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="ascii">True when all bytes are known to be ASCII.</param>
    public Tokenizer(byte[] data, int start, int end, string? baseUrl, string? language, Problems problems, bool ascii = false)
    {
        (_data, _pos, _end, _problems) = (data, start, end, problems);
        _start = start;
        _contexts[0] = new ScopeContext { Base = baseUrl, Language = language };
        _lookForReferences = data.AsSpan(start, end - start).Contains((byte)'&');
        _ascii = ascii;
        if (!ascii) LookForRareCharacters();
    }

    /// <summary>What the last <see cref="Read"/> met.</summary>
    public Token Token { get; private set; }

    /// <summary>Vocabulary of the element that started or ended.</summary>
    public Ns Ns { get; private set; }

    /// <summary>Name of the element that started or ended.</summary>
    public Name Name { get; private set; }

    /// <summary>Open elements; at a start and at an end the element itself counts.</summary>
    public int Depth { get; private set; }

    /// <summary>At an end: why.</summary>
    public EndKind End { get; private set; }

    /// <summary>True when the document ended inside an element.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Where the tag that was just met begins, in bytes.</summary>
    public int TagStart => _tagStart;

    /// <summary>Where the reader is, in bytes.</summary>
    public int Position => _pos;

    /// <summary>The base of relative references in effect: <c>xml:base</c>, else the document's.</summary>
    public string? Base => Context.Base;

    /// <summary>True when an <c>xml:base</c> is in effect.</summary>
    public bool HasOwnBase => Context.OwnBase;

    /// <summary><c>xml:lang</c> in effect; empty when it was taken back with an empty value.</summary>
    public string? Language => Context.Language;

    public Problems Problems => _problems;

    private ref readonly ScopeContext Context => ref _contexts[_scopes[Depth].Context];

    /// <summary>Moves to the next event.</summary>
    public Token Read()
    {
        switch (Token)
        {
            case Token.Start when _empty:
                _empty = false;
                End = EndKind.Tag;
                return Token = Token.End;
            case Token.End:
                Leave();
                break;
            case Token.Text when !_textChecked:
                CheckText();
                break;
        }

        while (true)
        {
            if (_closing > 0) return EndNext();
            if (_pos >= _end)
            {
                if (!AtEnd()) return Token = Token.Eof;
                continue;
            }

            if (_data[_pos] == '<')
            {
                if (ReadMarkup()) return Token;
            }
            else
            {
                var lt = _data.AsSpan(_pos, _end - _pos).IndexOf((byte)'<');
                if (TakeText(_pos, lt < 0 ? _end : _pos + lt)) return Token;
            }
        }
    }

    /// <summary>Moves to the end of the element that just started, or stays at the end that was just met.</summary>
    public void Skip()
    {
        if (Token == Token.Start) SkipTo(Depth);
    }

    /// <summary>Moves to the end of the open element at a depth; stays when it is there already.</summary>
    public void SkipTo(int depth)
    {
        while (Token != Token.Eof && !(Token == Token.End && Depth <= depth)) Read();
    }

    /// <summary>
    /// Takes back the start tag that was just met and ends the open elements down to a depth: their end tags were lost. The tag is met
    /// again afterwards.
    /// </summary>
    /// <returns>The token: the first of those ends.</returns>
    public Token EndBefore(int depth, string message)
    {
        _problems.Fault("xml.missing_end_tag", message, _tagStart);
        Leave();
        _pos = _tagStart;
        _empty = false;
        (_closing, _closingKind, _closingLast) = (Depth - depth + 1, EndKind.Implied, EndKind.Implied);
        return EndNext();
    }

    private Token EndNext()
    {
        _closing--;
        ref readonly var scope = ref _scopes[Depth];
        (Ns, Name) = (scope.Ns, scope.Name);
        End = _closing == 0 ? _closingLast : _closingKind;
        return Token = Token.End;
    }

    // True when elements are still open: they are ended then.
    private bool AtEnd()
    {
        if (Depth > 0)
        {
            if (!Truncated) _problems.Fault("xml.cut", $"the document ends inside <{RawName(Depth)}>", _end);
            Truncated = true;
            (_closing, _closingKind, _closingLast) = (Depth, EndKind.Cut, EndKind.Cut);
            return true;
        }

        if (!_rootSeen)
        {
            _rootSeen = true;
            _problems.Fault("xml.no_root", "the document holds no element", _end);
        }

        return false;
    }

    private bool TakeText(int start, int end)
    {
        _pos = end;
        if (_deep > 0) return false;
        if (Depth == 0)
        {
            if (!_junkOutside && _data.AsSpan(start, end - start).IndexOfAnyExcept(s_blanks) is var junk and >= 0)
            {
                _junkOutside = true;
                _problems.Fault("xml.text_outside_root", "there is text outside the root element", start + junk);
            }

            return false;
        }

        // Between elements there is mostly a line break: nothing to check in it.
        (_textStart, _textEnd, _textIsCData, _textChecked) = (start, end, false, end - start == 1 && IsBlank(_data[start]));
        Token = Token.Text;
        return true;
    }

    private void Leave()
    {
        ref readonly var scope = ref _scopes[Depth];
        if (_bindingCount > scope.Bindings) Unbind(scope.Bindings);
        _defaultNs = scope.OuterDefault;
        Depth--;
        if (Depth == 0) _rootEnded = true;
    }
}
