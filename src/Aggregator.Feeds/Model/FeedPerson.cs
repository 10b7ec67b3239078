namespace Aggregator.Feeds;

/// <summary>A person or organisation named in a feed.</summary>
/// <param name="Name">The name, null when only an address is given.</param>
/// <param name="Email">The mail address, null when none is given.</param>
/// <param name="Uri">The home page, null when none is given.</param>
public sealed record FeedPerson(string? Name, string? Email, string? Uri);
