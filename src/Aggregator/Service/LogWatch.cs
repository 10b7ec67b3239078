using Aggregator.Archive.Sqlite;
using Microsoft.Extensions.Logging;

namespace Aggregator.Service;

/// <summary>Tells once that the write-ahead log has passed the size at which something is wrong, and once that it is back under it.</summary>
internal sealed class LogWatch(Func<long> bytes, ILogger<LogWatch> log)
{
    /// <summary>It is emptied at 64 MiB unless a reader still needs it.</summary>
    public const long Large = 256L << 20;

    private bool _large;

    public LogWatch(SqliteArchive archive, ILogger<LogWatch> log) : this(() => archive.LogBytes, log)
    {
    }

    public void Look()
    {
        var now = bytes();
        if (now > Large == _large) return;
        _large = !_large;
        if (_large) MaintenanceLog.LargeLog(log, now >> 20);
        else MaintenanceLog.LogEmptied(log, now >> 20);
    }
}
