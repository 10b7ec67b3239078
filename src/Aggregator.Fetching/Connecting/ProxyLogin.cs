namespace Aggregator.Fetching.Connecting;

/// <summary>Takes a proxy's address apart before its secrets are filled in, so that a password may hold any character.</summary>
internal static class ProxyLogin
{
    /// <returns>The address without user and password, and <c>user:password</c>; null for a proxy that wants none.</returns>
    public static (string Address, string? Login) Of(string template, RequestSecrets secrets)
    {
        var start = template.IndexOf("//", StringComparison.Ordinal) + 2;
        if (template.LastIndexOf('@') is var at && at < start) return (template, null);
        var login = secrets.Resolve(template[start..at]);
        foreach (var form in SecretForm.Of(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(login)))) secrets.Hide(form, "***");
        if (login.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) secrets.Hide(login[(colon + 1)..], "***");
        return (template[..start] + template[(at + 1)..], login);
    }
}
