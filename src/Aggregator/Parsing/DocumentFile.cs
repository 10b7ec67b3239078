using System.IO.Compression;

namespace Aggregator.Parsing;

/// <summary>Loads a document of <c>parse</c> and unpacks it.</summary>
internal static class DocumentFile
{
    /// <summary>Unpacked bytes that are read at most.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>The unpacked body of a file, or of standard input for <c>-</c>.</summary>
    public static byte[] Load(string path, string? contentEncoding)
    {
        var body = path == "-" ? ReadAll(Console.OpenStandardInput()) : ReadFile(path);
        try
        {
            return Unpack(body, contentEncoding);
        }
        catch (InvalidDataException)
        {
            return body;   // The label was wrong; the reader says what the bytes are.
        }
    }

    // A file of known length fills one array of that length. A pipe, or a file of the system that states no length, grows as it is read.
    private static byte[] ReadFile(string path)
    {
        // Without a buffer of its own: every read goes to the array.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (!file.CanSeek || file.Length is 0 or > MaxBytes) return ReadAll(file);
        var body = GC.AllocateUninitializedArray<byte>((int)file.Length);
        var read = file.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        if (read < body.Length) return body[..read];   // It was cut while it was read.
        // It may have grown: nothing of it is lost.
        return file.Length > read ? [.. body, .. ReadAll(file)] : body;
    }

    private static byte[] Unpack(byte[] body, string? contentEncoding)
    {
        if (body is [0x1F, 0x8B, ..]) return ReadAll(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        return contentEncoding?.Trim().ToLowerInvariant() switch
        {
            "br" => ReadAll(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
            "deflate" => ReadAll(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress)),
            _ => body,
        };
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            using var all = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (all.Length < MaxBytes && stream.Read(buffer) is var read and > 0) all.Write(buffer, 0, read);
            return all.ToArray();
        }
    }
}
