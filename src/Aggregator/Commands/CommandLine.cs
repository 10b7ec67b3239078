using System.CommandLine;
using System.Globalization;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Commands;

/// <summary>The command line as a whole: what is common to all commands, and what happens when it does not parse.</summary>
internal static class CommandLine
{
    private const string WithoutArguments = "run";

    /// <summary>The machine's culture decides nothing: numbers and dates look the same everywhere.</summary>
    public static void PrepareProcess()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Runs the command that <paramref name="args"/> name; the service when they name none.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, IReadOnlyList<Command> commands)
    {
        var root = new RootCommand("Pulls RSS, Atom, RDF and JSON feeds on a schedule and archives their articles in one SQLite file that SQL answers from.");
        foreach (var option in GlobalOptions.All) root.Options.Add(option);
        foreach (var command in commands) root.Subcommands.Add(command);
        root.Action = commands.FirstOrDefault(c => c.Name == WithoutArguments)?.Action;

        // '@name' is a stored query of ours, not a file of arguments.
        var line = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Errors.Count > 0) return Refuse(line, terminal);

        return await line.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // Interruption stops a command and gives it the time it needs.
        });
    }

    private static int Refuse(ParseResult line, Terminal terminal)
    {
        foreach (var error in line.Errors) terminal.Error.WriteLine($"aggregator: {OneLine(error.Message)}{Meant(error.Message, line)}");
        terminal.Error.WriteLine($"aggregator: see '{Path(line.CommandResult.Command)} --help'");
        return ExitCode.Usage;
    }

    // "Unrecognized command or argument 'pol'." → did you mean 'poll'?
    private static string Meant(string message, ParseResult line)
    {
        if (line.UnmatchedTokens.FirstOrDefault(t => message.Contains($"'{t}'", StringComparison.Ordinal)) is not { } wrong) return "";
        var command = line.CommandResult.Command;
        var names = command.Subcommands.Select(c => c.Name).Concat(command.Options.Concat(GlobalOptions.All).Select(o => o.Name));
        return NearestName.Of(wrong, names) is { } meant ? $" Did you mean '{meant}'?" : "";
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Path(Command command) =>
        command is RootCommand ? "aggregator" : $"{string.Join(' ', command.Parents.OfType<Command>().Take(1).Select(Path))} {command.Name}";
}
