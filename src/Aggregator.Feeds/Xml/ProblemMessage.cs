using System.Runtime.CompilerServices;

namespace Aggregator.Feeds.Xml;

/// <summary>An interpolated message that is only put together when the problem is kept: a document may have a million of one kind.</summary>
[InterpolatedStringHandler]
internal ref struct ProblemMessage
{
    private DefaultInterpolatedStringHandler _text;

    public ProblemMessage(int literalLength, int formattedCount, Problems problems, out bool wanted)
    {
        wanted = problems.Keeps;
        _text = wanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>The message; empty when it is not wanted.</summary>
    public string Text(Problems problems) => problems.Keeps ? _text.ToStringAndClear() : "";
}
