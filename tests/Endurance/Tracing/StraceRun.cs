using System.Diagnostics;
using Aggregator.TestKit.Hostile;

namespace Aggregator.Endurance.Tracing;

/// <summary>
/// Polls under strace, once a single honest feed and once the whole hostile set, and compares: whatever servers and documents do, they make the
/// program open no file that the honest feed does not, and start no process.
/// </summary>
internal sealed class StraceRun(string program, string folder, string only, TextWriter report)
{
    private const string Calls = "trace=open,openat,openat2,creat,execve,execveat,fork,vfork,clone,clone3";

    private static readonly HostileBehaviour Honest = new("honest-by-name", "a feed by name, which leads to TLS", HostileBehaviour.Feed,
        c => c.SendAsync(c.Server.Filled("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:TLSPORT/honest-packed\r\nContent-Length: 0\r\n\r\n")))
    { Address = "http://localhost:PORT/honest-by-name" };

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        // One of them is an address that a list refuses already, and with it the whole list.
        List<HostileBehaviour> hostile = [.. HostileTable.All.Where(b => b.Name != "name-long"), .. HostileDocuments.All];
        hostile.RemoveAll(b => !b.Name.Contains(only, StringComparison.Ordinal));
        HostileBehaviour packed = new("honest-packed", "the feed, packed", HostileBehaviour.Feed, c => c.PackedAsync(TestKit.FeedScript.Packed("br", System.Text.Encoding.UTF8.GetBytes(HostileServer.Feed)), "br"));
        await using var server = new HostileServer([.. hostile, Honest, packed]);
        var honest = await TraceAsync("honest", server, [Honest]);
        var attacked = await TraceAsync("hostile", server, hostile);

        var faults = new List<string>();
        var beyond = attacked.Log.Files.Except(honest.Log.Files).ToList();
        var code = beyond.Where(IsCode).ToList();
        faults.AddRange(beyond.Except(code).Select(f => $"opened only in the hostile run: {f}"));
        faults.AddRange(honest.Log.Started.Concat(attacked.Log.Started).Select(s => $"started: {s}"));
        foreach (var (name, run) in (IEnumerable<(string, Traced)>)[("honest", honest), ("hostile", attacked)])
            if (run.ExitCode != 0 || run.Log.Calls == 0) faults.Add($"the {name} run ended with {run.ExitCode} after {run.Log.Calls} calls: {run.Printed}");
        if (server.CanaryHits > 0) faults.Add($"the canary was reached {server.CanaryHits} times");

        await report.WriteLineAsync($"honest run: 1 feed, {honest.Log.Calls} calls, {honest.Log.Files.Count} files; hostile run: {hostile.Count} feeds polled twice, {attacked.Log.Calls} calls, {attacked.Log.Files.Count} files");
        await report.WriteLineAsync($"only in the hostile run: {beyond.Count - code.Count} files, and {code.Count} of the program's and the runtime's own code, loaded when first used");
        foreach (var file in code) await report.WriteLineAsync($"  {file}");
        await report.WriteLineAsync($"processes started: {honest.Log.Started.Count + attacked.Log.Started.Count}; canary reached: {server.CanaryHits}");
        return faults;
    }

    // Which code is loaded when, and the source lines it names for an exception, is the runtime's affair; it comes from two folders that no feed can write to.
    private bool IsCode(string path) =>
        Path.GetExtension(path) is ".dll" or ".so" or ".pdb"
        && (path.StartsWith(Path.GetDirectoryName(program)! + "/", StringComparison.Ordinal) || path.Contains("/shared/Microsoft.NETCore.App/", StringComparison.Ordinal));

    private async Task<Traced> TraceAsync(string name, HostileServer server, IReadOnlyList<HostileBehaviour> behaviours)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "feeds.json"),
            $"{{ \"feeds\": [\n{string.Join(",\n", behaviours.Select(b => $"  {{ \"url\": {System.Text.Json.JsonSerializer.Serialize(server.Address(b))}, \"ignoreTls\": {(b == Honest ? "true" : "false")} }}"))}\n] }}");
        // One pass that polls all, and one that sends what the first was given; both in one log.
        var log = new List<string>();
        var (exitCode, printed) = (0, "");
        foreach (var pass in (string[])["1", "2"])
        {
            var trace = Path.Combine(folder, $"{name}.{pass}.strace");
            var start = new ProcessStartInfo("strace") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = own };
            foreach (var word in (string[])["-f", "-o", trace, "-e", Calls, "dotnet", program, "poll", "--all", "--force", "--feeds", "feeds.json", "--archive", "archive.db"]) start.ArgumentList.Add(word);
            foreach (var setting in Settings(server)) { start.ArgumentList.Add("--set"); start.ArgumentList.Add(setting); }

            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) (exitCode, printed) = (process.ExitCode, await output + await errors);
            foreach (var line in (await output).Split('\n').Where(l => l.Contains(" polled in ", StringComparison.Ordinal) || l.StartsWith("Feeds: ", StringComparison.Ordinal)))
                await report.WriteLineAsync($"{name}, pass {pass}: {line}");
            log.AddRange((await File.ReadAllLinesAsync(trace)).Skip(pass == "1" ? 0 : 1));
        }

        return new Traced(TraceLog.Read(log, own), exitCode, printed);
    }

    private static string[] Settings(HostileServer server) =>
    [
        $"Fetching:AllowNetworks=127.0.0.1:{server.Port},127.0.0.1:{server.TlsPort},127.0.0.1:1,[::1]:{server.Port}",
        "Fetching:ConnectTimeout=5s", "Fetching:HeadersTimeout=4s", "Fetching:IdleTimeout=4s", "Fetching:TotalTimeout=8s", "Fetching:MaxBytes=1MiB", "Fetching:RetryPause=10ms",
        "Polling:HostSpacing=0s", "Polling:PerHost=64", "Polling:Parallel=64",
    ];

    private sealed record Traced(TraceLog Log, int ExitCode, string Printed);
}
