using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Settings;

/// <summary>
/// Settles the settings: defaults, then the settings file, then the environment, then the command line.
/// Takes the sources; gives the settings, or every problem at once; never half a result.
/// </summary>
internal static class SettingsLoader
{
    private const string EnvironmentPrefix = "AGGREGATOR__";

    public static LoadedSettings Load(SettingsSources sources)
    {
        var problems = new List<SettingProblem>();
        var file = FileInUse(sources, problems);
        var defaultFolder = file is null ? sources.WorkingFolder : Path.GetDirectoryName(file)!;

        var values = SettingKeys.All.Select(k => new SettingValue(k.Name, k.Default, "default", defaultFolder)).ToList();
        if (sources.ProgramFolder is { } program && Path.Combine(program, SettingsSources.FileName) is var copy && copy != file && File.Exists(copy))
            values.AddRange(ReadFile(copy, copy, defaultFolder, problems));
        if (file is not null) values.AddRange(ReadFile(file, Named(file, sources), Path.GetDirectoryName(file)!, problems));
        values.AddRange(OfEnvironment(sources));
        values.AddRange(OfCommandLine(sources, problems));

        var settings = values.Aggregate(new AppSettings { File = file }, (s, v) => Apply(s, v, problems));
        if (settings.Schedule.MinInterval > settings.Schedule.MaxInterval)
            problems.Add(new SettingProblem("settings", "Polling:MinInterval", "it is longer than Polling:MaxInterval."));
        if (settings.Maintenance is { BackupSchedule: not null, BackupFolder: null })
            problems.Add(new SettingProblem("settings", "Maintenance:Backup:Folder", "a schedule needs a folder for the copies."));
        return new LoadedSettings(problems.Count == 0 ? settings : null, problems);
    }

    private static string? FileInUse(SettingsSources sources, List<SettingProblem> problems)
    {
        if (sources.ExplicitFile is { } named)
        {
            var path = Path.GetFullPath(named, sources.WorkingFolder);
            if (File.Exists(path)) return path;
            problems.Add(new SettingProblem("--settings", null, $"there is no file '{named}'."));
            return null;
        }

        string?[] folders = [sources.WorkingFolder, sources.UserFolder];
        return folders.OfType<string>().Select(f => Path.Combine(f, SettingsSources.FileName)).FirstOrDefault(File.Exists);
    }

    private static string Named(string file, SettingsSources sources) =>
        sources.ExplicitFile ?? (Path.GetDirectoryName(file) == sources.WorkingFolder ? SettingsSources.FileName : file);

    private static List<SettingValue> ReadFile(string file, string name, string folder, List<SettingProblem> problems)
    {
        try
        {
            return SettingsFile.Read(File.ReadAllBytes(file), name, folder, problems);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new SettingProblem(name, null, $"the file cannot be read: {unreadable.Message}"));
            return [];
        }
    }

    private static IEnumerable<SettingValue> OfEnvironment(SettingsSources sources) =>
        from variable in sources.Environment
        where variable.Key.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)
        orderby variable.Key
        select new SettingValue(
            variable.Key[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal), variable.Value, variable.Key, sources.WorkingFolder);

    private static IEnumerable<SettingValue> OfCommandLine(SettingsSources sources, List<SettingProblem> problems)
    {
        foreach (var (option, key, value) in sources.CommandLine)
            if (value is null) problems.Add(new SettingProblem(option, null, $"'{key}' is no Key=Value."));
            else yield return new SettingValue(key, value, option, sources.WorkingFolder);
    }

    private static AppSettings Apply(AppSettings settings, SettingValue value, List<SettingProblem> problems)
    {
        if (SettingKeys.FrameworkSections.Any(s => value.Key.StartsWith($"{s}:", StringComparison.OrdinalIgnoreCase)))
            return settings with { Framework = new Dictionary<string, string>(settings.Framework, StringComparer.OrdinalIgnoreCase) { [value.Key] = value.Text } };

        if (SettingKeys.All.FirstOrDefault(k => Same(k.Name, value.Key)) is not { } key)
        {
            problems.Add(new SettingProblem(value.Place, value.Key, Unknown(value.Key)));
            return settings;
        }

        var (applied, wrong) = key.Apply(settings, value);
        if (wrong is not null) problems.Add(new SettingProblem(value.Place, key.Name, wrong));
        return applied ?? settings;
    }

    private static string Unknown(string key)
    {
        if (SettingKeys.NotYet.Any(k => Same(k, key))) return "this setting is not in effect in this version; leave it out.";
        return NearestName.Of(key, SettingKeys.All.Select(k => k.Name)) is { } meant ? $"there is no such setting; did you mean '{meant}'?" : "there is no such setting.";
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
