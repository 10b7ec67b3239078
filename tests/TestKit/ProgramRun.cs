using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregator.TestKit;

/// <summary>
/// The real program, started as a process of its own from the test's output folder. Its working directory and configuration are the test's
/// own, so that nothing of the machine decides. Disposing kills what still runs.
/// </summary>
public sealed class ProgramRun : IAsyncDisposable
{
    /// <summary>A command that has not ended by then is killed, and the test fails with what it printed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<Waiter> _waiters = [];
    private readonly Task _reading;

    private ProgramRun(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, _output), ReadAsync(process.StandardError, _errors));
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote to stdout so far.</summary>
    public string Output
    {
        get { lock (_waiters) return _output.ToString(); }
    }

    /// <summary>What it wrote to stderr so far.</summary>
    public string Errors
    {
        get { lock (_waiters) return _errors.ToString(); }
    }

    /// <summary>The program as its own project builds it, in the same configuration as the running tests. The copy beside the tests would not
    /// do: it has the tests' frameworks around it, and lacks what those bring.</summary>
    public static string Assembly { get; } = Find();

    /// <summary>Runs a command to its end.</summary>
    public static Task<ProgramResult> RunAsync(TempFolder folder, params string[] arguments) => RunAsync(folder, new ProgramSetup(), arguments);

    /// <inheritdoc cref="RunAsync(TempFolder, string[])"/>
    public static async Task<ProgramResult> RunAsync(TempFolder folder, ProgramSetup setup, params string[] arguments)
    {
        await using var run = Start(folder, setup, arguments);
        return await run.WaitAsync().ConfigureAwait(false);
    }

    /// <summary>Starts a command that is to run beside the test.</summary>
    public static ProgramRun Start(TempFolder folder, params string[] arguments) => Start(folder, new ProgramSetup(), arguments);

    /// <inheritdoc cref="Start(TempFolder, string[])"/>
    public static ProgramRun Start(TempFolder folder, ProgramSetup setup, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = setup.WorkingDirectory ?? folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(setup.Assembly ?? Assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AGGREGATOR__", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        // No settings of the person who runs the tests.
        start.Environment["XDG_CONFIG_HOME"] = folder.Path("no-configuration");
        start.Environment["DOTNET_NOLOGO"] = "1";
        // The published program compiles methods with loops at once, as it has the rest compiled ahead; a build that has nothing ahead starts faster without.
        start.Environment["DOTNET_TC_QuickJitForLoops"] = "1";
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in setup.Environment) start.Environment[name] = value;

        var process = Process.Start(start)!;
        var run = new ProgramRun(process);
        if (setup.Input is not null) process.StandardInput.Write(setup.Input);
        process.StandardInput.Close();
        return run;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<ProgramResult> WaitAsync(TimeSpan? patience = null)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(patience ?? Patience).ConfigureAwait(false);
            await _reading.WaitAsync(patience ?? Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the program did not end in time\n--- stdout\n{Output}\n--- stderr\n{Errors}");
        }

        return new ProgramResult(_process.ExitCode, Output, Errors);
    }

    /// <summary>Waits until a line of stdout or stderr contains a text; fails with what was printed when the program ends before.</summary>
    /// <returns>The line.</returns>
    public async Task<string> LineAsync(string text, TimeSpan? patience = null)
    {
        Waiter waiter;
        lock (_waiters)
        {
            foreach (var line in _output.ToString().Split('\n').Concat(_errors.ToString().Split('\n')))
                if (line.Contains(text, StringComparison.Ordinal)) return line;
            waiter = new Waiter(text);
            _waiters.Add(waiter);
        }

        var ended = await Task.WhenAny(waiter.Line.Task, _reading).WaitAsync(patience ?? Patience).ConfigureAwait(false);
        return ended == waiter.Line.Task || waiter.Line.Task.IsCompleted ? await waiter.Line.Task.ConfigureAwait(false)
            : throw new InvalidOperationException($"the program ended without writing '{text}'\n--- stdout\n{Output}\n--- stderr\n{Errors}");
    }

    /// <summary>SIGTERM, as a supervisor stops a service.</summary>
    public void Terminate() => Signal(15);

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => Signal(2);

    /// <summary>SIGSTOP: it stands still, holding all its locks.</summary>
    public void Freeze() => Signal(19);

    /// <summary>SIGCONT after <see cref="Freeze"/>.</summary>
    public void Thaw() => Signal(18);

    /// <summary>SIGKILL: it gets no chance to do anything more.</summary>
    public void Kill() => Signal(9);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        await _reading.ConfigureAwait(false);
        _process.Dispose();
    }

    // tests/X/bin/CONFIGURATION/FRAMEWORK/ → src/Aggregator/bin/CONFIGURATION/FRAMEWORK/
    private static string Find()
    {
        var output = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var (framework, configuration) = (Path.GetFileName(output), Path.GetFileName(Path.GetDirectoryName(output)!));
        var program = Path.GetFullPath(Path.Combine(output, "../../../../../src/Aggregator/bin", configuration, framework, "aggregator.dll"));
        return File.Exists(program) ? program : throw new FileNotFoundException("the program is not built; a test project that runs it refers to src/Aggregator", program);
    }

    private void Signal(int signal)
    {
        if (_process.HasExited) return;
        if (OperatingSystem.IsWindows() && signal == 9) _process.Kill(entireProcessTree: true);
        else if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Windows has no signals");
        else if (Native.Kill(_process.Id, signal) != 0 && !_process.HasExited) throw new InvalidOperationException($"signal {signal} could not be sent");
    }

    private async Task ReadAsync(StreamReader reader, StringBuilder into)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            lock (_waiters)
            {
                into.Append(line).Append('\n');
                foreach (var waiter in _waiters)
                    if (line.Contains(waiter.Text, StringComparison.Ordinal)) waiter.Line.TrySetResult(line);
            }
    }

    private sealed record Waiter(string Text)
    {
        public TaskCompletionSource<string> Line { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Kill(int process, int signal);
    }
}
