using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Commands;
using Aggregator.Output;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Queries;

/// <summary>Brings the rows of a statement to where they were asked for, and says how that ended.</summary>
internal sealed class RowsToPlace(CommandContext context, SqlRows rows, SqlDoor door, QueryLimits limits)
{
    /// <param name="format">How.</param>
    /// <param name="raw">Csv cells stay as they are.</param>
    /// <param name="path">The file; null: stdout.</param>
    public int Write(RowFormat format, bool raw, string? path)
    {
        using (rows)
        {
            if (path is null)
                return ToTerminal(format, raw);
            var (file, refusal) = OutputFile.Create(path);
            if (file is null)
                return context.Refuse(refusal!);
            using (file)
                return ToFile(file, format, raw, path);
        }
    }

    private int ToTerminal(RowFormat format, bool raw)
    {
        var terminal = context.Terminal;
        var output = RowOutputs.For(format, terminal.Out, raw, terminal.OutIsTerminal ? terminal.Width : null, terminal.Colours);
        try
        {
            Copy(output, terminal.Out.Flush);
        }
        catch (IOException e)
        {
            // Who reads the pipe has enough, as in `| head`; a full disk behind it is another matter.
            return IsBrokenPipe(e) ? ExitCode.Done : context.Fail($"the rows could not be written: {e.Message}");
        }
        return Report(output);
    }

    private int ToFile(OutputFile file, RowFormat format, bool raw, string path)
    {
        var output = RowOutputs.For(format, file.Writer, raw, width: null, colours: false);
        try
        {
            Copy(output, file.Keep);
            // Rows that came before the end of the time are kept: the message says how many they are.
            if (rows.Ending is not (RowsEnding.Failed or RowsEnding.Cancelled))
                file.Keep();
        }
        catch (IOException e)
        {
            return context.Fail($"{path} could not be written: {e.Message}");
        }
        return Report(output);
    }

    /// <param name="output">Where to.</param>
    /// <param name="keep">Makes what was written last when the process has to end.</param>
    private void Copy(IRowOutput output, Action keep)
    {
        using var hardStop = new HardStop(context.Time, limits.Time, () =>
        {
            output.End();
            keep();
            TimeIsOver(limits.Time);
        });
        using (hardStop.Writing())
            output.Begin(rows.Columns);
        while (rows.Read())
        {
            using (hardStop.Writing())
                output.Row(rows.Current);
        }
        hardStop.Ended();
        output.End();
        context.Terminal.Out.Flush();
    }

    private int Report(IRowOutput output)
    {
        foreach (var note in output.Notes)
            Note(note);
        if (rows.UsesSearch && door.NotIndexed() is > 0 and var waiting)
            Note($"{Number(waiting)} {(waiting == 1 ? "article is" : "articles are")} not indexed for search yet");
        switch (rows.Ending)
        {
            case RowsEnding.MoreRows { Limit: var limit }:
                Note($"there are more than these {Number(limit)} rows; --max-rows N, a pipe or --output FILE gives more");
                return ExitCode.Done;
            case RowsEnding.TimeOut { Limit: var limit }:
                return TimeIsOver(limit);
            case RowsEnding.Failed { Error: var error }:
                return context.Fail(TerminalText.Line(error.Message) + (rows.Count == 0 ? "" : $" ({Number(rows.Count)} rows were read before)"));
            case RowsEnding.Cancelled:
                return ExitCode.Interrupted;
            default:
                return ExitCode.Done;
        }
    }

    private int TimeIsOver(TimeSpan limit) => context.Fail(
        $"the statement was stopped after {Durations.Format(limit)} with {Number(rows.Count)} {(rows.Count == 1 ? "row" : "rows")} written; --timeout gives it more time");

    private void Note(string sentence) => context.Terminal.Error.WriteLine($"aggregator: {sentence}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static bool IsBrokenPipe(IOException e) => !OperatingSystem.IsWindows() && e.HResult == 32; // EPIPE
}
