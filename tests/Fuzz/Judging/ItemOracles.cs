using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Fuzz.Judging;

/// <summary>What holds for the items of a feed that is damaged in one place.</summary>
internal sealed class ItemOracles(Random random)
{
    // Damage that a reader can confine to the item it happens in.
    private static readonly Func<string, int, string>[] Defects =
    [
        (item, at) => item.Insert(Text(item, at), " & "),
        (item, at) => item.Insert(Text(item, at), "&undeclared;"),
        (item, at) => item.Insert(Text(item, at), "\u0001"),
        (item, at) => item.Insert(Text(item, at), " < "),
        (item, at) => item.Insert(Text(item, at), "&#0;"),
        (item, at) => item.Insert(Text(item, at), "<b>x</b>"),
        (item, at) => item.Insert(Text(item, at), "<br>"),
        (item, at) => item.Insert(Text(item, at), "<zz:q>x</zz:q>"),
        (item, at) => item.Insert(Text(item, at), "<!-- a -- b -->"),
        (item, at) => item.Insert(Text(item, at), "</nothing>"),
        (item, at) => item.Replace("</title>", "</TITLE>", StringComparison.Ordinal),
        (item, at) => item.Replace("</title>", "", StringComparison.Ordinal),
        (item, at) => item.Replace("<title", "<title bare", StringComparison.Ordinal),
        (item, at) => item.Replace("<title", "<title a='1' a='2'", StringComparison.Ordinal),
        (item, at) => item.Replace("<link", "<link x=y", StringComparison.Ordinal),
    ];

    /// <summary>One broken item leaves the others equal.</summary>
    internal Finding? Siblings()
    {
        var (text, items) = new FeedMaker(random).Make(random.Next(2) == 0, 3 + random.Next(6));
        var broken = random.Next(items.Count);
        var (start, end) = items[broken];
        var defect = random.Next(Defects.Length);
        var damaged = text[..start] + Defects[defect](text[start..end], random.Next(int.MaxValue)) + text[end..];
        var (whole, after) = (Read(text), Read(damaged));
        if (after.Count != whole.Count)
            return new Finding("sibling", $"defect {defect} leaves {after.Count} of {whole.Count} items", Encoding.UTF8.GetBytes(damaged));
        for (var i = 0; i < whole.Count; i++)
            if (i != broken && Digests.Of(whole[i]) != Digests.Of(after[i]))
                return new Finding("sibling", $"defect {defect} in item {broken} changes item {i}", Encoding.UTF8.GetBytes(damaged));
        return null;
    }

    /// <summary>A cut keeps the items before it, and says that the feed is not whole.</summary>
    internal Finding? Cut()
    {
        var (text, items) = new FeedMaker(random).Make(random.Next(2) == 0, 2 + random.Next(8));
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = 1 + random.Next(bytes.Length - 1);
        var cut = bytes[..at];
        var before = items.Count(i => Encoding.UTF8.GetByteCount(text.AsSpan(0, i.End)) <= at);
        var outcome = FeedReader.Read(cut, ReadContext.None);
        if (outcome is not ReadOutcome.Parsed(var feed))
            return before > 0 ? new Finding("cut", $"a feed cut behind {before} items is refused", cut) : null;
        var whole = Read(text);
        if (feed.Items.Count < before || Enumerable.Range(0, before).Any(i => Digests.Of(whole[i]) != Digests.Of(feed.Items[i])))
            return new Finding("cut", $"of {before} items before the cut not all are equal", cut);
        return feed.Complete && !Encoding.UTF8.GetString(cut).TrimEnd().EndsWith('>')
            ? new Finding("cut", "a feed cut inside text or a tag counts as complete", cut)
            : null;
    }

    // A place between two tags where characters stand.
    private static int Text(string item, int seed)
    {
        var places = new List<int>();
        for (var i = item.IndexOf('>', StringComparison.Ordinal); i >= 0 && i + 1 < item.Length; i = item.IndexOf('>', i + 1))
            if (item[i + 1] != '<' && !InSection(item, i))
                places.Add(i + 1);
        return places[seed % places.Count];
    }

    private static bool InSection(string item, int at) =>
        item.LastIndexOf("<![CDATA[", at, StringComparison.Ordinal) > item.LastIndexOf("]]>", at, StringComparison.Ordinal) || item.AsSpan(0, at).EndsWith("]]", StringComparison.Ordinal);

    private static IReadOnlyList<FeedItem> Read(string text) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(text), ReadContext.None) is ReadOutcome.Parsed(var feed) ? feed.Items : [];
}
