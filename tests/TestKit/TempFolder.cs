namespace Aggregator.TestKit;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Root = Directory.CreateTempSubdirectory("aggregator-test-").FullName;

    /// <summary>Its absolute path.</summary>
    public string Root { get; }

    /// <summary>Where a test keeps its archive.</summary>
    public string Archive => Path("archive.db");

    /// <summary>The absolute path of a name in it.</summary>
    public string Path(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Writes a file, with the folders above it.</summary>
    /// <returns>Its absolute path.</returns>
    public string Write(string name, string content)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] content)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still be closing its files; the system empties its temporary folder itself.
        }
    }
}
