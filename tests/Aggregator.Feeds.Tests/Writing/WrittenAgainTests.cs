using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Feeds.Tests.Writing;

/// <summary>Every fixture is read, written in its own format and read again: the two readings are equal but for what the writer says that it leaves out.</summary>
public sealed class WrittenAgainTests
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> Names => Reading.FixtureTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_back_equal(string name)
    {
        if (Read(File.ReadAllBytes(Path.Combine(FixtureFiles.Root, name))) is not ReadOutcome.Parsed { Feed: var feed }) return;
        var format = feed.Version[0] switch { 'a' => "atom", 'j' => "json", _ => "rss" };
        var outcome = Assert.IsType<ReadOutcome.Parsed>(Read(FeedWriterTests.Bytes(feed, format)));
        Assert.True(outcome.WellFormed);
        Assert.Equal(Shown(feed, format), Shown(outcome.Feed, format));
    }

    private static ReadOutcome Read(byte[] body) => FeedReader.Read(body, new ReadContext { Url = "http://example.org/feed/index.xml" });

    private static string Shown(ParsedFeed feed, string format) => JsonSerializer.Serialize(Comparable(feed, format), s_options);

    // What the writer's documentation names: what no format says, what a format demands, and what it says in another place.
    private static ParsedFeed Comparable(ParsedFeed feed, string format, bool isSource = false) => feed with
    {
        Version = "",
        Complete = true,
        Info = null,
        Id = isSource || format != "atom" ? feed.Id : feed.Id ?? feed.SelfUrl ?? feed.Link,
        Title = Comparable(feed.Title, format, feed.Language),
        Description = Comparable(feed.Description, format, feed.Language),
        Rights = Comparable(feed.Rights, format, feed.Language),
        Updated = Comparable(feed.Updated ?? (isSource || format != "atom" ? null : feed.Published ?? feed.Items.Select(i => i.Updated ?? i.Published).MaxBy(d => d?.At))),
        Published = Comparable(feed.Published),
        Created = Comparable(feed.Created),
        Authors = isSource || format != "atom" || feed.Authors.Count > 0 ? feed.Authors : [new FeedPerson(feed.Title?.ToPlainText(), null, null)],
        Categories = Comparable(feed.Categories, format),
        Links = Comparable(feed.Links, feed.Link, format),
        Items = [.. feed.Items.Select(item => Comparable(item, format, feed))],
    };

    private static FeedItem Comparable(FeedItem item, string format, ParsedFeed feed)
    {
        var language = item.Language ?? feed.Language;
        return item with
        {
            Complete = true,
            Dates = [],
            Id = item.Id ?? (format == "rss" ? null : item.Url ?? ItemIds.Of(item)),
            IdIsPermalink = format != "rss" ? null : item.IdIsPermalink ?? (item.Id is null ? null : item.Id == item.Url),
            Title = Comparable(item.Title, format, language),
            Summary = Comparable(item.Summary, format, language),
            Content = Comparable(item.Content, format, language),
            Rights = Comparable(item.Rights, format, language),
            Updated = Comparable(item.Updated ?? (format == "atom" ? item.Published ?? feed.Updated : null)),
            Published = Comparable(item.Published),
            Created = Comparable(item.Created),
            Expires = Comparable(item.Expires),
            Categories = Comparable(item.Categories, format),
            Enclosures = [.. item.Enclosures.Select(e => format == "rss" ? e with { Type = e.Type ?? "application/octet-stream" } : e)],
            Links = Comparable(item.Links, item.Url, format),
            PodcastDuration = format == "json" ? null : item.PodcastDuration ?? item.Enclosures.FirstOrDefault(e => e.DurationSeconds is not null)?.DurationSeconds?.ToString(CultureInfo.InvariantCulture),
            Source = item.Source is null ? null : Comparable(item.Source, format, isSource: true),
        };
    }

    private static FeedText? Comparable(FeedText? text, string format, string? language) => text is null ? null : text with
    {
        Kind = format == "rss" || text.Kind == TextKind.Xhtml ? TextKind.Html : text.Kind,
        Language = format == "rss" ? null : text.Language ?? language,
        Base = null,
        MediaType = null,
    };

    private static FeedDate? Comparable(FeedDate? date) => date?.At is { } at ? FeedDate.Of(at) : null;

    private static IReadOnlyList<FeedCategory> Comparable(IReadOnlyList<FeedCategory> categories, string format) =>
        format == "rss" ? [.. categories.Select(c => c with { Label = null })] : categories;

    private static IReadOnlyList<FeedLink> Comparable(IReadOnlyList<FeedLink> links, string? page, string format)
    {
        if (page is not null && !links.Any(l => l.Rel == "alternate" && l.Href == page)) links = [new FeedLink(page, "alternate"), .. links];
        return format != "rss" ? links : [.. links.OrderBy(l => l.Rel, StringComparer.Ordinal).ThenBy(l => l.Href, StringComparer.Ordinal)
            .Select(l => l.Rel == "enclosure" ? l with { Type = l.Type ?? "application/octet-stream" } : l)];
    }
}
