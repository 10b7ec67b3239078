using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Aggregator.Tests.Architecture;

/// <summary>References point one way. Read from the project files and from what the compiler wrote into the assemblies.</summary>
public sealed class ReferenceTests
{
    /// <summary>Every room, and the rooms that it may know.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Aggregator.Feeds"] = [],
        ["Aggregator.Pipeline"] = ["Aggregator.Feeds"],
        ["Aggregator.Pages"] = ["Aggregator.Feeds", "Aggregator.Pipeline"],
        ["Aggregator.Fetching"] = ["Aggregator.Feeds", "Aggregator.Pipeline"],
        ["Aggregator.Archive.Sqlite"] = ["Aggregator.Feeds", "Aggregator.Pipeline"],
        ["Aggregator"] = ["Aggregator.Feeds", "Aggregator.Pipeline", "Aggregator.Pages", "Aggregator.Fetching", "Aggregator.Archive.Sqlite"],
    };

    /// <summary>What enters the house in one room only.</summary>
    private static readonly (string Dependency, string Room)[] EntersIn =
    [
        ("Microsoft.Data.Sqlite", "Aggregator.Archive.Sqlite"), ("SQLitePCLRaw", "Aggregator.Archive.Sqlite"), ("Dapper", "Aggregator.Archive.Sqlite"),
        ("System.Net.Http", "Aggregator.Fetching"), ("System.Net.Sockets", "Aggregator.Fetching"), ("System.Net.NameResolution", "Aggregator.Fetching"), ("System.Net.Security", "Aggregator.Fetching"),
        ("AngleSharp", "Aggregator.Pages"), ("HtmlSanitizer", "Aggregator.Pages"), ("SmartReader", "Aggregator.Pages"),
        ("Quartz", "aggregator"), ("Spectre.Console", "aggregator"), ("System.CommandLine", "aggregator"), ("Microsoft.Extensions.", "aggregator"),
        ("System.ServiceModel.Syndication", "Aggregator.Feeds"),
    ];

    private static readonly string[] Pure = ["Aggregator.Feeds", "Aggregator.Pipeline", "Aggregator.Pages"];

    /// <summary>Assemblies through which a pure room could touch the world.</summary>
    private static readonly string[] World =
        ["System.Net.Http", "System.Net.Sockets", "System.Net.Requests", "System.Net.WebClient", "System.Net.NameResolution", "System.Diagnostics.Process", "System.Console", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "Microsoft.Win32.Registry"];

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Fact]
    public void Every_project_of_the_product_is_a_room_of_the_table() => Assert.Equal(
        MayKnow.Keys.Order(), Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(f => Path.GetFileName(f)!).Where(n => File.Exists(ProjectOf(n))).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_names_only_rooms_it_may_know(string room)
    {
        var named = XDocument.Load(ProjectOf(room)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(named.Except(MayKnow[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_assembly_uses_only_rooms_it_may_know(string room) =>
        Assert.Empty(ReferencesOf(room).Where(r => r.StartsWith("Aggregator", StringComparison.Ordinal)).Except(MayKnow[room]));

    [Fact]
    public void What_enters_in_one_room_is_known_in_no_other()
    {
        foreach (var (dependency, owner) in EntersIn)
            foreach (var room in MayKnow.Keys.Where(r => !AssemblyNameOf(r).Equals(owner, StringComparison.Ordinal)))
                Assert.DoesNotContain(ReferencesOf(room), r => r == dependency || (r.StartsWith(dependency, StringComparison.Ordinal) && (dependency.EndsWith('.') || r[dependency.Length] == '.')));
    }

    [Fact]
    public void Pure_rooms_use_no_assembly_that_touches_the_world()
    {
        foreach (var room in Pure) Assert.Empty(ReferencesOf(room).Intersect(World));
    }

    [Fact]
    public void Pure_rooms_are_marked_so_that_the_compiler_bans_clocks_files_and_the_rest()
    {
        foreach (var room in MayKnow.Keys)
            Assert.Equal(Pure.Contains(room), XDocument.Load(ProjectOf(room)).Descendants("PureRoom").Any(p => p.Value == "true"));
    }

    private static string ProjectOf(string room) => Path.Combine(Repository.Root, "src", room, $"{room}.csproj");

    private static string AssemblyNameOf(string room) => room == "Aggregator" ? "aggregator" : room;

    private static List<string> ReferencesOf(string room)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{AssemblyNameOf(room)}.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name)).ToList();
    }
}
