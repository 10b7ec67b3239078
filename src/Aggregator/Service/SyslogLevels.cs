namespace Aggregator.Service;

/// <summary>Whether log lines begin with a syslog level, as systemd's journal reads them.</summary>
internal sealed record SyslogLevels(bool Prefixed);
