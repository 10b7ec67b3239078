using Aggregator.Commands;

// The table of contents: every command, one file each in Commands/. Without arguments the program is the service.
CommandLine.PrepareProcess();
using var terminal = Terminal.OfProcess();
var runner = new CommandRunner(terminal, TimeProvider.System);

return await CommandLine.RunAsync(args, terminal,
[
    RunCommand.Create(runner),
    PollCommand.Create(runner),
    StatusCommand.Create(runner),
    FeedsCommand.Create(runner),
    QueryCommand.Create(runner),
    ExportCommand.Create(runner),
    ArchiveCommand.Create(runner),
    SearchCommand.Create(runner),
    ShowCommand.Create(runner),
    ParseCommand.Create(runner),
]);
