using System.Globalization;
using Aggregator.Commands;
using Aggregator.Output;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Spectre.Console;

namespace Aggregator.Passes;

/// <summary>Shows a pass while it runs: what each feed brought, and how far it is. A bar on a terminal, now and then a line elsewhere.</summary>
internal static class PassProgress
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <param name="context">Where to write.</param>
    /// <param name="tally">Fed by the pass.</param>
    /// <param name="feeds">How many feeds there are at most.</param>
    /// <param name="pass">The pass; it is given what to call for every stored answer.</param>
    public static async Task ShowAsync(CommandContext context, PassTally tally, int feeds, Func<Action<Subscription, Receipt>, Task> pass)
    {
        if (context.Terminal.ErrorIsTerminal && context.Terminal.Colours) await BarAsync(context, tally, feeds, pass);
        else await LinesAsync(context, tally, feeds, pass);
    }

    private static async Task BarAsync(CommandContext context, PassTally tally, int feeds, Func<Action<Subscription, Receipt>, Task> pass)
    {
        // Lines under a moving bar would be torn; they are printed when it is done.
        var lines = new List<string>();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Terminal.Error) });
        try
        {
            await console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
            {
                var bar = progress.AddTask("polling", maxValue: Math.Max(1, feeds));
                await pass((feed, receipt) =>
                {
                    if (PassReport.Line(NameOf(feed), receipt) is { } line) lines.Add(TerminalText.Line(line));
                    bar.Value = tally.Polled + tally.NotDue + tally.LeftAlone;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{tally.Polled} polled, {tally.New} new, {tally.Failed} failed");
                });
            });
        }
        finally
        {
            foreach (var line in lines) context.Terminal.Out.WriteLine(line);
        }
    }

    private static Task LinesAsync(CommandContext context, PassTally tally, int feeds, Func<Action<Subscription, Receipt>, Task> pass)
    {
        var last = context.Time.GetTimestamp();
        return pass((feed, receipt) =>
        {
            if (PassReport.Line(NameOf(feed), receipt) is { } line)
            {
                context.Terminal.Out.WriteLine(TerminalText.Line(line));
                context.Terminal.Out.Flush(); // Whoever reads along sees each feed when it is stored.
            }

            if (context.Time.GetElapsedTime(last) < Quiet) return;
            last = context.Time.GetTimestamp();
            context.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Polled} of {feeds} feeds polled, {tally.New} articles new, {tally.Failed} failed"));
        });
    }

    private static string NameOf(Subscription feed) => feed.Title is { } title ? $"{title} ({feed.Url})" : feed.Url;
}
