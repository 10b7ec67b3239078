using System.Reflection;

namespace Aggregator.Commands;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>Without the commit: <c>0.1.0</c>.</summary>
    public static string Short { get; } = Full().Split('+')[0];

    private static string Full() =>
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
