using System.CommandLine;
using Aggregator.Archive.Sqlite;
using Aggregator.Lists;
using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Service;
using Microsoft.Extensions.Logging;

namespace Aggregator.Commands;

/// <summary><c>run</c>: the service. Polls for ever; stops cleanly.</summary>
internal static class RunCommand
{
    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("run", "Runs the service: polls every feed when it is due, until it is asked to stop"), RunAsync);

    private static async Task<int> RunAsync(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var stamp = ListFiles.Stamp(context.Settings.FeedsPath);
        var list = ListFiles.Load(context.Settings.FeedsPath, new ListSettings { Every = context.Settings.Every });
        if (list.HasErrors && !File.Exists(context.Settings.ArchivePath))
        {
            foreach (var problem in list.Problems) context.Refuse(problem.ToString());
            return ExitCode.Usage;
        }

        ListLoad.AskForContact(context, list);
        using var archive = SqliteArchive.Open(context.Settings.ArchivePath, context.Time, service: true);
        return await new ServiceRun(context, LevelOf(line.GetValue(GlobalOptions.LogLevel))).RunAsync(archive, list, stamp, stop);
    }

    private static LogLevel LevelOf(string? name) => name switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        _ => LogLevel.Information,
    };
}
