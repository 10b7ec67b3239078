using Aggregator.Feeds;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Reads an OPML list: every outline with an address is a feed, the folders around it are its group.</summary>
internal static class OpmlListReader
{
    private const int LongestTitle = 500;

    public static ListPart Read(ReadOnlyMemory<byte> bytes, ListProblems problems)
    {
        var document = OpmlDocument.Read(bytes);
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0) problems.Error(0, null, "the file is empty; a list of feeds in OPML has an opml element");
        else if (!document.IsOpml) problems.Error(0, null, "this is not OPML; an address list is a .txt file");
        // Half a list would stop the polling of the other half.
        else if (!document.Complete) problems.Error(0, null, "the file ends before its <opml> does; was it still being written?");
        else
        {
            if (document is { WellFormed: false, Problems: [var first, ..] })
                problems.Warning(first.Line, null, $"the file is not well-formed and was read as well as it can be: {first.Message}");
            return new ListPart { Entries = [.. document.Outlines.Select(o => Entry(o, problems)).OfType<ListEntry>()] };
        }

        return new ListPart();
    }

    private static ListEntry? Entry(OpmlOutline outline, ListProblems problems)
    {
        if (FeedUrl.Problem(outline.XmlUrl) is { } wrong)
        {
            problems.Warning(outline.Line, null, $"{wrong}; the outline is left out");
            return null;
        }

        return new ListEntry
        {
            Url = outline.XmlUrl,
            // Writers must give a text, so that one without a name has its address there.
            Title = outline.Title == outline.XmlUrl ? null : Line(outline.Title),
            Group = Line(string.Join('/', outline.Folder.Select(Line).Where(f => f is not null))),
            Options = OpmlOptions.Read(outline, problems),
            Line = outline.Line,
        };
    }

    // One line of readable text: what other programs put into names is not worth a warning.
    private static string? Line(string? text)
    {
        if (text is null) return null;
        var words = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestTitle) words = words[..(char.IsHighSurrogate(words[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
        return words.Length == 0 ? null : words;
    }
}
