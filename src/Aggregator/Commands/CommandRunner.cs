using System.CommandLine;
using System.Runtime.InteropServices;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Ports;
using Aggregator.Settings;

namespace Aggregator.Commands;

/// <summary>What a command does: its exit code.</summary>
internal delegate Task<int> CommandAction(CommandContext context, ParseResult line, CancellationToken stop);

/// <summary>Surrounds every command with the same things: settings, Ctrl-C, exit codes, and a last word about a fault of ours.</summary>
internal sealed class CommandRunner(Terminal terminal, TimeProvider time)
{
    /// <summary>Makes <paramref name="action"/> what <paramref name="command"/> does.</summary>
    public Command Bind(Command command, CommandAction action)
    {
        command.SetAction((line, _) => RunAsync(line, action));
        return command;
    }

    private async Task<int> RunAsync(ParseResult line, CommandAction action)
    {
        using var interruption = new Interruption(time);
        var code = ExitCode.Failed;
        try
        {
            var loaded = SettingsLoader.Load(SettingsSources.Of(line));
            if (loaded.Settings is not { } settings) return Refuse(loaded.Problems);
            code = await action(new CommandContext(settings, terminal, time), line, interruption.Stop);
        }
        catch (OperationCanceledException) when (interruption.Stop.IsCancellationRequested)
        {
            code = ExitCode.Interrupted;
        }
        catch (Exception refused) when (refused is ArchiveRefusedException or ArchiveUnavailableException)
        {
            await terminal.Out.FlushAsync();
            await terminal.Error.WriteLineAsync($"aggregator: {refused.Message}");
        }
#pragma warning disable CA1031 // The last line of defence: whatever it was becomes a sentence and exit code 1.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await terminal.Out.FlushAsync();
            await terminal.Error.WriteLineAsync($"aggregator: the program failed, please report it: {fault}");
        }
        finally
        {
            await terminal.Out.FlushAsync();
        }

        return code == ExitCode.Done && interruption.Signal == PosixSignal.SIGINT ? ExitCode.Interrupted : code;
    }

    private int Refuse(IReadOnlyList<SettingProblem> problems)
    {
        foreach (var problem in problems) terminal.Error.WriteLine($"aggregator: {problem}");
        return ExitCode.Usage;
    }
}
