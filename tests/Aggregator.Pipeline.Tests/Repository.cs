namespace Aggregator.Pipeline.Tests;

/// <summary>Files of the repository that a test reads as they are shipped.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Aggregator.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
