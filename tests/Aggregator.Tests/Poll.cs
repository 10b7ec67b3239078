using Aggregator.TestKit;

namespace Aggregator.Tests;

/// <summary>Runs the program on feeds of a loopback server.</summary>
internal static class Poll
{
    /// <summary>Options under which loopback may be asked, without a pause between requests.</summary>
    public static readonly string[] Loopback =
        ["--feeds", "list.feeds.txt", "--archive", "archive.db", "--set", "Fetching:AllowNetworks=127.0.0.0/8", "--set", "Polling:HostSpacing=0s", "--set", "Polling:PerHost=8"];

    public static void List(TempFolder folder, params string[] urls) => folder.Write("list.feeds.txt", string.Join('\n', urls) + "\n");

    public static Task<ProgramResult> RunAsync(TempFolder folder, params string[] arguments) => ProgramRun.RunAsync(folder, ["poll", .. arguments, .. Loopback]);

    public static ProgramRun Start(TempFolder folder, string command, params string[] arguments) => ProgramRun.Start(folder, [command, .. arguments, .. Loopback]);
}
