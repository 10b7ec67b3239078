using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Fetching;

/// <summary>
/// The secrets of one fetch: read when the request is made, and masked in everything that is told about it. A secret that a server sends
/// back (in a Location, in an error, in a body) is masked as well, in the spellings it can come back in.
/// </summary>
internal sealed partial class RequestSecrets(SecretReader reader)
{
    // Shorter ones stand everywhere by chance: to hide them would garble addresses and sentences.
    private const int ShortestHidden = 4;

    private readonly List<SecretForm> _forms = [];

    /// <summary>The text with each <c>${env:NAME}</c> and <c>${file:PATH}</c> replaced by its secret.</summary>
    public string Resolve(string template) => Reference().Replace(template, match => Read(match.Groups[1].Value, match.Value));

    /// <summary>The address with its secrets; a number sign in one would end the address.</summary>
    public string ResolveAddress(string template) =>
        Reference().Replace(template, match => Read(match.Groups[1].Value, match.Value).Replace("#", "%23", StringComparison.Ordinal));

    /// <summary>A secret by its reference.</summary>
    public string Read(string reference) => Read(reference, "${" + reference + "}");

    /// <summary>Hides also a text that was made from a secret.</summary>
    public void Hide(string value, string shown)
    {
        if (value.Length < ShortestHidden || _forms.Any(f => f.Value == value)) return;
        _forms.Add(new SecretForm(value, shown));
        // Longer forms first, so that a short secret inside a longer form does not break it up.
        _forms.Sort((a, b) => b.Value.Length.CompareTo(a.Value.Length));
    }

    /// <summary>The text with every secret, and its escaped and Base64 forms, replaced by its reference.</summary>
    public string Mask(string text)
    {
        foreach (var (value, shown) in _forms) text = text.Replace(value, shown, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The text masked; null for none.</summary>
    public string? MaskOrNull(string? text) => text is null ? null : Mask(text);

    /// <summary>True when a secret stands in the text.</summary>
    public bool IsIn(string? text) => text is not null && _forms.Any(f => text.Contains(f.Value, StringComparison.Ordinal));

    /// <summary>Overwrites with asterisks every secret in a body that cannot be there by chance.</summary>
    public void Erase(Span<byte> body)
    {
        foreach (var form in _forms) form.Erase(body);
    }

    private string Read(string reference, string shown)
    {
        var secret = reader(reference);
        if (string.IsNullOrEmpty(secret))
            throw new SecretMissingException($"the secret {reference} that the list names for this feed is not there or empty; set it where the program runs");
        if (secret.Any(char.IsControl))
            throw new SecretMissingException($"the secret {reference} that the list names for this feed holds a line end or a control character, which cannot be sent; correct it");
        foreach (var form in SecretForm.Of(secret)) Hide(form, shown);
        return secret;
    }

    [GeneratedRegex(@"\$\{((?:env|file):[^}]+)\}")]
    private static partial Regex Reference();
}
