using System.Globalization;
using System.Text;
using Aggregator.Output;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Aggregator.Service;

/// <summary>One event, one line: time in UTC, level, event, message. What a feed or a server says cannot begin a new line or move the cursor.</summary>
internal sealed class LogLines(TimeProvider time, SyslogLevels levels) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "aggregator";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (logEntry.Exception is not null) message = $"{message}: {logEntry.Exception}";

        // The journal takes the level from the prefix, and has a clock of its own.
        if (levels.Prefixed) textWriter.Write(Syslog(logEntry.LogLevel));
        else textWriter.Write(time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z' ", CultureInfo.InvariantCulture));
        textWriter.Write(LevelName(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.Write(OneLine(message));
        textWriter.Write('\n');
    }

    private static string OneLine(string message)
    {
        var line = new StringBuilder(message.Length + 16);
        foreach (var rune in message.EnumerateRunes())
            if (rune.Value == '\n') line.Append("\\n");
            else if (rune.Value == '\r') line.Append("\\r");
            else if (TerminalText.IsUnsafe(rune.Value)) line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else line.Append(rune);
        return line.ToString();
    }

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };

    private static string Syslog(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "<7>",
        LogLevel.Information => "<6>",
        LogLevel.Warning => "<4>",
        LogLevel.Error => "<3>",
        _ => "<2>",
    };
}
