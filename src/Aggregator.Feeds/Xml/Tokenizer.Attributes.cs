using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Attributes of the start tag that was just met: kept as offsets, decoded when asked for.</summary>
internal sealed partial class Tokenizer
{
    private Attribute[] _attributes = new Attribute[16];
    private int _attributeCount;
    private int _attributesDropped;
    private bool _specialAttributes;     // there is an xmlns or xml: attribute
    private bool _prefixedAttributes;    // there is another one with a prefix

    private struct Attribute
    {
        public int NameStart;
        public int NameLength;
        public int Colon;
        public uint Hash;
        public int ValueStart;
        public int ValueLength;
    }

    public int AttributeCount => _attributeCount;

    /// <summary>The value of an attribute without a prefix, decoded; null when the element has none. Upper and lower case are one.</summary>
    public string? AttributeOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var a = ref _attributes[i];
            if (a.Colon < 0 && a.NameLength == name.Length && Ascii.EqualsIgnoreCase(_data.AsSpan(a.NameStart, a.NameLength), name)) return AttributeValue(i);
        }

        return null;
    }

    /// <summary>The value of an attribute of a namespace; null when the element has none.</summary>
    public string? AttributeOf(Ns ns, ReadOnlySpan<byte> name)
    {
        if (!_prefixedAttributes && !_specialAttributes) return null;
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var a = ref _attributes[i];
            if (a.Colon < 0 || !_data.AsSpan(a.Colon + 1, a.NameStart + a.NameLength - a.Colon - 1).SequenceEqual(name)) continue;
            if (Resolve(a.NameStart, a.Colon, false) == ns) return AttributeValue(i);
        }

        return null;
    }

    /// <summary>The value of an attribute, decoded.</summary>
    public string AttributeValue(int index)
    {
        ref readonly var a = ref _attributes[index];
        if (a.ValueLength <= 0) return "";
        if (a.ValueLength <= 12 && CommonValue(_data.AsSpan(a.ValueStart, a.ValueLength)) is { } common) return common;
        return Decode(a.ValueStart, a.ValueStart + a.ValueLength, TextPlace.Attribute, false);
    }

    // Values that stand on every item need no string of their own.
    private static string? CommonValue(ReadOnlySpan<byte> value) => value.Length switch
    {
        4 when value.SequenceEqual("html"u8) => "html",
        4 when value.SequenceEqual("text"u8) => "text",
        4 when value.SequenceEqual("true"u8) => "true",
        4 when value.SequenceEqual("self"u8) => "self",
        5 when value.SequenceEqual("xhtml"u8) => "xhtml",
        5 when value.SequenceEqual("false"u8) => "false",
        5 when value.SequenceEqual("image"u8) => "image",
        7 when value.SequenceEqual("replies"u8) => "replies",
        9 when value.SequenceEqual("alternate"u8) => "alternate",
        9 when value.SequenceEqual("enclosure"u8) => "enclosure",
        9 when value.SequenceEqual("text/html"u8) => "text/html",
        9 when value.SequenceEqual("image/png"u8) => "image/png",
        10 when value.SequenceEqual("image/jpeg"u8) => "image/jpeg",
        10 when value.SequenceEqual("audio/mpeg"u8) => "audio/mpeg",
        _ => null,
    };

    /// <summary>The name of an attribute as written.</summary>
    public ReadOnlySpan<byte> AttributeName(int index) => _data.AsSpan(_attributes[index].NameStart, _attributes[index].NameLength);

    /// <summary>The namespace URI of an attribute; empty when it has none.</summary>
    public string AttributeNamespace(int index)
    {
        ref readonly var a = ref _attributes[index];
        if (a.Colon >= 0) return UriOf(a.NameStart, a.Colon);
        return AttributeName(index).SequenceEqual("xmlns"u8) ? Namespaces.XmlnsUri : "";
    }

    private void ResetAttributes()
    {
        _attributeCount = 0;
        _attributesDropped = 0;
        _specialAttributes = false;
        _prefixedAttributes = false;
    }

    private bool AnyValue()
    {
        for (var i = 0; i < _attributeCount; i++)
            if (_attributes[i].ValueLength >= 0) return true;
        return false;
    }

    // Reads one attribute. Returns where it ends; that number's complement when the tag ended with it (a lost quote).
    private int ReadAttribute(int p, ref bool empty)
    {
        ReadOnlySpan<byte> d = _data.AsSpan(0, _end);
        if (!IsNameStart(d[p]))
        {
            _problems.Fault("xml.malformed_attribute", "something in a tag is no attribute", p);
            p++;
            while (p < d.Length && !IsNameStart(d[p]) && !IsBlank(d[p]) && d[p] is not ((byte)'>' or (byte)'/' or (byte)'<')) p++;
            return p;
        }

        // Read where it will stay; one beyond the limit is read and not counted.
        if (_attributeCount == _attributes.Length) Array.Resize(ref _attributes, _attributes.Length * 4);
        ref var a = ref _attributes[_attributeCount];
        var nameEnd = ScanName(p, out var colon);
        (a.NameStart, a.NameLength, a.Colon, a.ValueLength) = (p, nameEnd - p, colon, -1);
        p = nameEnd;
        while (p < d.Length && IsBlank(d[p])) p++;
        if (p < d.Length && d[p] == '=')
        {
            p++;
            while (p < d.Length && IsBlank(d[p])) p++;
            p = ReadValue(p, ref a, ref empty);
        }
        else
        {
            p = nameEnd;
            if (p < d.Length) _problems.Fault("xml.malformed_attribute", $"the attribute {Shown(d[a.NameStart..nameEnd])} has no value", a.NameStart);
        }

        Keep(ref a);
        return p;
    }

    private void Keep(ref Attribute a)
    {
        if (_attributeCount >= Limits.Attributes)
        {
            if (_attributesDropped++ == 0) _problems.Warn("limit.attributes", $"more than {Limits.Attributes} attributes of one element are left out", a.NameStart);
            return;
        }

        var name = _data.AsSpan(a.NameStart, a.NameLength);
        a.Hash = NameTable.Hash(name);
        if (name.StartsWith("xml"u8) && (name.Length == 5 && name[3] == 'n' || a.Colon >= 0) && (name.SequenceEqual("xmlns"u8) || name.StartsWith("xmlns:"u8) || name.StartsWith("xml:"u8)))
            _specialAttributes = true;
        else if (a.Colon >= 0) _prefixedAttributes = true;
        _attributeCount++;
    }

    // Two attributes of one name, as written or by namespace; prefixes that nobody declared.
    private void CheckAttributes()
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var a = ref _attributes[i];
            var name = AttributeName(i);
            var special = a.Colon >= 0 && name.StartsWith("xml"u8) && (name.StartsWith("xmlns:"u8) || name.StartsWith("xml:"u8));
            if (a.Colon >= 0 && !special) Resolve(a.NameStart, a.Colon, true);
            for (var j = 0; j < i; j++)
            {
                ref readonly var b = ref _attributes[j];
                if (a.Hash == b.Hash && name.SequenceEqual(AttributeName(j)))
                {
                    _problems.Fault("xml.duplicate_attribute", $"the attribute {Shown(name)} stands twice", a.NameStart);
                    break;
                }

                if (_prefixedAttributes && !special && a.Colon >= 0 && b.Colon >= 0 && LocalName(i).SequenceEqual(LocalName(j)) && AttributeNamespace(i) == AttributeNamespace(j))
                {
                    _problems.Fault("xml.duplicate_attribute", $"two attributes are the same as {Shown(name)}", a.NameStart);
                    break;
                }
            }
        }
    }

    private ReadOnlySpan<byte> LocalName(int index)
    {
        ref readonly var a = ref _attributes[index];
        return a.Colon < 0 ? AttributeName(index) : _data.AsSpan(a.Colon + 1, a.NameStart + a.NameLength - a.Colon - 1);
    }
}
