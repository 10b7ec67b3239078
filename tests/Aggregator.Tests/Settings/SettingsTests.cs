using Aggregator.Fetching;
using Aggregator.Settings;
using Aggregator.TestKit;

namespace Aggregator.Tests.Settings;

/// <summary>Which layer wins, and what a path is relative to.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SettingsSources Sources => new() { WorkingFolder = Directory.CreateDirectory(_folder.Path("work")).FullName, UserFolder = _folder.Path("user"), ProgramFolder = _folder.Path("program") };

    private static AppSettings Load(SettingsSources sources)
    {
        var loaded = SettingsLoader.Load(sources);
        Assert.Empty(loaded.Problems);
        return loaded.Settings!;
    }

    [Fact]
    public void Without_any_file_defaults_are_relative_to_the_working_directory()
    {
        var settings = Load(Sources);
        Assert.Null(settings.File);
        Assert.Equal(_folder.Path("work/config"), settings.FeedsPath);
        Assert.Equal(_folder.Path("work/data/archive.db"), settings.ArchivePath);
        Assert.Equal(32, settings.Polling.Parallel);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Polling.HostSpacing);
        Assert.Null(settings.Every);
        // What the settings say is what the fetcher does without any.
        Assert.Equal(new FetchSettings { AllowNetworks = settings.Fetching.AllowNetworks }, settings.Fetching);
    }

    [Fact]
    public void The_shipped_file_holds_every_setting_with_its_default()
    {
        var shipped = new List<SettingProblem>();
        var values = SettingsFile.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "appsettings.json")), "appsettings.json", "/", shipped);
        Assert.Empty(shipped);
        Assert.Equal(SettingKeys.All.Select(k => (k.Name, k.Default)).Order(), values.Select(v => (v.Key, v.Text)).Order());
    }

    [Fact]
    public void The_working_directory_comes_before_the_users_folder_and_the_copy_beside_the_program_only_gives_defaults()
    {
        _folder.Write("program/appsettings.json", """{ "Polling": { "Parallel": 5, "PerHost": 2 }, "Archive": { "Path": "deep/a.db" } }""");
        var alone = Load(Sources);
        Assert.Equal((5, 2), (alone.Polling.Parallel, alone.Polling.PerHost));
        Assert.Equal(_folder.Path("work/deep/a.db"), alone.ArchivePath); // Nothing is ever written beside the program.

        _folder.Write("user/appsettings.json", """{ "Polling": { "Parallel": 6 } }""");
        var users = Load(Sources);
        Assert.Equal((6, 2), (users.Polling.Parallel, users.Polling.PerHost));
        Assert.Equal(_folder.Path("user/deep/a.db"), users.ArchivePath);

        _folder.Write("work/appsettings.json", """{ "Polling": { "Parallel": 7 } }""");
        Assert.Equal(7, Load(Sources).Polling.Parallel);

        var named = _folder.Write("other/mine.json", """{ "Polling": { "Parallel": 8 } }""");
        Assert.Equal(8, Load(Sources with { ExplicitFile = named }).Polling.Parallel);
    }

    [Fact]
    public void File_then_environment_then_command_line()
    {
        _folder.Write("work/appsettings.json", """{ "Polling": { "Parallel": 1, "PerHost": 1, "HostSpacing": "1s" } }""");
        var settings = Load(Sources with
        {
            Environment = new Dictionary<string, string> { ["AGGREGATOR__Polling__PerHost"] = "2", ["aggregator__polling__hostspacing"] = "2s" },
            CommandLine = [("--set", "polling:hostspacing", "3s")],
        });
        Assert.Equal((1, 2, TimeSpan.FromSeconds(3)), (settings.Polling.Parallel, settings.Polling.PerHost, settings.Polling.HostSpacing));
    }

    [Fact]
    public void A_path_is_relative_to_where_it_is_written()
    {
        _folder.Write("etc/appsettings.json", """{ "Archive": { "Path": "x/a.db" }, "Queries": { "Path": "q" } }""");
        var settings = Load(Sources with
        {
            ExplicitFile = "../etc/appsettings.json",
            Environment = new Dictionary<string, string> { ["AGGREGATOR__Queries__Path"] = "q" },
        });
        Assert.Equal(_folder.Path("etc/x/a.db"), settings.ArchivePath);
        Assert.Equal(_folder.Path("work/q"), settings.QueriesPath);
        Assert.Equal(_folder.Path("etc/config"), settings.FeedsPath);

        var flag = Load(Sources with { ExplicitFile = "../etc/appsettings.json", CommandLine = [("--archive", "Archive:Path", "b.db")] });
        Assert.Equal(_folder.Path("work/b.db"), flag.ArchivePath);
    }

    [Fact]
    public void Every_budget_of_a_fetch_is_a_setting()
    {
        _folder.Write("work/appsettings.json", """
            { "Fetching": { "ConnectTimeout": "1s", "HeadersTimeout": "2s", "IdleTimeout": "3s", "TotalTimeout": "4s", "MaxBytes": "5MiB", "MaxPackedBytes": "6MiB",
                "MaxHeaderBytes": "7KiB", "MaxRedirects": 8, "RetryPause": "9s", "MemoryBudget": "10MiB" } }
            """);
        var fetching = Load(Sources).Fetching;
        Assert.Equal(
            new FetchSettings
            {
                AllowNetworks = fetching.AllowNetworks,
                ConnectTimeout = TimeSpan.FromSeconds(1),
                HeadersTimeout = TimeSpan.FromSeconds(2),
                IdleTimeout = TimeSpan.FromSeconds(3),
                TotalTimeout = TimeSpan.FromSeconds(4),
                MaxBytes = 5 << 20,
                MaxPackedBytes = 6 << 20,
                MaxHeaderBytes = 7 << 10,
                MaxRedirects = 8,
                RetryPause = TimeSpan.FromSeconds(9),
                MemoryBudget = 10 << 20,
            },
            fetching);
    }

    [Fact]
    public void Sections_of_the_framework_pass()
    {
        _folder.Write("work/appsettings.json", """{ "Logging": { "LogLevel": { "Default": "Debug" } }, "Kestrel": { "Limits": { "MaxConcurrentConnections": 3 } } }""");
        Assert.Equal("Debug", Load(Sources).Framework["Logging:LogLevel:Default"]);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "", "appsettings.json:1: the file is empty." },
        { "[]", "appsettings.json: a settings file is one JSON object" },
        { "{ \"Polling\": {\n  \"Parallel\": 3,\n", "appsettings.json:3: this is no JSON" },
        { "{ \"Polling\": { \"Parallel\": 3, \"parallel\": 4 } }", "appsettings.json:1: Polling:parallel: the key stands here twice." },
        { "{ \"Polling\": { \"MinInterval\": \"3h\", \"MaxInterval\": \"2h\" } }", "Polling:MinInterval: it is longer than Polling:MaxInterval." },
        { "{ \"Fetching\": { \"AllowNetworks\": [ \"10.0.0.0/8\", \"nonsense\" ] } }", "appsettings.json:1: Fetching:AllowNetworks: 'nonsense' is no network" },
        { "{ \"Fetching\": { \"Contact\": \"me\\r\\nX-Evil: 1\" } }", "Fetching:Contact: only printable ASCII" },
        { "{ \"Fetching\": { \"HeadersTimeout\": \"10\" } }", "Fetching:HeadersTimeout: '10' is no duration" },
        { "{ \"Fetching\": { \"IdleTimeout\": \"6m\" } }", "Fetching:IdleTimeout: '6m' is out of bounds: from 100ms to 5m." },
        { "{ \"Fetching\": { \"MaxPackedBytes\": \"8 mebi\" } }", "Fetching:MaxPackedBytes: '8 mebi' is no size" },
        { "{ \"Fetching\": { \"MaxHeaderBytes\": \"2MiB\" } }", "Fetching:MaxHeaderBytes: '2MiB' is out of bounds: from 1KiB to 1MiB." },
        { "{ \"Fetching\": { \"MaxRedirects\": 21 } }", "Fetching:MaxRedirects: '21' is no whole number from 0 to 20." },
        { "{ \"Fetching\": { \"RetryPause\": \"2m\" } }", "Fetching:RetryPause: '2m' is out of bounds: from 0s to 1m." },
        { "{ \"Pollling\": { \"Parallel\": 3 } }", "did you mean 'Polling:Parallel'?" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_gives_its_place_and_no_settings(string content, string said)
    {
        _folder.Write("work/appsettings.json", content);
        var loaded = SettingsLoader.Load(Sources);
        Assert.Null(loaded.Settings);
        Assert.Contains(loaded.Problems, p => p.ToString().Contains(said, StringComparison.Ordinal));
    }
}
