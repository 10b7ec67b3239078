using System.Runtime.InteropServices;
using System.Text;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// The texts that are bound to one statement, in UTF-8, where SQLite reads them: in arrays that the collector does not move.
/// Takes a text; gives its place, which is good until <see cref="Clear"/>.
/// </summary>
internal sealed class BoundTexts
{
    /// <summary>Bytes of the longest text that is taken: a place this large is kept by every statement that had one.</summary>
    public const int Longest = 65536;

    // Places that grew too small while a row was bound; SQLite still reads from them.
    private readonly List<byte[]> _outgrown = [];
    private byte[] _place = [];
    private int _used;

    public (nint At, int Bytes) Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_place.Length - _used < most) Grow(most);
        var bytes = Encoding.UTF8.GetBytes(text, _place.AsSpan(_used));
        var at = Marshal.UnsafeAddrOfPinnedArrayElement(_place, _used);
        _used += bytes;
        return (at, bytes);
    }

    public void Clear()
    {
        _used = 0;
        _outgrown.Clear();
    }

    private void Grow(int most)
    {
        if (_used > 0) _outgrown.Add(_place);
        _place = GC.AllocateUninitializedArray<byte>(Math.Max(most, Math.Clamp(2 * _place.Length, 256, Longest)), pinned: true);
        _used = 0;
    }
}
