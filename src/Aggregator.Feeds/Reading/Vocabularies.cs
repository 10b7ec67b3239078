using Aggregator.Feeds.Reading.Extensions;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Who reads the elements of which namespace. A new extension is a file in Extensions and a row here.</summary>
internal static class Vocabularies
{
    private static readonly ElementHandler?[] s_handlers = Build(
        (Ns.None, RssFields.Read),
        (Ns.Atom, AtomFields.Read),
        (Ns.DublinCore, DublinCore.Read),
        (Ns.DublinCoreTerms, DublinCoreTerms.Read),
        (Ns.Content, Content.Read),
        (Ns.Xhtml, XhtmlBody.Read),
        (Ns.Itunes, Itunes.Read),
        (Ns.GooglePlay, GooglePlay.Read),
        (Ns.Media, MediaRss.Read),
        (Ns.CommentApi, CommentApi.Read),
        (Ns.FeedBurner, FeedBurner.Read),
        (Ns.CreativeCommons, CreativeCommons.Read),
        (Ns.Podcast, Podcasting.Read),
        (Ns.Admin, Administration.Read));

    /// <summary>The reader of a namespace's elements; null when nobody reads them.</summary>
    public static ElementHandler? Of(Ns ns) => (int)ns < s_handlers.Length ? s_handlers[(int)ns] : null;

    private static ElementHandler?[] Build(params ReadOnlySpan<(Ns Ns, ElementHandler Handler)> rows)
    {
        var handlers = new ElementHandler?[(int)Ns.Foreign];
        foreach (var (ns, handler) in rows) handlers[(int)ns] = handler;
        return handlers;
    }
}
