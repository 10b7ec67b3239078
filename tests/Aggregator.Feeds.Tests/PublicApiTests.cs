using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aggregator.Feeds.Tests;

/// <summary>
/// The public surface of the package as text. A change must be wanted: run the tests once with AGGREGATOR_APPROVE=1 in the environment and commit
/// what that wrote.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var surface = Surface();
        var approved = Path.Combine(Source(), "PublicApi.approved.txt");
        if (Environment.GetEnvironmentVariable("AGGREGATOR_APPROVE") == "1")
            File.WriteAllText(approved, surface);
        Assert.Equal(File.ReadAllText(approved), surface);
    }

    private static string Source([CallerFilePath] string path = "") =>
        File.Exists(path) ? Path.GetDirectoryName(path)! : AppContext.BaseDirectory; // a deterministic build hides where the source lay

    private static string Surface()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(FeedReader).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName!.Replace("Aggregator.Feeds.", "", StringComparison.Ordinal).Replace('+', '.')).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsAbstract && type.IsSealed ? "static class" : type.GetMethod("<Clone>$") is not null ? type.IsAbstract ? "abstract record" : "record" : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(type, n), System.Globalization.CultureInfo.InvariantCulture)}");
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var properties = type.GetProperties(Declared)
            .Select(p => $"{(p.GetMethod!.IsStatic ? "static " : "")}{Name(p.PropertyType)} {p.Name} {{ get;{(p.SetMethod is { IsPublic: true } ? " init;" : "")} }}");
        var methods = type.GetMethods(Declared)
            .Where(m => !m.IsSpecialName && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null && m.Name is not ("ToString" or "Equals" or "GetHashCode" or "Deconstruct" or "<Clone>$"))
            .Select(m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        var constructors = type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})");
        var constants = type.GetFields(Declared).Select(f => $"const {Name(f.FieldType)} {f.Name}");
        return [.. constructors, .. constants, .. properties, .. methods];
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";
        if (!type.IsGenericType)
            return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
