using System.Diagnostics;
using System.Globalization;
using Aggregator.Endurance.Contending;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Serving;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Soaking;

/// <summary>
/// Lets the service poll feeds that never stop changing, without pause: a command beside it asks for all of them again and again.
/// Takes a time; gives what the service held at every sample, and what was wrong: its exit, its archive.
/// </summary>
internal sealed class SoakRun(string program, string folder, int feeds, int seed, TextWriter report, TextWriter? csv)
{
    /// <summary>True: others read and lock the archive all the time.</summary>
    public bool Disturbed { get; init; }

    private const long MostLog = 128 << 20;

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    public async Task<(IReadOnlyList<ProcessSample> Samples, IReadOnlyList<string> Faults)> RunAsync(TimeSpan time, TimeSpan every)
    {
        await using var server = await LedgerServer.StartAsync(feeds, seed);
        Directory.CreateDirectory(folder);
        var list = Path.Combine(folder, "ledger.feeds.txt");
        await File.WriteAllLinesAsync(list, server.Urls);
        var archive = Path.Combine(folder, "archive.db");
        var faults = new List<string>();

        void Hear(string line)
        {
            if (!line.Contains("not stored", StringComparison.Ordinal)) return;
            lock (faults) faults.Add($"a poll was lost: {line}");
        }

        using var service = Pass.Start(program, folder, ["run", .. LedgerServer.Options(list, archive)], Hear);
        using var over = new CancellationTokenSource();
        var asking = AskAsync(service, server, list, archive, faults, over.Token);
        while (!service.HasExited && server.Ledger.Answers == 0) await Task.Delay(50); // The archive is there.
        var disturbance = new Disturbance(archive, seed);
        var disturbing = Disturbed ? disturbance.RunAsync(over.Token) : Task.FromResult<IReadOnlyList<string>>([]);
        var samples = await WatchAsync(service, server, archive, time, every);
        await over.CancelAsync();
        var passes = await asking;
        faults.AddRange(await disturbing);
        if (samples.Count > 0 && Size(archive + "-wal") > MostLog) faults.Add($"the log has grown to {Size(archive + "-wal") >> 20} MiB");
        if (Disturbed) await report.WriteLineAsync($"{disturbance.Asked} questions of readers, {disturbance.Locked} locks of a foreign writer");

        if (service.HasExited) faults.Add($"the service ended by itself with {service.ExitCode}: {service.Printed}");
        else
        {
            service.Terminate();
            if (await Task.WhenAny(service.EndAsync(), Task.Delay(StopTime)) is var ended && !service.HasExited)
            {
                faults.Add($"the service did not stop within {StopTime.TotalSeconds:0} s");
                service.Kill();
                await service.EndAsync();
            }
            else if (service.ExitCode != 0) faults.Add($"the service stopped with {service.ExitCode}: {service.Printed}");
        }

        if (Polls(archive) is var polls && polls != server.Ledger.Answers) faults.Add($"{server.Ledger.Answers} answers were sent, and {polls} polls are in the archive");
        faults.AddRange(ArchiveJudge.Judge(archive, Path.Combine(folder, "judge"), server.Ledger));
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{time.TotalMinutes:0.#} minutes, {feeds} feeds, {server.Ledger.Answers} answers, {passes} passes asked for, {samples.Count} samples, seed {seed}: {faults.Count} faults"));
        return (samples, faults);
    }

    private async Task<IReadOnlyList<ProcessSample>> WatchAsync(Pass service, LedgerServer server, string archive, TimeSpan time, TimeSpan every)
    {
        var samples = new List<ProcessSample>();
        var watch = Stopwatch.StartNew();
        var minute = 0;
        if (csv is not null) await csv.WriteLineAsync("seconds,handles,threads,working_set,own,answers,archive,log");
        using var timer = new PeriodicTimer(every);
        while (watch.Elapsed < time && await timer.WaitForNextTickAsync() && !service.HasExited)
        {
            var sample = ProcessSample.Take(service.Id, watch.Elapsed);
            samples.Add(sample);
            if (csv is not null)
            {
                await csv.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{sample.At.TotalSeconds:0},{sample.Handles},{sample.Threads},{sample.WorkingSet},{sample.Own},{server.Ledger.Answers},{Size(archive)},{Size(archive + "-wal")}"));
                await csv.FlushAsync();
            }

            if ((int)sample.At.TotalMinutes == minute) continue;
            minute = (int)sample.At.TotalMinutes;
            await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{minute} min: {sample.Handles} handles, {sample.Threads} threads, {sample.WorkingSet >> 20} MiB, {sample.Own >> 20} MiB own, {server.Ledger.Answers} answers, archive {Size(archive) >> 20} MiB, log {Size(archive + "-wal") >> 20} MiB"));
        }

        return samples;
    }

    // One pass after the other: each is a request row for every feed, which the service answers at its next tick.
    private async Task<int> AskAsync(Pass service, LedgerServer server, string list, string archive, List<string> faults, CancellationToken over)
    {
        var passes = 0;
        while (!service.HasExited && server.Ledger.Answers == 0) await Task.Delay(50, CancellationToken.None); // The service must know the feeds.
        while (!over.IsCancellationRequested && faults.Count == 0)
        {
            using var pass = Pass.Start(program, folder, ["poll", "--all", "--force", "--no-index", .. LedgerServer.Options(list, archive)]);
            await pass.EndAsync(CancellationToken.None); // The last one too: then nothing is under way, and answers can be counted.
            if (pass.ExitCode == 0) passes++;
            else if (!service.HasExited) faults.Add($"a pass beside the service ended with {pass.ExitCode}: {pass.Printed}");
        }

        return passes;
    }

    private static long Polls(string archive)
    {
        using var db = new SqliteConnection($"Data Source={archive};Mode=ReadOnly;Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM fetches WHERE error IS NULL) + (SELECT coalesce(sum(polls - failed), 0) FROM fetch_days)";
        return (long)command.ExecuteScalar()!;
    }

    private static long Size(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;
}
