namespace Aggregator.Feeds.Xml;

/// <summary>Local names of elements that some reader knows, without regard to case: <c>pubDate</c>, <c>pubdate</c> and CDF's capitals
/// are one name each. An underscore stands for itself.</summary>
internal enum Name : ushort
{
    Unknown,
    Abstract, Actor, Alternate, Author, Base, Block, Body, Bitrate, Category, Channel, City, Cloud, Comment, CommentRss, Comments, Content, Contributor,
    Copyright, Country, Created, Creator, Credit, Date, DateTaken, Description, Docs, Domain, Duration, Email, Enclosure, EncodedOrNot, Encoded,
    Entry, ErrorReportsTo, Expirationdate, Explicit, Feed, FeedUrl, FirstName, FullName, Generator, GeneratorAgent, Genres, Group, Guid, Head, Height,
    Html, Icon, Id, Image, Info, Issued, Item, Items, Keywords, Language, LastBuildDate, LastMod, LastName, License, Li, Link, Loc, Location, Logo,
    Logo_url, ManagingEditor, Modified, Name, News, Opml, OrigEnclosureLink, OrigLink, Owner, Person, Player, PubDate, Publication,
    Publication_date, Published, Publisher, Rating, RDF, Rights, Rss, Seq, Season, SkipDays, SkipHours, Source, Stock_tickers, Subject, Subtitle,
    Summary, Tagline, TextInput, Text, Thumbnail, Title, Transcript, Ttl, Updated, Uri, Url, Urlset, Usage, Valid, Value, Version, Webmaster, Width,
    Homepage, Phone, A, Log, Rel, Href, Type, Keyword, Episode, EpisodeType, SitemapIndex, Sitemap, Img, Image_loc, Schedule, Available, DateSubmitted,
    DateAccepted, DateCopyrighted, Restriction, Adult, Hash, Text_track, InReplyTo, Total, Div, P, Span, Complete, NewFeedUrl, Order, Identifier,
}
