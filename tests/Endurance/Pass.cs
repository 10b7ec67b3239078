using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aggregator.Endurance;

/// <summary>One run of the program, with the end of what it printed.</summary>
internal sealed class Pass : IDisposable
{
    private const int KeptLines = 200;
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly Action<string>? _line;
    private readonly Queue<string> _printed = new();

    private Pass(Process process, Action<string>? line) => (_process, _line) = (process, line);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Printed
    {
        get { lock (_printed) return string.Join('\n', _printed); }
    }

    /// <param name="program">Its assembly.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Told of every line that it prints.</param>
    public static Pass Start(string program, string folder, IEnumerable<string> arguments, Action<string>? line = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in arguments.Prepend(program)) start.ArgumentList.Add(argument);
        var pass = new Pass(Process.Start(start)!, line);
        pass._process.OutputDataReceived += pass.Keep;
        pass._process.ErrorDataReceived += pass.Keep;
        pass._process.BeginOutputReadLine();
        pass._process.BeginErrorReadLine();
        return pass;
    }

    /// <summary>SIGKILL: nothing of the program runs any more.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a supervisor stops a service.</summary>
    public void Terminate() => _ = SendSignal(_process.Id, SigTerm);

    public Task EndAsync(CancellationToken stop = default) => _process.WaitForExitAsync(stop);

    public void Dispose() => _process.Dispose();

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (_printed)
        {
            if (_printed.Count == KeptLines) _printed.Dequeue();
            _printed.Enqueue(line.Data);
        }

        _line?.Invoke(line.Data);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
