using System.Text.RegularExpressions;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// How a list names a secret without holding it: <c>env:NAME</c> or <c>file:PATH</c> as the whole of a value, <c>${env:NAME}</c> inside one.
/// No message repeats the text it judges, which may be a secret that was written by mistake.
/// </summary>
internal static partial class SecretTemplate
{
    private const string Form = "${env:NAME}, with letters, digits and underscores for NAME";

    /// <summary>What is wrong with a reference; null for nothing.</summary>
    public static string? ProblemOfReference(string reference) =>
        Reference().IsMatch(reference) ? null : "a secret is named, not written: env:NAME for a variable of the environment, file:PATH for a file";

    /// <summary>What is wrong with the references inside a text; null for nothing, also for a text without any.</summary>
    public static string? ProblemOfText(string text) =>
        Filled(text).Contains("${", StringComparison.Ordinal) ? $"what ${{ begins is no name of a secret; it is {Form}" : null;

    /// <summary>The text with a harmless word for each reference, so that the rest of it can be judged.</summary>
    public static string Filled(string text) => Inside().Replace(text, "x");

    public static bool HoldsReference(string text) => Inside().IsMatch(text);

    [GeneratedRegex(@"^(env:[A-Za-z_][A-Za-z0-9_]{0,199}|file:[^\x00-\x1F\x7F}]{1,1000})$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{env:[A-Za-z_][A-Za-z0-9_]{0,199}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
