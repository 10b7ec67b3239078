using System.Buffers;
using System.Text;

namespace Aggregator.Feeds.Decoding;

/// <summary>Bytes that are nearly UTF-8.</summary>
internal static class BrokenUtf8
{
    /// <summary>True when there are more bytes that are no UTF-8 than sequences that are: another charset altogether.</summary>
    public static bool IsMostlyBad(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData) break; // The end cuts a sequence: a cut is no other charset.
            if (status == OperationStatus.Done)
            {
                good++;
            }
            else
            {
                bad++;
                length = 1;
            }

            bytes = bytes[length..];
        }

        return bad > good;
    }

    /// <summary>Keeps good sequences and reads every other byte as windows-1252.</summary>
    public static byte[] Mend(ReadOnlySpan<byte> bytes)
    {
        var mended = new ArrayBufferWriter<byte>(bytes.Length + 64);
        while (!bytes.IsEmpty)
        {
            var good = GoodLength(bytes);
            if (good > 0)
            {
                mended.Write(bytes[..good]);
                bytes = bytes[good..];
                continue;
            }

            var text = Mojibake.FromWindows1252(bytes[0]);
            var room = mended.GetSpan(4);
            mended.Advance(new Rune(text).EncodeToUtf8(room));
            bytes = bytes[1..];
        }

        return mended.WrittenSpan.ToArray();
    }

    private static int GoodLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            if (bytes[length] < 0x80)
            {
                var ascii = bytes[length..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                length = ascii < 0 ? bytes.Length : length + ascii;
            }
            else if (Rune.DecodeFromUtf8(bytes[length..], out _, out var taken) == OperationStatus.Done)
            {
                length += taken;
            }
            else
            {
                break;
            }
        }

        return length;
    }
}
