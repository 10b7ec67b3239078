using Aggregator.Fetching.Bodies;
using Aggregator.Fetching.Connecting;

namespace Aggregator.Fetching;

/// <summary>What all fetches share.</summary>
internal sealed record FetchTools(
    FetchSettings Settings, TimeProvider Time, ConnectionPools Pools, MemoryBudget Memory, SecretReader Secrets, string UserAgent);
