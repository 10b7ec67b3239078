using System.Text;
using System.Text.Unicode;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Reads a text list: one address a line, <c>#</c> begins a comment line, also behind an address after a space.</summary>
internal static class TextListReader
{
    public static ListPart Read(ReadOnlySpan<byte> text, ListProblems problems)
    {
        var entries = new List<ListEntry>();
        var line = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            line++;
            if (Entry(text[range], line, problems) is { } entry) entries.Add(entry);
        }

        return new ListPart { Entries = entries };
    }

    private static ListEntry? Entry(ReadOnlySpan<byte> bytes, int line, ListProblems problems)
    {
        if (!Utf8.IsValid(bytes))
        {
            if (!bytes.TrimStart(" \t"u8).StartsWith("#"u8)) problems.Warning(line, null, "the line is not UTF-8 and is left out");
            return null;
        }

        var url = Encoding.UTF8.GetString(bytes).Trim();
        if (url.StartsWith('#')) return null;
        var comment = url.IndexOf(" #", StringComparison.Ordinal);
        if (comment < 0) comment = url.IndexOf("\t#", StringComparison.Ordinal);
        if (comment >= 0) url = url[..comment].TrimEnd();
        if (url.Length == 0) return null;
        if (FeedUrl.Problem(url) is not { } wrong) return new ListEntry { Url = url, Line = line };
        problems.Warning(line, null, $"{wrong}; the line is left out");
        return null;
    }
}
