using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Reads the keys of <c>feeds.json</c> that are objects of their own: <c>headers</c> and <c>auth</c>. Nothing of theirs is repeated in a
/// message: what stands there may be a secret that was written by mistake.</summary>
internal sealed class JsonRequestOptions(ListProblems problems)
{
    private const int MostHeaders = 50;

    private static readonly IReadOnlyList<string> AuthKeys = ["type", "secret", "user", "name"];

    // What a header is called that should name its secret.
    private static readonly string[] Secretive = ["key", "token", "secret", "auth", "passw", "credential", "session"];

    /// <summary>The headers that are right.</summary>
    public IReadOnlyList<RequestHeader> Headers(JsonValue value, string key)
    {
        var headers = new List<RequestHeader>();
        if (!Is(value, JsonKind.Object, key, "an object { \"Name\": \"value\" }")) return headers;
        if (value.Members.Count > MostHeaders) problems.Error(value.Line, key, $"at most {MostHeaders} headers are sent");
        foreach (var (name, _, line, given) in value.Members)
        {
            // A name may be anything, also what would forge a line of a log.
            var at = $"{key}.{(name.Length is > 0 and <= 100 && name.All(c => c is > ' ' and <= '~') ? name : FeedUrl.Shown(name))}";
            if (RequestHeaderRules.ProblemOfName(name) is { } unfit) problems.Error(line, at, unfit);
            else if (name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)) problems.Error(line, at, "this header has a key of its own, userAgent");
            else if (headers.Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) problems.Error(line, at, "the header is written twice");
            else if (Is(given, JsonKind.String, at, "a text in quotation marks"))
            {
                if ((SecretTemplate.ProblemOfText(given.Text) ?? RequestHeaderRules.ProblemOfValue(given.Text)) is { } wrong) problems.Error(given.Line, at, wrong);
                else headers.Add(new RequestHeader(name, given.Text));
                if (!SecretTemplate.HoldsReference(given.Text) && Secretive.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase)))
                    problems.Warning(given.Line, at, "if this is a secret, name it as ${env:NAME}: the archive keeps the list as it is written");
            }
        }

        return headers;
    }

    /// <summary>The login; null when it is wrong.</summary>
    public FeedAuth? Auth(JsonValue value, string key)
    {
        if (value is { Kind: JsonKind.String, Text: "none" }) return ListOptions.NoAuth;
        if (!Is(value, JsonKind.Object, key, "an object { \"type\": ..., \"secret\": \"env:NAME\" } or \"none\"")) return null;
        foreach (var member in value.Members)
            if (!AuthKeys.Contains(member.Name)) problems.Error(member.Line, key, $"the keys of a login are {string.Join(", ", AuthKeys)}");
            else if (value.Members.First(m => m.Name == member.Name) != member) problems.Error(member.Line, $"{key}.{member.Name}", "the key is written twice");

        var (type, secret) = (Text(value, key, "type", "basic, bearer, header or cookie"), Text(value, key, "secret", "env:NAME or file:PATH"));
        if (type is null || secret is null) return null;
        AuthKind? kind = type switch { "basic" => AuthKind.Basic, "bearer" => AuthKind.Bearer, "header" => AuthKind.Header, "cookie" => AuthKind.Cookie, _ => null };
        if (kind is null) problems.Error(value.Member("type")!.Line, $"{key}.type", "the type of a login is basic, bearer, header or cookie");
        var wrong = SecretTemplate.ProblemOfReference(secret);
        if (wrong is not null) problems.Error(value.Member("secret")!.Line, $"{key}.secret", wrong);
        var user = Only(value, key, "user", kind is null or AuthKind.Basic, "basic", ProblemOfUser);
        var name = Only(value, key, "name", kind is null or AuthKind.Header, "header", text => RequestHeaderRules.ProblemOfName(text, forAuth: true));
        return kind is null || wrong is not null ? null : new FeedAuth(kind.Value, secret, user ?? name);
    }

    /// <summary>A login as the list writes it.</summary>
    public static string Written(FeedAuth auth)
    {
        var name = auth.Name is null ? "" : $", \"{(auth.Kind == AuthKind.Basic ? "user" : "name")}\": {JsonText.Quoted(auth.Name)}";
        return $"{{ \"type\": \"{auth.Kind.ToString().ToLowerInvariant()}\"{name}, \"secret\": {JsonText.Quoted(auth.Secret)} }}";
    }

    // RFC 7617: the colon ends the user.
    private static string? ProblemOfUser(string user) =>
        OptionReader.TextProblem(user) ?? (user.Contains(':', StringComparison.Ordinal) ? "a user name holds no colon; the password is named with secret" : null);

    private string? Only(JsonValue value, string key, string name, bool belongs, string type, Func<string, string?> problem)
    {
        if (value.Member(name) is not { } given) return null;
        var wrong = !belongs ? $"this belongs to a login of the type {type}" : given.Kind != JsonKind.String ? "this must be a text in quotation marks" : problem(given.Text);
        if (wrong is null) return given.Text;
        problems.Error(given.Line, $"{key}.{name}", wrong);
        return null;
    }

    private string? Text(JsonValue value, string key, string name, string form)
    {
        if (value.Member(name) is { } given) return Is(given, JsonKind.String, $"{key}.{name}", $"a text: {form}") ? given.Text : null;
        problems.Error(value.Line, $"{key}.{name}", $"a login needs it: {form}");
        return null;
    }

    private bool Is(JsonValue value, JsonKind kind, string key, string wanted)
    {
        if (value.Kind == kind) return true;
        problems.Error(value.Line, key, $"this must be {wanted}, not {value.Named}");
        return false;
    }
}
