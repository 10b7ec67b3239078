using System.Globalization;
using Aggregator.Output;

namespace Aggregator.Commands;

/// <summary>Named facts: a line each for a person, one object for a program. A fact without a value is left out of the lines.</summary>
internal sealed class Facts
{
    private readonly List<(string Name, object? Value)> _facts = [];

    public void Add(string name, object? value) => _facts.Add((name, value));

    public void Write(Terminal terminal, bool json)
    {
        if (json)
        {
            var output = new JsonOutput(terminal.Out, lines: true);
            output.Begin([.. _facts.Select(f => f.Name)]);
            output.Row(_facts.Select(f => f.Value).ToArray());
            output.End();
            return;
        }

        var width = _facts.Max(f => f.Name.Length);
        foreach (var (name, value) in _facts.Where(f => f.Value is not null))
            terminal.Out.WriteLine($"{name.Replace('_', ' ').PadRight(width)}  {TerminalText.Line(Text(value!))}");
    }

    private static string Text(object value) => value switch
    {
        long number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
