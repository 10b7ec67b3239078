using System.Globalization;

namespace Aggregator.Output;

/// <summary>
/// An array of objects, or with <paramref name="lines"/> one object a line. Nothing is lost silently: of two columns with one name the second
/// is <c>name_2</c>, integers keep all digits, a blob is <c>{"base64":"..."}</c>, an infinity is the text <c>Infinity</c>; what a reader could
/// trip over is noted.
/// </summary>
internal sealed class JsonOutput(TextWriter output, bool lines) : IRowOutput
{
    /// <summary>Beyond it a reader that keeps numbers as doubles rounds (RFC 8259, 6).</summary>
    private const long LargestExact = (1L << 53) - 1;

    /// <summary>Of more columns with one name the notes only say how many.</summary>
    private const int MostRenamed = 3;

    private readonly List<string> _renamed = [];
    private string[] _keys = [];
    private long _rows;
    private long _largeIntegers;
    private long _infinities;

    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var note in _renamed.Take(MostRenamed))
                yield return note;
            if (_renamed.Count > MostRenamed)
                yield return $"{_renamed.Count - MostRenamed:N0} further columns have a name that an earlier one has, and a number behind it";
            if (_largeIntegers > 0)
                yield return $"integers beyond 2^53 are written with all digits ({_largeIntegers:N0} of them); some JSON readers round them";
            if (_infinities > 0)
                yield return $"infinities are written as the text \"Infinity\" ({_infinities:N0} of them): JSON has no number for them";
        }
    }

    public void Begin(IReadOnlyList<string> columns)
    {
        _keys = Keys(columns);
        if (!lines)
            output.Write('[');
    }

    public void Row(ReadOnlySpan<object?> values)
    {
        if (!lines)
            output.Write(_rows == 0 ? "\n" : ",\n");
        output.Write('{');
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                output.Write(',');
            output.Write(_keys[i]);
            output.Write(':');
            Value(values[i]);
        }
        output.Write(lines ? "}\n" : "}");
        _rows++;
    }

    public void End()
    {
        if (!lines)
            output.Write(_rows == 0 ? "]\n" : "\n]\n");
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                output.Write("null");
                break;
            case string text:
                JsonText.Write(output, text);
                break;
            case long number:
                if (number is > LargestExact or < -LargestExact)
                    _largeIntegers++;
                output.Write(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsInfinity(number):
                _infinities++;
                output.Write(number > 0 ? "\"Infinity\"" : "\"-Infinity\"");
                break;
            case double number:
                output.Write(CellText.Real(number));
                break;
            case byte[] bytes:
                output.Write("{\"base64\":\"");
                output.Write(Convert.ToBase64String(bytes));
                output.Write("\"}");
                break;
        }
    }

    private string[] Keys(IReadOnlyList<string> columns)
    {
        var taken = new HashSet<string>(columns, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var keys = new string[columns.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var name = columns[i];
            if (!used.Add(name))
            {
                var number = 2;
                while (!taken.Add(name = $"{columns[i]}_{number}"))
                    number++;
                used.Add(name);
                _renamed.Add($"there are two columns '{TerminalText.Line(columns[i])}'; one is written as '{TerminalText.Line(name)}'");
            }
            using var key = new StringWriter(CultureInfo.InvariantCulture);
            JsonText.Write(key, name);
            keys[i] = key.ToString();
        }
        return keys;
    }
}
