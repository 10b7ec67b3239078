using System.Diagnostics;
using System.Text;

namespace Aggregator.Feeds.Tests;

/// <summary>The package as strangers get it: packed, put into a folder source, referenced by a program outside this repository.</summary>
public sealed class PackageTests
{
    private const string Consumer = """
        using System.Text;
        using Aggregator.Feeds;

        var body = Encoding.UTF8.GetBytes("<rss version='2.0'><channel><title>A &amp; B</title><item><title>One & two</title><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate></item></channel></rss>");
        if (FeedReader.Read(body, ReadContext.None) is not ReadOutcome.Parsed(var feed) parsed || parsed.WellFormed)
            return 3;
        using var written = new MemoryStream();
        FeedWriter.WriteAtom(feed with { Updated = feed.Items[0].Published }, written);
        var again = (ReadOutcome.Parsed)FeedReader.Read(written.ToArray(), ReadContext.None);
        using var streamed = new MemoryStream();
        FeedWriter.WriteJsonFeed(new ParsedFeed { Title = feed.Title }, streamed, Enumerable.Range(0, 3).Select(i => new FeedItem { Id = $"{i}", Published = FeedDate.Of(DateTimeOffset.UnixEpoch.AddYears(34)) }));
        if (((ReadOutcome.Parsed)FeedReader.Read(streamed.ToArray(), ReadContext.None)).Feed.Items is not [_, _, { Published.From: "item.published" }])
            return 4;
        using var list = new MemoryStream();
        new OpmlDocument { Title = "Feeds", Outlines = [new OpmlOutline("https://news.example/feed") { Folder = ["World"] }] }.Write(list);
        if (OpmlDocument.Read(list.ToArray()).Outlines is not [{ XmlUrl: "https://news.example/feed", Folder: ["World"] }])
            return 5;
        Console.WriteLine($"{again.Feed.Version} {again.Feed.Title!.Value} | {again.Feed.Items[0].Title!.ToPlainText()} | {again.Feed.Updated!.At:yyyy-MM-dd}");
        return 0;
        """;

    [Fact]
    public async Task A_program_outside_uses_the_packed_library()
    {
        var root = Root();
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var folder = Directory.CreateTempSubdirectory("feeds-package-").FullName;
        try
        {
            var source = Path.Combine(folder, "source");
            await DotNet(root, "pack", Path.Combine(root, "src", "Aggregator.Feeds"), "-c", configuration, "--no-build", "-o", source);

            var consumer = Directory.CreateDirectory(Path.Combine(folder, "consumer")).FullName;
            await File.WriteAllTextAsync(Path.Combine(consumer, "Program.cs"), Consumer, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(consumer, "Consumer.csproj"), Project, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(consumer, "nuget.config"), Sources(source, folder), TestContext.Current.CancellationToken);
            await DotNet(consumer, "build", "-o", Path.Combine(folder, "out"), "--disable-build-servers");
            var said = await DotNet(consumer, "exec", Path.Combine(folder, "out", "Consumer.dll"));
            Assert.Equal("atom10 A & B | One & two | 2004-01-01", said.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Aggregator.Feeds" Version="*" />
          </ItemGroup>
        </Project>
        """;

    // Our package comes from the folder alone and goes into a cache of its own; what it depends on lies in the machine's cache already.
    private static string Sources(string source, string folder) => $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "cache")}" /></config>
          <packageSources><clear /><add key="packed" value="{source}" /></packageSources>
          <fallbackPackageFolders><clear /><add key="machine" value="{MachineCache()}" /></fallbackPackageFolders>
        </configuration>
        """;

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Aggregator.sln")))
                return folder.FullName;
        throw new InvalidOperationException("the tests do not lie inside the repository");
    }

    private static async Task<string> DotNet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{await errors}");
        return output.ToString();
    }
}
