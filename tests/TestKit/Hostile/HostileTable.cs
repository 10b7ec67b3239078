namespace Aggregator.TestKit.Hostile;

/// <summary>Every hostile behaviour with the outcome we choose.</summary>
public static class HostileTable
{
    public static IReadOnlyList<HostileBehaviour> All { get; } =
    [
        .. StatusBehaviours.All, .. RedirectBehaviours.All, .. ValidatorBehaviours.All, .. PackingBehaviours.All, .. SizeBehaviours.All,
        .. SlowBehaviours.All, .. WireBehaviours.All, .. HeaderBehaviours.All, .. TlsBehaviours.All, .. NameBehaviours.All,
    ];
}
