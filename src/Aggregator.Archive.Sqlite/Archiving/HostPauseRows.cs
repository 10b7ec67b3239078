using Aggregator.Pipeline.Scheduling;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Hosts that asked to be left alone; kept so that a restart does not forget it.</summary>
internal sealed class HostPauseRows(Statements statements)
{
    private readonly Statement _write = statements.Prepare("""
        INSERT INTO host_pause(host, from_at, until_at, reason) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET from_at = ?2, until_at = ?3, reason = ?4 WHERE until_at < ?3
        """);

    private readonly Statement _forget = statements.Prepare("DELETE FROM host_pause WHERE until_at <= ?1");

    private readonly Statement _postpone = statements.Prepare("""
        UPDATE feed SET next_poll_at = ?2, retry_after = ?2, next_poll_reason = ?3 WHERE id = ?1 AND (retry_after IS NULL OR retry_after < ?2)
        """);

    // A poll that was asked for and will not be: no fetch answers it.
    private readonly Statement _answer = statements.Prepare("UPDATE poll_request SET done_at = ?2 WHERE feed_id = ?1 AND done_at IS NULL");

    public void Write(HostPause pause)
    {
        _forget.With(Stamp.Text(pause.From)).Run();
        _write.With(pause.Host).With(Stamp.Text(pause.From)).With(Stamp.NotBefore(pause.Until)).With(pause.Reason).Run();
    }

    public void Postpone(IReadOnlyList<long> feedIds, HostPause pause, DateTimeOffset now)
    {
        foreach (var id in feedIds)
        {
            _postpone.With(id).With(Stamp.NotBefore(pause.Until)).With(pause.Reason).Run();
            _answer.With(id).With(Stamp.Text(now)).Run();
        }
    }
}
