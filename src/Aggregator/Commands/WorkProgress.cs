using Aggregator.Output;

namespace Aggregator.Commands;

/// <summary>How far a long piece of work is: one moving line on a terminal, now and then a line elsewhere; nothing for work that is quickly done.</summary>
internal sealed class WorkProgress(CommandContext context) : IDisposable
{
    private static readonly TimeSpan Moving = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly bool _moves = context.Terminal is { ErrorIsTerminal: true, Colours: true };
    private long _last = context.Time.GetTimestamp();
    private int _shown;

    /// <summary>Shows the sentence if it is time for another one.</summary>
    public void Show(Func<string> sentence)
    {
        if (context.Time.GetElapsedTime(_last) < (_moves ? Moving : Quiet)) return;
        _last = context.Time.GetTimestamp();
        var text = TerminalText.Line(sentence());
        if (!_moves)
        {
            context.Terminal.Error.WriteLine($"aggregator: {text}");
            return;
        }

        text = text.Length < context.Terminal.Width ? text : text[..(context.Terminal.Width - 1)];
        context.Terminal.Error.Write($"\r{text.PadRight(_shown)}");
        _shown = text.Length;
    }

    /// <summary>Takes the moving line away.</summary>
    public void Dispose()
    {
        if (_shown > 0) context.Terminal.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}
