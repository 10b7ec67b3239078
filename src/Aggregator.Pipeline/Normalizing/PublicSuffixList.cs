using System.Globalization;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// The registrable domain of a host by the Public Suffix List: the part that one owner registered, such as <c>example.co.uk</c>.
/// The list is read at the first question, not at start.
/// </summary>
internal static class PublicSuffixList
{
    private enum Rule : byte
    {
        /// <summary><c>co.uk</c>: the name is a public suffix.</summary>
        Name = 1,

        /// <summary><c>*.ck</c>: every name directly below is a public suffix.</summary>
        AllBelow = 2,

        /// <summary><c>!www.ck</c>: the name is none, whatever the wildcard says.</summary>
        Exception = 4,
    }

    private static readonly IdnMapping _idn = new() { AllowUnassigned = true };
    private static readonly Lazy<Dictionary<string, Rule>> _rules = new(Read);

    /// <summary>The registrable domain; empty when the host has none: an address, a single label, a public suffix.</summary>
    /// <param name="host">Lower case, ASCII, without a trailing dot.</param>
    public static ReadOnlySpan<char> DomainOf(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty || host[0] == '[' || char.IsAsciiDigit(host[^1])) return [];
        var labels = LabelsOfDomain(Readable(host));
        var dot = host.Length;
        while (labels-- > 0)
        {
            dot = host[..dot].LastIndexOf('.');
            if (dot < 0) return labels == 0 ? host : [];
        }

        return host[(dot + 1)..];
    }

    // The algorithm of publicsuffix.org: the longest rule wins, an exception beats it, and without a rule the last label is the suffix.
    private static int LabelsOfDomain(ReadOnlySpan<char> host)
    {
        var rules = _rules.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var labels = host.Count('.') + 1;
        for (var rest = host; labels > 0; labels--)
        {
            if (rules.TryGetValue(rest, out var rule))
            {
                if ((rule & Rule.Exception) != 0) return labels;
                if ((rule & Rule.Name) != 0) return labels + 1;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0) break;
            var parent = rest[(dot + 1)..];
            if (rules.TryGetValue(parent, out var above) && (above & Rule.AllBelow) != 0) return labels + 1;
            rest = parent;
        }

        return 2;
    }

    // The list spells international names in Unicode.
    private static ReadOnlySpan<char> Readable(ReadOnlySpan<char> host)
    {
        if (host.IndexOf("xn--", StringComparison.Ordinal) < 0) return host;
        try
        {
            return _idn.GetUnicode(host.ToString());
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static Dictionary<string, Rule> Read()
    {
        var rules = new Dictionary<string, Rule>(12_000, StringComparer.Ordinal);
        using var stream = typeof(PublicSuffixList).Assembly.GetManifestResourceStream("public_suffix_list.dat")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // A rule ends at the first white space.
            var space = line.AsSpan().IndexOfAny(' ', '\t');
            var text = space < 0 ? line : line[..space];
            if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal)) continue;
            var (name, rule) = text[0] switch
            {
                '!' => (text[1..], Rule.Exception),
                '*' when text.StartsWith("*.", StringComparison.Ordinal) => (text[2..], Rule.AllBelow),
                _ => (text, Rule.Name),
            };
            rules[name] = rules.GetValueOrDefault(name) | rule;
        }

        return rules;
    }
}
