using Aggregator.Fetching.Bodies;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching.Tests;

/// <summary>docs/fetching.md says what the code does.</summary>
public class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Root(), "docs", "fetching.md"));

    [Fact]
    public void Every_failure_of_the_network_is_explained()
    {
        FailureKind[] elsewhere = [FailureKind.FileNotReadable, FailureKind.NotStored, FailureKind.Internal];
        Assert.All(Enum.GetValues<FailureKind>().Except(elsewhere), kind => Assert.Contains($"| `{kind.Name()}` |", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void The_limits_are_the_defaults()
    {
        var defaults = new FetchSettings();
        foreach (var (line, value) in new[]
        {
            ("name, connection and TLS", $", {defaults.ConnectTimeout.TotalSeconds} s |"),
            ("end of the headers, each hop", $", {defaults.HeadersTimeout.TotalSeconds} s |"),
            ("silence inside a body", $", {defaults.IdleTimeout.TotalSeconds} s |"),
            ("the whole fetch", $", {defaults.TotalTimeout.TotalSeconds} s,"),
            ("headers of an answer", $", {defaults.MaxHeaderBytes >> 10} KiB |"),
            ("| unpacked bytes", $", {defaults.MaxBytes >> 20} MiB,"),
            ("all bodies in flight", $", {defaults.MemoryBudget >> 20} MiB, the first {MemoryLease.Free >> 10} KiB"),
        })
            Assert.Contains(Document.Split('\n'), l => l.Contains(line, StringComparison.Ordinal) && l.Contains(value, StringComparison.Ordinal));
        Assert.Contains($"At most {defaults.MaxRedirects} redirects", Document, StringComparison.Ordinal);
        Assert.Contains("after a pause of a second", Document, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(1), defaults.RetryPause);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Aggregator.sln"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return folder;
    }
}
