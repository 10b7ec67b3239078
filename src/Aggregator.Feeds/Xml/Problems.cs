using System.Runtime.CompilerServices;

namespace Aggregator.Feeds.Xml;

/// <summary>Collects what is wrong with a document. The first fifty are kept with their lines, the rest is counted.</summary>
internal sealed class Problems(byte[] data)
{
    private const int Kept = 50;
    private readonly List<FeedProblem> _list = [];
    private byte[] _data = data;
    private int _countedTo;
    private int _line = 1;

    public int Count { get; private set; }

    /// <summary>False once a fault was met: the document needed repair.</summary>
    public bool WellFormed { get; private set; } = true;

    public IReadOnlyList<FeedProblem> List => _list;

    /// <summary>The text as decoded: lines are counted in it from now on.</summary>
    public void CountLinesIn(byte[] data) => (_data, _countedTo, _line) = (data, 0, 1);

    /// <summary>True while a further problem would be kept, not only counted.</summary>
    public bool Keeps => _list.Count < Kept;

    /// <summary>The document is not well-formed here; it was repaired.</summary>
    public void Fault(string code, string message, int offset = -1)
    {
        WellFormed = false;
        Warn(code, message, offset);
    }

    /// <summary>Odd, but the document as such is fine.</summary>
    public void Warn(string code, string message, int offset = -1)
    {
        Count++;
        if (Keeps) _list.Add(new FeedProblem(code, message, offset < 0 ? 0 : LineAt(offset)));
    }

    public void Fault(string code, [InterpolatedStringHandlerArgument("")] ProblemMessage message, int offset = -1) => Fault(code, message.Text(this), offset);

    public void Warn(string code, [InterpolatedStringHandlerArgument("")] ProblemMessage message, int offset = -1) => Warn(code, message.Text(this), offset);

    /// <summary>Where the list stands, so that a second look at the same bytes does not report twice.</summary>
    public (int Count, int Kept) Mark() => (Count, _list.Count);

    public void Reset((int Count, int Kept) mark)
    {
        Count = mark.Count;
        if (_list.Count > mark.Kept) _list.RemoveRange(mark.Kept, _list.Count - mark.Kept);
    }

    private int LineAt(int offset)
    {
        if (offset > _data.Length) offset = _data.Length;
        if (offset < _countedTo) (_countedTo, _line) = (0, 1);
        _line += _data.AsSpan(_countedTo, offset - _countedTo).Count((byte)'\n');
        _countedTo = offset;
        return _line;
    }
}
