namespace Aggregator.Passes;

/// <summary>Which of the chosen feeds a pass polls.</summary>
/// <param name="NotDueToo">Due or not.</param>
/// <param name="DespiteRetryAfter">Also those whose server asked to be left alone until later.</param>
internal sealed record PassRules(bool NotDueToo, bool DespiteRetryAfter);
