using Aggregator.TestKit;

namespace Aggregator.Tests;

/// <summary>Finds what is shipped beside the sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The repository as an operator finds it, without the sources: settings file and configuration.</summary>
    public static void CopyShippedTo(TempFolder folder)
    {
        folder.Write("appsettings.json", File.ReadAllBytes(Path.Combine(Root, "appsettings.json")));
        var config = Path.Combine(Root, "config");
        foreach (var file in Directory.EnumerateFiles(config, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("config", Path.GetRelativePath(config, file)), File.ReadAllBytes(file));
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Aggregator.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
