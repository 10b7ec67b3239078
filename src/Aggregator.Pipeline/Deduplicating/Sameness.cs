using System.Globalization;
using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Pipeline.Deduplicating;

/// <summary>
/// Whether an item is the article that holds one of its keys. A key alone is not believed: feeds number their items anew, and one address
/// can show another page every day. An edited headline, a summary in place of the text and an added paragraph are the same article; other
/// words altogether are not.
/// </summary>
internal sealed class Sameness(Knowledge known)
{
    // Half of the shorter title; two fifths of the shorter text, which a heavy rewrite keeps (QUALITY 1.4, 1.6).
    private const double TitleShare = 0.5, TextShare = 0.4;

    // Where only the text can speak, or a report that is made from a template each day must stay apart from yesterday's.
    private const double SureTextShare = 0.8;

    // A headline may keep half its words by chance.
    private const double LeastTextShare = 0.2;

    private readonly Dictionary<long, KnownText> _texts = [];

    /// <summary>Judges an item against a holder of one of its keys.</summary>
    public Likeness Judge(Article item, KnownArticle article, KeyStrength strength)
    {
        var titles = Titles(item.Title, article.Title);
        var score = (titles.IsEqual ? 2 : titles.Share >= TitleShare ? 1 : 0) + (item.TextKey is { } key && key == article.TextKey ? 2 : 0);
        var same = strength switch
        {
            KeyStrength.Guid => SameByGuid(item, article, titles),
            KeyStrength.Url => SameByUrl(item, article, titles),
            KeyStrength.UrlUnderNewGuid => SameUnderNewGuid(item, article, titles),
            _ => titles.IsEqual || (item.TextKey is not null && item.TextKey == article.TextKey),
        };
        return new Likeness(same, score);
    }

    /// <summary>What sets an item apart from an article that was judged another, in words for the archive.</summary>
    public string Evidence(Article item, KnownArticle article)
    {
        var titles = Titles(item.Title, article.Title);
        var title = titles.IsKnown ? string.Create(CultureInfo.InvariantCulture, $"titles share {titles.Shared} of {titles.Of} words") : "no title to compare";
        var text = item.TextKey is null || article.TextKey is null
            ? "no text to compare"
            : string.Create(CultureInfo.InvariantCulture, $"texts share {TextShareOf(item, article):0.00}");
        return $"{title}, {text}";
    }

    // The feed itself says that it is the item, under another address: only another title with another text is a collision.
    private bool SameByGuid(Article item, KnownArticle article, in TitleLikeness titles)
    {
        if (titles.IsEqual || item.TextKey is null || article.TextKey is null) return true;
        return TextShareOf(item, article) >= (titles.IsKnown && titles.Share >= TitleShare ? LeastTextShare : TextShare);
    }

    private bool SameByUrl(Article item, KnownArticle article, in TitleLikeness titles)
    {
        if (titles.IsKnown && titles.Share >= TitleShare) return true;
        if (item.TextKey is null || article.TextKey is null) return !titles.IsKnown;
        return TextShareOf(item, article) >= TextShare;
    }

    // The feed says that it is another item at the same address: a new numbering of its items, or another text on the same page.
    private bool SameUnderNewGuid(Article item, KnownArticle article, in TitleLikeness titles)
    {
        if (titles.IsEqual) return true;
        if (item.TextKey is null || article.TextKey is null) return !titles.IsKnown && item.TextKey == article.TextKey;
        return TextShareOf(item, article) >= SureTextShare;
    }

    private double TextShareOf(Article item, KnownArticle article) =>
        item.TextKey == article.TextKey ? 1 : Shingles.Containment(item.Text, TextOf(article.Id).Text);

    /// <summary>The article's texts, asked for once.</summary>
    public KnownText TextOf(long id) => _texts.TryGetValue(id, out var text) ? text : _texts[id] = known.TextOf(id);

    /// <summary>
    /// Whether two items of one answer that share a key are one item listed twice. Here a difference is taken at its word: the same title, and
    /// the same text, none, or a much shorter piece of it.
    /// </summary>
    public static bool IsListedTwice(Article one, Article other, bool needsProof)
    {
        var title = FoldedText.Of(one.Title);
        if (title != FoldedText.Of(other.Title)) return false;
        if (one.TextKey == other.TextKey) return !needsProof || title.Length > 0 || one.TextKey is not null;
        if (one.TextKey is null || other.TextKey is null) return title.Length > 0;
        var (shorter, longer) = one.Text!.Length <= other.Text!.Length ? (one, other) : (other, one);
        return title.Length > 0 && shorter.Text!.Length <= longer.Text!.Length * 0.7 && Shingles.Containment(shorter.Text, longer.Text) >= 0.9;
    }

    private static TitleLikeness Titles(string? one, string? other)
    {
        var (a, b) = (FoldedText.Of(one), FoldedText.Of(other));
        if (a.Length == 0 || b.Length == 0) return default;
        if (a == b) return new TitleLikeness(true, 1, 1);
        var (shared, of) = Shingles.TitleWords(a, b);
        return new TitleLikeness(false, shared, of);
    }

    private readonly record struct TitleLikeness(bool IsEqual, int Shared, int Of)
    {
        public bool IsKnown => Of > 0;

        public double Share => Of == 0 ? 0 : (double)Shared / Of;
    }
}

/// <summary>How an item and an article compare.</summary>
/// <param name="IsSame">They are one article.</param>
/// <param name="Score">Which of several is the likest.</param>
internal readonly record struct Likeness(bool IsSame, int Score);

/// <summary>What a shared key is worth, strongest first.</summary>
internal enum KeyStrength
{
    Guid,
    Url,

    /// <summary>The same feed gave the article under another guid.</summary>
    UrlUnderNewGuid,

    /// <summary>Equal only without second-tier parameters.</summary>
    LooseUrl,
}
