using System.Diagnostics;
using System.Globalization;

namespace Aggregator.Endurance.Faulting;

/// <summary>Starts itself again in a mount namespace of its own, where it may mount a small file system; that needs no root.</summary>
internal static class FullDiskVerb
{
    private const string Inside = """mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@" """;

    public static async Task<int> RunAsync(Arguments given)
    {
        var (rounds, feeds, seed) = (given.Number("--rounds", 100), given.Number("--feeds", 12), given.Number("--seed", 1));
        if (given.Text("--disk") is not { } disk) return await UnshareAsync(given.Path, rounds, feeds, seed, Console.Out.WriteLine);

        var faults = await new FullDisk(given.Path, disk, feeds, seed, Console.Out).RunAsync(rounds);
        foreach (var fault in faults) Console.WriteLine(fault);
        return faults.Count == 0 ? 0 : 1;
    }

    public static async Task<int> UnshareAsync(string program, int rounds, int feeds, int seed, Action<string> line)
    {
        var disk = Directory.CreateTempSubdirectory("aggregator-disk-").FullName;
        var start = new ProcessStartInfo("unshare") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words =
        [
            "-rm", "sh", "-c", Inside, "sh", "96m", disk, "dotnet", typeof(FullDiskVerb).Assembly.Location, "diskfull", program, "--disk", disk,
            "--rounds", Text(rounds), "--feeds", Text(feeds), "--seed", Text(seed),
        ];
        foreach (var word in words) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => { if (e.Data is not null) line(e.Data); };
        process.ErrorDataReceived += (_, e) => { if (e.Data is not null) line(e.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        Directory.Delete(disk, recursive: true);
        return process.ExitCode;

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
