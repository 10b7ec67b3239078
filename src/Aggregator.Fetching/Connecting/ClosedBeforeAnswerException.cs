namespace Aggregator.Fetching.Connecting;

/// <summary>A new connection was closed before any answer came on it.</summary>
internal sealed class ClosedBeforeAnswerException() : IOException("the connection was closed before an answer");
