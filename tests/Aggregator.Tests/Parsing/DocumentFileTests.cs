using System.IO.Compression;
using Aggregator.Parsing;

namespace Aggregator.Tests.Parsing;

public sealed class DocumentFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("document-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public void Gives_every_byte_of_a_file(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray();
        Assert.Equal(bytes, DocumentFile.Load(Written(bytes), null));
    }

    [Fact]
    public void Fills_one_array_of_the_files_length()
    {
        var file = Written(new byte[8 * 1024 * 1024]);
        _ = DocumentFile.Load(file, null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = DocumentFile.Load(file, null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 8 * 1024 * 1024, 8 * 1024 * 1024 + 16 * 1024);
    }

    [Fact]
    public void Reads_a_file_that_states_no_length()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there is no /proc");
        Assert.Contains("Name:", System.Text.Encoding.ASCII.GetString(DocumentFile.Load("/proc/self/status", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpacks_what_is_packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("<rss/>"u8);
        Assert.Equal("<rss/>"u8, DocumentFile.Load(Written(packed.ToArray()), null));
    }

    private string Written(byte[] bytes)
    {
        var file = Path.Combine(_folder, "document");
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
