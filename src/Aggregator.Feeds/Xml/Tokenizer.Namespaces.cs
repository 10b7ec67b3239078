using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Namespace declarations, <c>xml:base</c> and <c>xml:lang</c> in scope.</summary>
internal sealed partial class Tokenizer
{
    private const int Buckets = 64;
    private readonly int[] _bucketHeads = new int[Buckets];      // 1-based index of the newest binding of a bucket
    private Binding[] _bindings = new Binding[16];
    private int _bindingCount;
    private (string Given, string? Outer, string Resolved)? _lastBase;
    private Ns _defaultNs = Ns.None;
    private List<string>? _foreign;                              // URIs with numbers from Ns.Foreign on
    private Dictionary<string, Ns>? _foreignNumbers;

    private struct Binding
    {
        public int PrefixStart;
        public int PrefixLength;
        public uint Hash;
        public int Older;
        public Ns Ns;
        public string Uri;
    }

    /// <summary>The namespace URI of the element that started or ended; empty when it has none.</summary>
    public string NamespaceUri
    {
        get
        {
            ref readonly var scope = ref _scopes[Depth];
            var colon = RawNameBytes(Depth).IndexOf((byte)':');
            return colon < 0 ? DefaultUri() : UriOf(scope.NameStart, scope.NameStart + colon);
        }
    }

    /// <summary>The local name as written of the element that started or ended.</summary>
    public string LocalNameText
    {
        get
        {
            var name = RawNameBytes(Depth);
            return Encoding.UTF8.GetString(name[(name.IndexOf((byte)':') + 1)..]);
        }
    }

    /// <summary>The name as written, with its prefix.</summary>
    public string QualifiedNameText => Encoding.UTF8.GetString(RawNameBytes(Depth));

    private void ApplySpecialAttributes(ref Scope scope)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var name = AttributeName(i);
            if (!name.StartsWith("xml"u8)) continue;
            if (name.SequenceEqual("xmlns"u8)) Bind(i, 0, 0);
            else if (name.StartsWith("xmlns:"u8)) Bind(i, _attributes[i].NameStart + 6, name.Length - 6);
            else if (name.SequenceEqual("xml:lang"u8)) OwnContext(ref scope).Language = AttributeValue(i).Trim().Replace('_', '-');   // en_US is a common slip (BCP 47 has hyphens only)
            else if (name.SequenceEqual("xml:base"u8) && AttributeValue(i).Trim() is { Length: > 0 } given)
            {
                ref var context = ref OwnContext(ref scope);
                (context.Base, context.OwnBase) = (ResolveBase(given, context.Base), true);
            }
        }
    }

    // The context of the element that is being entered, begun as its parent's. Contexts are a stack as elements are.
    private ref ScopeContext OwnContext(ref Scope scope)
    {
        var outer = _scopes[Depth - 1].Context;
        if (scope.Context == outer)
        {
            scope.Context = outer + 1;
            if (scope.Context == _contexts.Length) Array.Resize(ref _contexts, _contexts.Length * 2);
            _contexts[scope.Context] = _contexts[outer];
        }

        return ref _contexts[scope.Context];
    }

    // Feeds that state a base state the same one on every item.
    private string ResolveBase(string given, string? outer)
    {
        if (_lastBase is { } last && last.Given == given && (object?)last.Outer == outer) return last.Resolved;
        var resolved = FeedUrl.Resolve(given, outer);
        _lastBase = (given, outer, resolved);
        return resolved;
    }

    private void Bind(int attribute, int prefixStart, int prefixLength)
    {
        var raw = _attributes[attribute];
        var uri = AttributeValue(attribute);
        if (uri.AsSpan().IndexOfAny(" \t\r\n") >= 0) _problems.Fault("xml.bad_namespace", "a namespace holds white space", raw.NameStart);
        var prefix = _data.AsSpan(prefixStart, prefixLength);
        if (prefixLength > 0)
        {
            var isXml = prefix.SequenceEqual("xml"u8);
            if (uri.Length == 0) _problems.Fault("xml.bad_namespace", "a prefix cannot be taken back", raw.NameStart);
            if (isXml != (uri == Namespaces.XmlUri) || prefix.SequenceEqual("xmlns"u8) || uri == Namespaces.XmlnsUri)
                _problems.Fault("xml.bad_namespace", "the prefixes xml and xmlns cannot be declared anew", raw.NameStart);
            if (isXml || prefix.SequenceEqual("xmlns"u8)) return;
        }
        else if (uri is Namespaces.XmlUri or Namespaces.XmlnsUri)
        {
            _problems.Fault("xml.bad_namespace", "this namespace cannot be the default", raw.NameStart);
        }

        if (_bindingCount >= Limits.Bindings)
        {
            _problems.Warn("limit.namespaces", $"more than {Limits.Bindings} namespace declarations in scope are left out", raw.NameStart);
            return;
        }

        if (_bindingCount == _bindings.Length) Array.Resize(ref _bindings, _bindings.Length * 2);
        var hash = HashOf(prefix);
        ref var head = ref _bucketHeads[hash % Buckets];
        var ns = NumberOf(uri);
        _bindings[_bindingCount] = new Binding { PrefixStart = prefixStart, PrefixLength = prefixLength, Hash = hash, Older = head, Ns = ns, Uri = uri };
        head = ++_bindingCount;
        if (prefixLength == 0) _defaultNs = ns;
    }

    private void Unbind(int count)
    {
        while (_bindingCount > count)
        {
            ref readonly var last = ref _bindings[--_bindingCount];
            _bucketHeads[last.Hash % Buckets] = last.Older;
        }
    }

    private int FindBinding(ReadOnlySpan<byte> prefix)
    {
        var hash = HashOf(prefix);
        for (var i = _bucketHeads[hash % Buckets]; i > 0; i = _bindings[i - 1].Older)
        {
            ref readonly var b = ref _bindings[i - 1];
            if (b.Hash == hash && prefix.SequenceEqual(_data.AsSpan(b.PrefixStart, b.PrefixLength))) return i - 1;
        }

        return -1;
    }

    private Ns Resolve(int prefixStart, int prefixEnd, bool report)
    {
        var prefix = _data.AsSpan(prefixStart, prefixEnd - prefixStart);
        if (FindBinding(prefix) is var at and >= 0 && _bindings[at].Uri.Length > 0) return _bindings[at].Ns;
        if (prefix.SequenceEqual("xml"u8)) return Ns.Xml;
        if (prefix.SequenceEqual("xmlns"u8)) return Ns.Xmlns;
        if (report) _problems.Fault("xml.undeclared_prefix", $"the prefix {Shown(prefix)} is not declared", prefixStart);
        return NumberOf(Namespaces.Usual(prefix) ?? Encoding.UTF8.GetString(prefix));
    }

    private string UriOf(int prefixStart, int prefixEnd)
    {
        var prefix = _data.AsSpan(prefixStart, prefixEnd - prefixStart);
        if (FindBinding(prefix) is var at and >= 0) return _bindings[at].Uri;
        if (prefix.SequenceEqual("xml"u8)) return Namespaces.XmlUri;
        if (prefix.SequenceEqual("xmlns"u8)) return Namespaces.XmlnsUri;
        return Namespaces.Usual(prefix) ?? Encoding.UTF8.GetString(prefix);
    }

    /// <summary>The default namespace in scope; empty when there is none.</summary>
    public string DefaultNamespaceUri => DefaultUri();

    private string DefaultUri() => FindBinding([]) is var at and >= 0 ? _bindings[at].Uri : "";

    private Ns NumberOf(string uri)
    {
        if (uri.Length == 0) return Ns.None;
        if (Namespaces.Find(uri) is { } known) return known;
        _foreignNumbers ??= [];
        if (_foreignNumbers.TryGetValue(uri, out var number)) return number;
        _foreign ??= [];
        if (_foreign.Count >= Limits.ForeignNamespaces) return Ns.Foreign + Limits.ForeignNamespaces;
        number = Ns.Foreign + (ushort)_foreign.Count;
        _foreign.Add(uri);
        _foreignNumbers.Add(uri, number);
        return number;
    }

    private static uint HashOf(ReadOnlySpan<byte> prefix)
    {
        uint hash = 17;
        foreach (var b in prefix.Length > 32 ? prefix[..32] : prefix) hash = (hash * 31) + b;
        return hash ^ (uint)prefix.Length;
    }
}
