using System.Reflection;
using Aggregator.Service;
using Microsoft.Extensions.Logging;

namespace Aggregator.Tests.Service;

public sealed class EventIdTests
{
    [Fact]
    public void Every_event_has_an_id_of_its_own_and_every_log_method_uses_one()
    {
        var ids = typeof(EventIds).GetFields().Select(f => (int)f.GetRawConstantValue()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());

        var used = typeof(EventIds).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Select(a => a.EventId).ToList();
        Assert.Equal(ids.Order(), used.Order());
    }
}
