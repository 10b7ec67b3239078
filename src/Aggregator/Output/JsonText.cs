using System.Globalization;

namespace Aggregator.Output;

/// <summary>Strings as JSON writes them (RFC 8259): readable in every script, but nothing in them that a terminal could obey.</summary>
internal static class JsonText
{
    public static void Write(TextWriter output, string text)
    {
        output.Write('"');
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!TerminalText.IsUnsafe(char.ConvertToUtf32(c, text[i + 1])))
                {
                    i++;
                    continue;
                }
            }
            else if (c is not ('"' or '\\') && !TerminalText.IsUnsafe(c))
            {
                continue;
            }
            output.Write(text.AsSpan(from, i - from));
            Escape(output, c);
            from = i + 1;
        }
        output.Write(text.AsSpan(from));
        output.Write('"');
    }

    private static void Escape(TextWriter output, char c)
    {
        switch (c)
        {
            case '"': output.Write("\\\""); break;
            case '\\': output.Write("\\\\"); break;
            case '\n': output.Write("\\n"); break;
            case '\r': output.Write("\\r"); break;
            case '\t': output.Write("\\t"); break;
            default: output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")); break;
        }
    }
}
