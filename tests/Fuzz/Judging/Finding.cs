namespace Aggregator.Fuzz.Judging;

/// <summary>A document on which the reader broke a promise.</summary>
/// <param name="Oracle">Which promise: <c>exception</c>, <c>time</c>, <c>repeat</c>, <c>sibling</c>, <c>cut</c>.</param>
/// <param name="What">One sentence.</param>
/// <param name="Document">The bytes.</param>
internal sealed record Finding(string Oracle, string What, byte[] Document);
