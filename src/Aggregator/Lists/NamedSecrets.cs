using System.Text;

namespace Aggregator.Lists;

/// <summary>
/// Reads the secrets that a list names, at the moment they are asked for. Takes <c>env:NAME</c> or <c>file:PATH</c>, a path relative to the
/// list's folder; gives the secret, or null when it is not there; never keeps one.
/// </summary>
/// <param name="folder">Absolute folder of the feed list.</param>
internal sealed class NamedSecrets(string folder)
{
    private const int LongestFile = 64 << 10;

    public string? Read(string reference) =>
        reference.StartsWith("env:", StringComparison.Ordinal) ? Environment.GetEnvironmentVariable(reference["env:".Length..])
        : reference.StartsWith("file:", StringComparison.Ordinal) ? OfFile(Path.GetFullPath(reference["file:".Length..], folder))
        : null;

    private static string? OfFile(string path)
    {
        try
        {
            // Pipes and devices have no length, and opening one may wait for ever.
            var length = new FileInfo(path).Length;
            if (length is 0 or > LongestFile) return null;
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            // Editors end the last line.
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
