using System.Reflection;

namespace Aggregator.Tests.Architecture;

public sealed class NamespaceTests
{
    // A namespace of ours with one of these parts would hide the thing itself, or say nothing.
    private static readonly string[] Banned = ["Host", "Quartz", "Dapper", "Options", "Utils", "Util", "Helpers", "Helper", "Common", "Manager", "Base", "Misc"];

    [Theory]
    [InlineData("Aggregator.Feeds")]
    [InlineData("Aggregator.Pipeline")]
    [InlineData("Aggregator.Pages")]
    [InlineData("Aggregator.Fetching")]
    [InlineData("Aggregator.Archive.Sqlite")]
    [InlineData("aggregator")]
    public void No_namespace_hides_a_dependency_and_no_type_is_named_for_nothing(string assembly)
    {
        var types = Assembly.Load(assembly).GetTypes().Where(t => t.Namespace?.StartsWith("Aggregator", StringComparison.Ordinal) == true && !t.Name.StartsWith('<')).ToList();
        Assert.Empty(types.SelectMany(t => t.Namespace!.Split('.')).Intersect(Banned));
        Assert.DoesNotContain(types, t => t.Name.EndsWith("Helper", StringComparison.Ordinal) || t.Name.EndsWith("Utils", StringComparison.Ordinal) || t.Name.EndsWith("Manager", StringComparison.Ordinal));
    }
}
