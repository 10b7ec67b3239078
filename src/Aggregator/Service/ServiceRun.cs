using Aggregator.Archive.Sqlite;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Commands;
using Aggregator.Lists;
using Aggregator.Passes;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Subscribing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Aggregator.Service;

/// <summary>Puts the service together and runs it: the only place that knows a container.</summary>
/// <param name="context">Settings, terminal, clock.</param>
/// <param name="level">Least level that is logged.</param>
internal sealed class ServiceRun(CommandContext context, LogLevel level)
{
    // Supervisors wait ten seconds before they kill; commits need less than one.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(SqliteArchive archive, FeedList list, string stamp, CancellationToken stop)
    {
        using var flow = new Flow(context.Settings, context.Time);
        using var host = Build(archive, flow, await BackupRecord.LastAsync(archive));
        var effect = host.Services.GetRequiredService<ListInEffect>();
        if (!await effect.BeginAsync(list, stamp)) return context.Refuse($"the feed list {context.Settings.FeedsPath} does not load, and the archive keeps no earlier one to begin with.");
        ServiceLog.Started(host.Services.GetRequiredService<ILogger<ServiceRun>>(), effect.Feeds.Count, context.Settings.FeedsPath, context.Settings.ArchivePath);

        var polling = host.Services.GetRequiredService<PollingService>(); // The host takes its container with it when it ends.
        await host.RunAsync(stop);
        return polling.Fault is null ? ExitCode.Done : ExitCode.Failed;
    }

    private IHost Build(SqliteArchive archive, Flow flow, DateTimeOffset? lastBackup)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "aggregator", DisableDefaults = true });
        AddLogging(builder);
        var services = builder.Services;
        services.AddSystemd();
        services.AddWindowsService(o => o.ServiceName = "Aggregator");
        services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTimeout);

        var (settings, time) = (context.Settings, context.Time);
        var steady = new SteadyTime(time);
        services.AddSingleton(time);
        services.AddSingleton(steady);
        services.AddSingleton(archive);
        services.AddSingleton(TickPeriod.Usual);
        services.AddSingleton<PollReports>();
        services.AddSingleton(p => new ListInEffect(settings.FeedsPath, new ListSettings { Every = settings.Every }, archive, time, p.GetRequiredService<ILogger<ListInEffect>>()));
        services.AddSingleton(p => Engine(p.GetRequiredService<PollReports>()));
        services.AddSingleton(p => new LogWatch(archive, p.GetRequiredService<ILogger<LogWatch>>()));
        services.AddSingleton<DuePolls>();
        services.AddSingleton(p => new Tick(p.GetRequiredService<DuePolls>().ClaimAsync, steady));

        // Stopped in reverse order: first no tick comes any more, then the engine stores what came.
        services.AddSingleton<PollingService>();
        services.AddHostedService(p => p.GetRequiredService<PollingService>());
        services.AddSingleton(settings);
        services.AddTick(steady, q => MaintenanceJobs.Add(q, settings.Maintenance, lastBackup, time.GetUtcNow()));
        return builder.Build();

        PollEngine Engine(PollReports reports) => new(flow.Poll, archive, settings.Polling, time, reports.Tell, reports.Postponed);
    }

    private void AddLogging(HostApplicationBuilder builder)
    {
        var logging = builder.Logging;
        var chosen = new ConfigurationBuilder().AddInMemoryCollection(context.Settings.Framework.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build();
        logging.SetMinimumLevel(level);
        // What the framework has to say is for those who look for a fault in it.
        if (level > LogLevel.Debug) logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        logging.AddConfiguration(chosen.GetSection("Logging"));
        logging.AddConsole(o =>
        {
            o.FormatterName = chosen["Logging:Console:FormatterName"] ?? LogLines.FormatterName;
            o.LogToStandardErrorThreshold = LogLevel.Trace; // Results go to stdout, logs to stderr.
        });
        logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        builder.Services.AddSingleton(new SyslogLevels(SystemdHelpers.IsSystemdService()));
    }
}
