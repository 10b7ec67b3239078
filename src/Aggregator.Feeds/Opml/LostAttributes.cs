using System.Text;

namespace Aggregator.Feeds;

/// <summary>
/// Finds attributes that fell out of an outline's tag: a description holds unescaped markup with quotes of its own, so the tag seemed to
/// end early. Between outlines OPML has no text, so whatever follows the tag up to the next outline belonged to it.
/// </summary>
internal static class LostAttributes
{
    /// <summary>What follows a tag up to the next outline's tag.</summary>
    internal static ReadOnlySpan<byte> After(ReadOnlySpan<byte> data, int tagEnd)
    {
        var rest = data[Math.Min(tagEnd, data.Length)..];
        var at = 0;
        while (rest[at..].IndexOf("outline"u8) is var next and >= 0)
        {
            at += next;
            if (at > 0 && (rest[at - 1] == '<' || (at > 1 && rest[at - 1] == '/' && rest[at - 2] == '<')))
                return rest[..(at - 1)];
            at += "outline"u8.Length;
        }
        return rest;
    }

    /// <summary>The value of an attribute in such a stretch; null when it is not there.</summary>
    internal static string? Find(ReadOnlySpan<byte> stretch, ReadOnlySpan<byte> name)
    {
        var at = 0;
        while (stretch[at..].IndexOf(name) is var next and >= 0)
        {
            var before = at + next;
            at = before + name.Length;
            if (before == 0 || !IsBlank(stretch[before - 1]))
                continue;
            var value = stretch[at..].TrimStart(" \t\r\n"u8);
            if (value.IsEmpty || value[0] != '=')
                continue;
            value = value[1..].TrimStart(" \t\r\n"u8);
            if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\''))
                continue;
            var end = value[1..].IndexOf(value[0]);
            if (end >= 0)
                return HtmlEntities.DecodeAttribute(Encoding.UTF8.GetString(value.Slice(1, end)));
        }
        return null;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
