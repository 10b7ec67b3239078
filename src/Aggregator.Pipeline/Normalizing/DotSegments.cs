namespace Aggregator.Pipeline.Normalizing;

/// <summary>"remove_dot_segments" of RFC 3986, 5.2.4, for a path that begins with a slash.</summary>
internal static class DotSegments
{
    /// <summary>Removes them in place.</summary>
    /// <returns>The new length.</returns>
    public static int Remove(Span<char> path)
    {
        if (path.IndexOf("/.") < 0) return path.Length;
        var (read, write) = (0, 0);
        while (read < path.Length)
        {
            // One segment with its leading slash.
            var next = path[(read + 1)..].IndexOf('/');
            var end = next < 0 ? path.Length : read + 1 + next;
            var segment = path[(read + 1)..end];
            var last = end == path.Length;
            if (segment is "." or "..")
            {
                if (segment.Length == 2) write = Math.Max(0, path[..write].LastIndexOf('/'));
                if (last) path[write++] = '/';
            }
            else
            {
                path[read..end].CopyTo(path[write..]);
                write += end - read;
            }

            read = end;
        }

        return write;
    }
}
