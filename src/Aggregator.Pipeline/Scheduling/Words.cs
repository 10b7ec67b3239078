using System.Globalization;

namespace Aggregator.Pipeline.Scheduling;

/// <summary>Spans of time in words, for reasons that a person reads.</summary>
internal static class Words
{
    private static readonly (string Name, TimeSpan Value)[] Units =
        [("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("min", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1))];

    /// <summary>The two largest units: <c>4 h</c>, <c>1 h 30 min</c>, <c>6 d 23 h</c>.</summary>
    public static string Of(TimeSpan span)
    {
        var rest = TimeSpan.FromSeconds(Math.Max(0, Math.Round(span.TotalSeconds)));
        for (var i = 0; i < Units.Length; i++)
        {
            if (rest < Units[i].Value) continue;
            var (large, small) = ((long)(rest / Units[i].Value), i + 1 < Units.Length ? (long)(new TimeSpan(rest.Ticks % Units[i].Value.Ticks) / Units[i + 1].Value) : 0);
            return string.Create(CultureInfo.InvariantCulture, $"{large} {Units[i].Name}{(small > 0 ? $" {small} {Units[i + 1].Name}" : "")}");
        }

        return "0 s";
    }
}
