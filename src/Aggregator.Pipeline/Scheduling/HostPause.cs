namespace Aggregator.Pipeline.Scheduling;

/// <summary>A host that asked to be left alone: none of its feeds is polled until then.</summary>
/// <param name="Host">Its name, with the port when that is not the usual one.</param>
/// <param name="From">When it asked; what an operator forces later is polled all the same.</param>
/// <param name="Until">When it may be asked again.</param>
/// <param name="Reason">In words, for the feeds that wait.</param>
public sealed record HostPause(string Host, DateTimeOffset From, DateTimeOffset Until, string Reason);
