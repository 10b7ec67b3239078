using System.Globalization;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>iTunes podcast tags.</summary>
internal static class Itunes
{
    private const string Scheme = "http://www.itunes.com/";

    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Title:
                d.Title.Offer(e.Html(LeafRule.Short), Rank.Itunes);
                return true;
            case Name.Author:
                d.AddAuthor(PersonText.Parse(e.Text()));
                return true;
            case Name.Owner:
                if (AtomFields.Person(e) is { } owner) d.Publisher.Offer(owner, Rank.Itunes);
                return true;
            case Name.Summary:
                d.Summary.Offer(e.Html(LeafRule.Long), Rank.Itunes);
                return true;
            case Name.Subtitle:
                var subtitle = e.Text();
                if (subtitle is null) return true;
                if (d.IsFeed) d.Summary.Offer(new FeedText(subtitle, TextKind.Html), Rank.Last);
                d.PodcastSubtitle ??= subtitle;
                return true;
            case Name.Duration:
                if (e.Text() is not { } duration) return true;
                d.PodcastDuration ??= duration;
                d.DurationSeconds ??= Seconds(duration);
                return true;
            case Name.Explicit:
                d.PodcastExplicit ??= Explicit(e.Text());
                return true;
            case Name.Block:
                d.PodcastBlock ??= Block(e.Text());
                return true;
            case Name.Image:
                var url = e.UrlAttribute("href"u8) ?? e.UrlAttribute("url"u8) ?? e.Url();
                if (url is not null) d.Image.Offer(new FeedImage(url), Rank.Itunes);
                return true;
            case Name.Link when e.Attribute("rel"u8) == "image":
                if (e.UrlAttribute("href"u8) is { } picture) d.Image.Offer(new FeedImage(picture), Rank.Other);
                return true;
            case Name.Category:
                Categories(e, d);
                return true;
            case Name.Keywords:
                foreach (var keyword in (e.Text() ?? "").Split([',', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    d.AddCategory(keyword, Scheme, null);
                return true;
            default:
                return false;
        }
    }

    /// <summary>yes, true, explicit; no, false, clean; else neither.</summary>
    internal static bool? Explicit(string? value) => value switch
    {
        "yes" or "true" or "explicit" => true,
        "no" or "false" or "clean" => false,
        _ => null,
    };

    /// <summary>Only yes blocks, as the directories read it.</summary>
    internal static bool Block(string? value) => value is "yes" or "Yes";

    // Categories nest: <category text="Technology"><category text="Podcasting"/></category>.
    private static void Categories(ElementCursor e, Draft d)
    {
        var depth = e.Tokens.Depth;
        if ((e.Attribute("text"u8) ?? e.Attribute("term"u8)) is { Length: > 0 } text) d.AddCategory(text, Scheme, null);
        while (e.Tokens.Read() != Token.Eof && !(e.Tokens.Token == Token.End && e.Tokens.Depth <= depth))
            if (e.Tokens.Token == Token.Start && e.Name == Name.Category && (e.Attribute("text"u8) ?? e.Attribute("term"u8)) is { Length: > 0 } inner)
                d.AddCategory(inner, Scheme, null);
    }

    /// <summary><c>1:02:03</c>, <c>62:03</c> or seconds; null for anything else.</summary>
    internal static double? Seconds(string duration)
    {
        double seconds = 0;
        foreach (var part in duration.Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
            seconds = (seconds * 60) + value;
        }

        return seconds;
    }
}
