namespace Aggregator.Fetching.Connecting;

/// <summary>What decides whether two feeds may use the same pooled connection.</summary>
/// <param name="AllowPrivateNetwork">The feed may live on a private network.</param>
/// <param name="IgnoreTls">Certificates of any kind are taken.</param>
/// <param name="Proxy">The proxy's address; null: none.</param>
/// <param name="ProxyLogin">Its <c>user:password</c>; null: none.</param>
internal readonly record struct ConnectionPolicy(bool AllowPrivateNetwork, bool IgnoreTls, string? Proxy, string? ProxyLogin = null)
{
    /// <summary>A connection serves one request: for a retry after connections that were kept turned out to be dead.</summary>
    public bool Fresh { get; init; }
}
