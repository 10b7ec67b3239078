using System.Diagnostics;
using Aggregator.Endurance.Contending;
using Aggregator.Endurance.Faulting;
using Aggregator.Endurance.Soaking;
using Aggregator.TestKit;

namespace Aggregator.Tests.Endurance;

/// <summary>Short forms of <c>endurance flip</c>, <c>diskfull</c>, <c>reader</c> and <c>contend</c>.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_flipped_byte_crashes_nothing()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new FlippedBytes(folder.Root, seed: 4, report).RunAsync(flips: 20));

        Assert.Contains("20 flips", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_survived_and_over_when_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && CanMount(), "a small file system needs Linux and the right to mount one");
        var lines = new List<string>();

        var code = await FullDiskVerb.UnshareAsync(ProgramRun.Assembly, rounds: 2, feeds: 6, seed: 1, lines.Add);

        Assert.True(code == 0, string.Join('\n', lines));
        Assert.Contains(lines, l => l.StartsWith("2 times full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_is_small_again_after_a_long_read()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new HeldReader(folder.Root, seed: 1, report).RunAsync(megabytes: 80));
    }

    [Fact]
    public async Task A_copy_made_while_polling_is_sound_and_holds_what_was_acknowledged_before()
    {
        using var folder = new TempFolder();
        using var report = new StringWriter();

        Assert.Empty(await new BackupsWhilePolling(folder.Root, seed: 1, report).RunAsync(rounds: 4));
    }

    [Fact]
    public async Task Readers_and_a_foreign_writer_cost_no_poll()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "samples are read from /proc");
        using var folder = new TempFolder();
        using var report = new StringWriter();

        var (_, faults) = await new SoakRun(ProgramRun.Assembly, folder.Root, feeds: 12, seed: 2, report, csv: null) { Disturbed = true }
            .RunAsync(TimeSpan.FromSeconds(5), every: TimeSpan.FromSeconds(1));

        Assert.Empty(faults);
    }

    private static bool CanMount()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
