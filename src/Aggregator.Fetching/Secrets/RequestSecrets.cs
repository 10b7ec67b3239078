using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Fetching;

/// <summary>
/// The secrets of one fetch: read when the request is made, and masked in everything that is told about it. A secret that a server sends
/// back (in a Location, in an error) is masked as well, in the spellings it can come back in.
/// </summary>
internal sealed partial class RequestSecrets(SecretReader reader)
{
    private readonly List<(string Value, string Shown)> _masks = [];

    /// <summary>The text with each <c>${env:NAME}</c> and <c>${file:PATH}</c> replaced by its secret.</summary>
    public string Resolve(string template) => Reference().Replace(template, match => Read(match.Groups[1].Value, match.Value));

    /// <summary>A secret by its reference.</summary>
    public string Read(string reference) => Read(reference, "${" + reference + "}");

    /// <summary>Hides also a text that was made from a secret.</summary>
    public void Hide(string value, string shown)
    {
        if (value.Length > 0 && !_masks.Contains((value, shown))) _masks.Add((value, shown));
    }

    /// <summary>The text with every secret, and its escaped and Base64 forms, replaced by its reference.</summary>
    public string Mask(string text)
    {
        foreach (var (value, shown) in _masks) text = text.Replace(value, shown, StringComparison.Ordinal);
        return text;
    }

    private string Read(string reference, string shown)
    {
        var secret = reader(reference);
        if (string.IsNullOrEmpty(secret)) throw new SecretMissingException(reference);
        Hide(secret, shown);
        Hide(Uri.EscapeDataString(secret), shown);
        Hide(Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal), shown);
        Hide(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='), shown);
        // Longer forms first, so that a short secret inside a longer form does not break it up.
        _masks.Sort((a, b) => b.Value.Length.CompareTo(a.Value.Length));
        return secret;
    }

    [GeneratedRegex(@"\$\{((?:env|file):[^}]+)\}")]
    private static partial Regex Reference();
}
