namespace Aggregator.Feeds.Xml;

/// <summary>Local names of elements that some reader knows, without regard to case: <c>pubDate</c>, <c>pubdate</c> and CDF's capitals
/// are one name each. An underscore stands for itself.</summary>
internal enum Name : ushort
{
    Unknown, A, Abstract, Author, Available, Base, Block, Body, BrowserFriendly, Category, Channel, Cloud, CommentRss, Comments, Content,
    Contributor, Copyright, Created, Creator, Credit, Date, Description, Div, Docs, Duration, Email, Enclosure, Encoded, Entry,
    ExpirationDate, Explicit, Feed, Fullitem, Generator, GeneratorAgent, Genres, Group, Guid, Head, Height, Homepage, Html, Icon, Id, Image,
    Info, Issued, Item, Items, Keywords, Language, LastBuildDate, LastMod, License, Link, Loc, Logo, ManagingEditor, Modified, Name, News,
    Opml, OrigLink, Owner, Person, PubDate, Publication, Publication_date, Published, Publisher, RDF, Rights, Rss, SitemapIndex, Source,
    Subject, Subtitle, Summary, Tag, Tagline, Tags, TextInput, Thumbnail, Title, Transcript, Ttl, Updated, Uri, Url, Urlset, Valid,
    WebMaster, Width,
}
