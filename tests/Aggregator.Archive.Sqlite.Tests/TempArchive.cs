namespace Aggregator.Archive.Sqlite.Tests;

/// <summary>A folder of its own for one test's archive, removed afterwards.</summary>
internal sealed class TempArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-archive-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "archive.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
