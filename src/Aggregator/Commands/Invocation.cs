using System.CommandLine;

namespace Aggregator.Commands;

/// <summary>How the program was called, so that hints can be pasted as they are printed.</summary>
internal static class Invocation
{
    /// <summary>The same program and the same options, with another command.</summary>
    public static string Hint(ParseResult line, string command) => $"{Program()} {command}{Options(line)}";

    private static string Program()
    {
        var here = Directory.GetCurrentDirectory();
        var folder = AppContext.BaseDirectory;
        var project = Path.Combine("src", "Aggregator");
        if (folder.StartsWith(Path.Combine(here, project, "bin") + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return $"dotnet run --project {project} --";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet") return Short(Environment.ProcessPath ?? "aggregator", here);
        return $"dotnet {Quoted(Short(Path.Combine(folder, "aggregator.dll"), here))}";
    }

    private static string Options(ParseResult line)
    {
        var words = new List<string>();
        Add("--settings", line.GetValue(GlobalOptions.Settings));
        Add("--feeds", line.GetValue(GlobalOptions.Feeds));
        Add("--archive", line.GetValue(GlobalOptions.Archive));
        return string.Concat(words);

        void Add(string option, string? value)
        {
            if (value is not null) words.Add($" {option} {Quoted(value)}");
        }
    }

    private static string Short(string path, string here) =>
        Path.GetRelativePath(here, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;

    private static string Quoted(string word) => word.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '-' or '_' or ':' or '\\')) ? $"\"{word}\"" : word;
}
