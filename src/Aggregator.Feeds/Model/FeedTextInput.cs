namespace Aggregator.Feeds;

/// <summary>RSS <c>textInput</c> (0.9: <c>textinput</c>): a form that belongs to the feed.</summary>
/// <param name="Title">Label of its button.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Name">Name of its field.</param>
/// <param name="Link">Absolute address that it is sent to.</param>
public sealed record FeedTextInput(string? Title, string? Description, string? Name, string? Link);
