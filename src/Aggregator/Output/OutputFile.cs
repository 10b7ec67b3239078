using System.Text;

namespace Aggregator.Output;

/// <summary>
/// A file that results go to. It is written beside its final name and takes that name when it is kept, so that nobody finds half a file.
/// A device or pipe is written directly. An SQLite database is never replaced: a slip of the keyboard must not cost an archive.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _part;
    private readonly FileStream _stream;

    private OutputFile(string path, string? part, FileStream stream)
    {
        _path = path;
        _part = part;
        _stream = stream;
        Writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024) { NewLine = "\n" };
    }

    public TextWriter Writer { get; }

    /// <summary>Bytes go here in a format that is no text.</summary>
    public Stream Stream => _stream;

    /// <returns>The file, or one sentence that says why it cannot be written.</returns>
    public static (OutputFile? File, string? Refusal) Create(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full))
                return (null, $"{path} is a folder");
            if (IsDevice(full))
                return (new OutputFile(full, null, new FileStream(full, FileMode.Open, FileAccess.Write)), null);
            if (IsDatabase(full) || IsDatabaseJournal(full))
                return (null, $"{path} is an SQLite database or belongs to one, and is not replaced; choose another name for the results");
            var part = full + ".part";
            return (new OutputFile(full, part, new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be written: {e.Message}");
        }
    }

    /// <summary>Everything is written: the file takes its name.</summary>
    public void Keep()
    {
        Writer.Flush();
        if (_part is null)
            return;
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_part, _path, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        finally
        {
            if (_part is not null)
                File.Delete(_part);
        }
    }

    /// <summary>Exists and is no regular file: /dev/stdout, a named pipe.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Normal)) is var kind
        && ((kind & FileAttributes.Device) != 0 || path.StartsWith("/dev/", StringComparison.Ordinal));

    private static bool IsDatabase(string path)
    {
        if (!File.Exists(path))
            return false;
        Span<byte> start = stackalloc byte[16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
    }

    private static bool IsDatabaseJournal(string path)
    {
        foreach (var ending in (string[])["-wal", "-shm", "-journal"])
        {
            if (path.EndsWith(ending, StringComparison.Ordinal) && IsDatabase(path[..^ending.Length]))
                return true;
        }
        return false;
    }
}
