using Aggregator.Endurance.Tracing;

namespace Aggregator.Tests.Endurance;

/// <summary>What the run under strace reads from its logs.</summary>
public class TraceLogTests
{
    private static TraceLog Read(params string[] lines) => TraceLog.Read(lines, "/tmp/run-1/honest");

    [Fact]
    public void Files_are_named_alike_in_every_run()
    {
        var log = Read(
            "4711  execve(\"/usr/bin/dotnet\", [\"dotnet\"], 0x7ffc /* 20 vars */) = 0",
            "4711  openat(AT_FDCWD, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 3",
            "4712  openat(AT_FDCWD, \"/etc/none\", O_RDONLY) = -1 ENOENT (No such file or directory)",
            "4712  openat(AT_FDCWD, \"/tmp/run-1/honest/archive.db\", O_RDWR|O_CREAT, 0644) = 9",
            "4712  openat(AT_FDCWD, \"/proc/self/task/4715/comm\", O_RDWR <unfinished ...>",
            "4712  <... openat resumed>) = 12",
            "4712  openat(AT_FDCWD, \"/proc/4711/maps\", O_RDONLY) = 12",
            "4712  openat(AT_FDCWD, \"/etc/a \\\"b\\\" 12\", O_RDONLY) = 12",
            "4712  +++ exited with 0 +++");
        Assert.Equal(["/etc/a \\\"b\\\" 12", "/etc/hosts", "/etc/none", "/proc/N/maps", "/proc/self/task/N/comm", "RUN/archive.db"], log.Files);
        Assert.Empty(log.Started);
    }

    [Theory]
    [InlineData("4712  execve(\"/bin/sh\", [\"sh\"], 0x7ffc /* 20 vars */) = 0")]
    [InlineData("4712  vfork() = 4720")]
    [InlineData("4712  clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD, child_tidptr=0x7f) = 4720")]
    [InlineData("4712  clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD}, 88) = 4720")]
    public void A_process_that_is_started_is_seen(string line) =>
        Assert.Equal([line], Read("4711  execve(\"/usr/bin/dotnet\", [\"dotnet\"], 0x7ffc) = 0", line).Started);

    [Fact]
    public void A_thread_is_no_process() =>
        Assert.Empty(Read("4711  execve(\"/usr/bin/dotnet\", [], 0x7ffc) = 0", "4711  clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD|CLONE_SYSVSEM}, 88) = 4712").Started);
}
