using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Feeds;

/// <summary>Ids where a format demands one.</summary>
internal static class ItemIds
{
    /// <summary>The item's id, else its URL, else a hash of its words: the same for the same item, whoever writes it and when.</summary>
    internal static string Of(FeedItem item)
    {
        if (item.Id is not null) return item.Id;
        if (!string.IsNullOrEmpty(item.Url)) return item.Url;
        var words = string.Join('\n', item.Title?.Value, item.Published?.Raw, item.Summary?.Value, item.Content?.Value);
        return "urn:sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }
}
