using Aggregator.Settings;

namespace Aggregator.Commands;

/// <summary>What every command gets.</summary>
/// <param name="Settings">The settings in effect, validated, with absolute paths.</param>
/// <param name="Terminal">Where to write.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandContext(AppSettings Settings, Terminal Terminal, TimeProvider Time)
{
    /// <summary>Says why the command could not do it.</summary>
    public int Fail(string sentence) => Say(sentence, ExitCode.Failed);

    /// <summary>Says what is wrong with the command line, the settings or the feed list.</summary>
    public int Refuse(string sentence) => Say(sentence, ExitCode.Usage);

    private int Say(string sentence, int code)
    {
        Terminal.Out.Flush();
        Terminal.Error.WriteLine($"aggregator: {sentence}");
        return code;
    }
}
