namespace Aggregator.Pipeline.Subscribing;

/// <summary>A value of a JSON list with its place, so that every problem can name a line and every edit its bytes.</summary>
internal sealed record JsonValue(JsonKind Kind, int Start, int End, int Line)
{
    /// <summary>A string's text, a number's or literal's spelling; empty for objects and arrays.</summary>
    public string Text { get; init; } = "";

    /// <summary>Members of an object, in order.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>Elements of an array, in order.</summary>
    public IReadOnlyList<JsonValue> Elements { get; init; } = [];

    /// <summary>What it is, for messages.</summary>
    public string Named => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.String => "a text",
        JsonKind.Number => "a number",
        JsonKind.Boolean => Text,
        _ => "null",
    };

    public JsonValue? Member(string name) => Members.FirstOrDefault(m => m.Name == name)?.Value;
}

/// <param name="Name">The name, unescaped.</param>
/// <param name="Start">Offset of its first quotation mark.</param>
/// <param name="Line">Its line.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Start, int Line, JsonValue Value);

/// <summary>What a JSON value is, in the words of messages.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}
