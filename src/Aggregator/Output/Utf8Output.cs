using System.Buffers;
using System.Text;

namespace Aggregator.Output;

/// <summary>
/// Takes UTF-8 and hands it on as characters, a piece at a time, so that a document of many items is never held as a whole beside what it
/// was made of. <see cref="Complete"/> hands on what is left.
/// </summary>
internal sealed class Utf8Output(TextWriter output) : IBufferWriter<byte>
{
    private const int Piece = 16 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _characters = new char[Piece];
    private byte[] _bytes = new byte[Piece];

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _bytes.Length) _bytes = new byte[sizeHint];
        return _bytes;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count) => HandOn(_bytes.AsSpan(0, count), isLast: false);

    public void Complete() => HandOn([], isLast: true);

    private void HandOn(ReadOnlySpan<byte> bytes, bool isLast)
    {
        bool all;
        do
        {
            _decoder.Convert(bytes, _characters, isLast, out var read, out var written, out all);
            output.Write(_characters, 0, written);
            bytes = bytes[read..];
        }
        while (!all);
    }
}
