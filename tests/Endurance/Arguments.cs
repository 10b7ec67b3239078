using System.Globalization;

namespace Aggregator.Endurance;

/// <summary>What stands behind a verb: a path where the verb wants one, then options with a value each.</summary>
internal sealed record Arguments(string Path, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Null when that is not what stands there.</summary>
    public static Arguments? Parse(string[] words)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var paths = words.Length % 2;
        for (var i = paths; i < words.Length; i += 2)
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || !options.TryAdd(words[i], words[i + 1])) return null;
        return new Arguments(paths == 0 ? "" : System.IO.Path.GetFullPath(words[0]), options);
    }

    public string? Text(string name) => Options.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
