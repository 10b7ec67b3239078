namespace Aggregator.Pipeline.Subscribing;

/// <summary>Reads <c>feeds.json</c>. Takes its bytes; gives what it says and every problem; every problem of the file is found in one reading.</summary>
internal sealed class JsonListReader(ListFile file, ListProblems problems)
{
    private readonly Dictionary<string, ListOptions> _groups = new(StringComparer.Ordinal);
    private readonly List<ListEntry> _entries = [];

    private JsonRequestOptions RequestOptions => new(problems);

    public ListPart Read(ReadOnlyMemory<byte> text)
    {
        var (root, line, message) = JsonTree.Parse(text.Span);
        if (root is null)
        {
            problems.Error(line, null, message!);
            return new ListPart();
        }

        if (root.Kind != JsonKind.Object)
        {
            problems.Error(root.Line, null, $"a feed list is an object, {{ \"feeds\": [ ... ] }}, not {root.Named}");
            return new ListPart();
        }

        CheckKeys(root, "", ListKeys.Top, "at the top of a list");
        if (root.Member("$schema") is { } schema) Text(schema, "$schema");
        var defaults = root.Member("defaults") is { } stated && IsObject(stated, "defaults") ? Options(stated, "defaults") : ListOptions.None;
        if (root.Member("defaults") is { Kind: JsonKind.Object } checkedDefaults) CheckKeys(checkedDefaults, "defaults", ListKeys.Defaults, "in defaults");
        if (root.Member("groups") is { } groups && IsArray(groups, "groups"))
            for (var i = 0; i < groups.Elements.Count; i++) ReadGroup(groups.Elements[i], $"groups[{i}]");
        if (root.Member("feeds") is { } feeds) ReadFeeds(feeds, "feeds", null);
        if (root.Member("feeds") is null && root.Member("groups") is null)
            problems.Error(root.Line, null, "the list has neither feeds nor groups; an empty list is { \"feeds\": [] }");
        return new ListPart { Defaults = defaults, Groups = _groups, Entries = _entries };
    }

    private void ReadGroup(JsonValue group, string key)
    {
        if (!IsObject(group, key)) return;
        CheckKeys(group, key, ListKeys.Group, "in a group");
        var name = group.Member("name") is { } given ? Text(given, $"{key}.name") : null;
        if (group.Member("name") is null) problems.Error(group.Line, key, "the group has no name");
        if (group.Member("feeds") is null) problems.Error(group.Line, key, "the group has no feeds; an empty one has \"feeds\": []");

        var options = Options(group, key);
        if (name is not null && !_groups.TryAdd(name, options))
            problems.Error(group.Line, $"{key}.name", $"there are two groups named {FeedUrl.Shown(name)}; make them one");
        if (group.Member("feeds") is { } feeds) ReadFeeds(feeds, $"{key}.feeds", name);
    }

    private void ReadFeeds(JsonValue feeds, string key, string? group)
    {
        if (!IsArray(feeds, key)) return;
        for (var i = 0; i < feeds.Elements.Count; i++) ReadFeed(feeds.Elements[i], $"{key}[{i}]", group);
    }

    private void ReadFeed(JsonValue feed, string key, string? group)
    {
        if (feed.Kind == JsonKind.String)
        {
            if (Url(feed, key) is { } address) _entries.Add(new ListEntry { Url = address, Group = group, Line = feed.Line, Key = key });
            return;
        }

        if (feed.Kind != JsonKind.Object)
        {
            problems.Error(feed.Line, key, $"a feed is an address or an object with url or file, not {feed.Named}");
            return;
        }

        CheckKeys(feed, key, ListKeys.Feed, "of a feed");
        var (url, path) = (feed.Member("url"), feed.Member("file"));
        if (url is not null && path is not null) problems.Error(feed.Line, key, "the feed has both url and file; one of them is the feed");
        // A mistyped url has been told already.
        if (url is null && path is null && !feed.Members.Any(m => ListKeys.Meant(m.Name, ListKeys.Feed) is "url" or "file"))
            problems.Error(feed.Line, key, "the feed has no url and no file");

        var remote = url is null ? null : Url(url, $"{key}.url");
        var local = path is null ? null : FilePath(path, $"{key}.file");
        var title = feed.Member("title") is { } stated ? Text(stated, $"{key}.title") : null;
        var own = feed.Member("group") is { } named ? Text(named, $"{key}.group") : null;
        if (own is not null && group is not null && own != group)
            problems.Error(feed.Member("group")!.Line, $"{key}.group", $"the feed stands in the group {FeedUrl.Shown(group)} and says {FeedUrl.Shown(own)}");

        var options = Options(feed, key);
        if ((remote ?? local) is not { } identity) return;
        _entries.Add(new ListEntry
        {
            Url = local is null ? identity : "file:" + local,
            FilePath = local is null ? null : Path.Combine(file.Folder, local.Replace('/', Path.DirectorySeparatorChar)),
            Title = title,
            Group = group ?? own,
            Options = options,
            Line = feed.Line,
            Key = key,
        });
    }

    private string? Url(JsonValue value, string key)
    {
        if (!Is(value, JsonKind.String, key, "an address in quotation marks")) return null;
        var url = value.Text.Trim();
        if (FeedUrl.Problem(url, mayNameSecrets: true) is not { } wrong) return url;
        problems.Error(value.Line, key, wrong);
        return null;
    }

    private string? FilePath(JsonValue value, string key)
    {
        if (!Is(value, JsonKind.String, key, "a path in quotation marks")) return null;
        if (LocalPath.Problem(value.Text) is not { } wrong) return LocalPath.Normal(value.Text);
        problems.Error(value.Line, key, wrong);
        return null;
    }

    private ListOptions Options(JsonValue from, string key)
    {
        var options = ListOptions.None;
        foreach (var member in from.Members)
        {
            var (value, at) = (member.Value, $"{key}.{member.Name}");
            switch (member.Name)
            {
                case "enabled":
                    if (Is(value, JsonKind.Boolean, at, "true or false")) options = options with { Enabled = value.Text == "true" };
                    break;
                case "allowPrivateNetwork":
                    if (Is(value, JsonKind.Boolean, at, "true or false")) options = options with { AllowPrivateNetwork = value.Text == "true" };
                    break;
                case "ignoreTls":
                    if (Is(value, JsonKind.Boolean, at, "true or false")) options = options with { IgnoreTls = value.Text == "true" };
                    break;
                case "headers":
                    options = options with { Headers = RequestOptions.Headers(value, at) };
                    break;
                case "auth":
                    options = options with { Auth = RequestOptions.Auth(value, at) };
                    break;
                case "tags":
                    options = options with { Tags = Tags(value, at) };
                    break;
                case "maxBytes" when value.Kind == JsonKind.Number:
                case "every" or "timeout" or "maxBytes" or "language" or "source" or "userAgent" or "proxy" when Is(value, JsonKind.String, at, "a text in quotation marks"):
                    if (OptionReader.Read(member.Name, value.Text, ref options) is { } wrong) problems.Error(value.Line, at, wrong);
                    break;
                default:
                    break; // CheckKeys has said what there is to say.
            }
        }

        return options;
    }

    private List<string> Tags(JsonValue value, string key)
    {
        var tags = new List<string>();
        if (!IsArray(value, key)) return tags;
        for (var i = 0; i < value.Elements.Count; i++)
        {
            if (Text(value.Elements[i], $"{key}[{i}]") is not { } tag) continue;
            if (tag.Contains(',', StringComparison.Ordinal)) problems.Error(value.Elements[i].Line, $"{key}[{i}]", "a tag holds no comma; write two tags");
            else if (!tags.Contains(tag)) tags.Add(tag);
        }

        return tags;
    }

    private string? Text(JsonValue value, string key)
    {
        if (!Is(value, JsonKind.String, key, "a text in quotation marks")) return null;
        if (OptionReader.TextProblem(value.Text) is not { } wrong) return value.Text.Trim();
        problems.Error(value.Line, key, wrong);
        return null;
    }

    private void CheckKeys(JsonValue value, string key, IReadOnlyList<string> allowed, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            var at = key.Length == 0 ? member.Name : $"{key}.{member.Name}";
            if (!seen.Add(member.Name)) problems.Error(member.Line, at, "the key is written twice");
            else if (allowed.Contains(member.Name)) continue;
            else if (allowed != ListKeys.Top && ListKeys.NotInEffect.Contains(member.Name))
                problems.Error(member.Line, at, "this key is not in effect in this version; leave it out");
            else
            {
                var meant = ListKeys.Meant(member.Name, allowed);
                problems.Error(member.Line, at, $"there is no such key {place}; {(meant is null ? $"the keys are {string.Join(", ", allowed)}" : $"did you mean {meant}?")}");
            }
        }
    }

    private bool IsObject(JsonValue value, string key) => Is(value, JsonKind.Object, key, "an object { ... }");

    private bool IsArray(JsonValue value, string key) => Is(value, JsonKind.Array, key, "a list [ ... ]");

    private bool Is(JsonValue value, JsonKind kind, string key, string wanted)
    {
        if (value.Kind == kind) return true;
        problems.Error(value.Line, key, $"this must be {wanted}, not {value.Named}");
        return false;
    }
}
