namespace Aggregator.Pipeline.Subscribing;

/// <summary>The feed list as it is in effect: each feed once, in list order, and every problem that was met.</summary>
/// <param name="Feeds">The subscriptions; empty when <see cref="HasErrors"/>.</param>
/// <param name="Problems">Every error and warning of all files, in file and line order.</param>
public sealed record FeedList(IReadOnlyList<Subscription> Feeds, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>True when the list is refused as a whole.</summary>
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>The text of one list file.</summary>
/// <param name="Name">The file as the operator named it, for messages.</param>
/// <param name="Folder">Absolute folder of the file; local feeds must lie below it.</param>
/// <param name="Content">The bytes of the file.</param>
public sealed record ListFile(string Name, string Folder, ReadOnlyMemory<byte> Content);
