namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>One thing a search looks for.</summary>
/// <param name="Text">The word or phrase as typed, without its quotes.</param>
/// <param name="Column">Where it must be: title, subtitle, author or text; null: anywhere.</param>
/// <param name="IsPrefix">Words that begin with it count.</param>
/// <param name="IsExcluded">Articles with it do not count.</param>
/// <param name="IsAlternative">It, or the term before it.</param>
internal sealed record SearchTerm(string Text, string? Column, bool IsPrefix, bool IsExcluded, bool IsAlternative);
