using Aggregator.Fetching.Addresses;

namespace Aggregator.Fetching.Connecting;

/// <summary>Connections that were all opened under the same policy.</summary>
internal sealed record ConnectionPool(HttpMessageInvoker Invoker, TargetJudge Targets);
