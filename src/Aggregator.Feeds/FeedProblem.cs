namespace Aggregator.Feeds;

/// <summary>Something that was wrong or odd in a document.</summary>
/// <param name="Code">A stable code such as <c>xml.bare_amp</c>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Line">Line in the document, from 1; 0 when it has no place.</param>
public sealed record FeedProblem(string Code, string Message, int Line);
