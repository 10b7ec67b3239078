using System.Diagnostics;
using System.Text;

namespace Aggregator.Endurance;

/// <summary>One run of the program, with what it printed.</summary>
internal sealed class Pass : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _printed = new();

    private Pass(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Printed
    {
        get { lock (_printed) return _printed.ToString(); }
    }

    public static Pass Start(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in arguments.Prepend(program)) start.ArgumentList.Add(argument);
        var pass = new Pass(Process.Start(start)!);
        pass._process.OutputDataReceived += pass.Keep;
        pass._process.ErrorDataReceived += pass.Keep;
        pass._process.BeginOutputReadLine();
        pass._process.BeginErrorReadLine();
        return pass;
    }

    /// <summary>SIGKILL: nothing of the program runs any more.</summary>
    public void Kill() => _process.Kill();

    public Task EndAsync() => _process.WaitForExitAsync();

    public void Dispose() => _process.Dispose();

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_printed) _printed.AppendLine(line.Data);
    }
}
