using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>
/// Decides what each item of an answer is: a new article, a known one seen again, a revision.
/// Takes the articles of one answer and what the archive knows; gives one verdict each, in order; never touches the archive.
/// </summary>
public static class DuplicateDecider
{
    public static IReadOnlyList<Verdict> Decide(long feedId, IReadOnlyList<Article> articles, Knowledge known, DateTimeOffset now) => [];
}
