using System.Text;

namespace Aggregator.Commands;

/// <summary>Where a command writes: results to <see cref="Out"/>, progress and troubles to <see cref="Error"/>. UTF-8 on every machine.</summary>
internal sealed class Terminal : IDisposable
{
    private const int UsualWidth = 80;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required TextReader In { get; init; }

    /// <summary>Results. Buffered: flushed when the command ends, or by the command.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress and troubles. Written at once.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>A person reads <see cref="Out"/>; else a file or another program does.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>A person reads <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Colours may be used where a person reads: <c>NO_COLOR</c> is not set and the terminal is not dumb.</summary>
    public bool Colours { get; init; }

    public static Terminal OfProcess() => new()
    {
        In = new StreamReader(Console.OpenStandardInput(), Utf8),
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 16 * 1024) { NewLine = "\n" },
        Error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), Utf8, bufferSize: 1024) { AutoFlush = true, NewLine = "\n" }),
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Columns(),
        Colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    public void Dispose()
    {
        Out.Flush();
        Error.Flush();
    }

    private static int Columns()
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected) return UsualWidth;
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // A terminal that does not tell its size.
        }
    }
}
