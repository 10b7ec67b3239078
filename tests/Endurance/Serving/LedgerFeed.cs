using System.Globalization;
using System.Text;

namespace Aggregator.Endurance.Serving;

/// <summary>A feed that changes with almost every poll: new items come, old ones leave the window, some are edited. Its state moves only when it is asked.</summary>
internal sealed class LedgerFeed(int number, int seed)
{
    private const int MostItems = 12;
    private readonly Random _random = new(seed * 1000 + number);
    private readonly List<(int Id, int Edit)> _items = [];
    private int _next;
    private int _version;

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"f{number}-v{_version}\"");

    /// <summary>The items that its body holds now.</summary>
    public (int First, int Count) Window => (_items[0].Id, _items.Count);

    public string ContentType => number % 2 == 0 ? "application/rss+xml" : "application/atom+xml";

    /// <summary>Moves on, most of the time.</summary>
    public void Advance()
    {
        if (_version > 0 && _random.Next(4) == 0) return;
        _version++;
        for (var i = _random.Next(1, 4); i > 0; i--) _items.Add((_next++, 0));
        if (_items.Count > 2 && _random.Next(3) == 0)
        {
            var at = _random.Next(_items.Count);
            _items[at] = (_items[at].Id, _items[at].Edit + 1);
        }

        if (_items.Count > MostItems) _items.RemoveRange(0, _items.Count - MostItems);
    }

    public static string Guid(int feed, int item) => string.Create(CultureInfo.InvariantCulture, $"ledger-{feed}-{item}");

    public byte[] Body()
    {
        var text = new StringBuilder();
        var rss = number % 2 == 0;
        text.Append(rss
            ? $"<rss version=\"2.0\"><channel><title>Ledger {number}</title><link>http://ledger{number}.example/</link><description>d</description>"
            : $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:ledger:{number}</id><title>Ledger {number}</title><updated>2026-01-01T00:00:00Z</updated>");
        foreach (var (id, edit) in _items)
        {
            var url = $"http://ledger{number}.example/story/{id}";
            var title = $"Story {id} of ledger {number}" + (edit > 0 ? $", edition {edit}" : "");
            var words = string.Join(' ', Enumerable.Range(0, 60).Select(w => $"word{(id * 31 + w * 17 + number) % 997}"));
            text.Append(rss
                ? $"<item><guid isPermaLink=\"false\">{Guid(number, id)}</guid><link>{url}</link><title>{title}</title><pubDate>Thu, 01 Jan 2026 00:00:{id % 60:D2} GMT</pubDate><description>{words}</description></item>"
                : $"<entry><id>{Guid(number, id)}</id><link href=\"{url}\"/><title>{title}</title><updated>2026-01-01T00:00:{id % 60:D2}Z</updated><content type=\"text\">{words}</content></entry>");
        }

        text.Append(rss ? "</channel></rss>" : "</feed>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
