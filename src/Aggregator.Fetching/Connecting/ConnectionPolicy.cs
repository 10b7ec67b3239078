namespace Aggregator.Fetching.Connecting;

/// <summary>What decides whether two feeds may use the same pooled connection.</summary>
/// <param name="AllowPrivateNetwork">The feed may live on a private network.</param>
internal readonly record struct ConnectionPolicy(bool AllowPrivateNetwork);
