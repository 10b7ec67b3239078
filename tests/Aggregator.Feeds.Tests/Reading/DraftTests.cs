using System.Reflection;
using Aggregator.Feeds.Reading;

namespace Aggregator.Feeds.Tests.Reading;

public sealed class DraftTests
{
    [Fact]
    public void Reset_leaves_nothing_of_the_item_before()
    {
        var fresh = new Draft(isFeed: false);
        var used = new Draft(isFeed: false);
        foreach (var field in typeof(Draft).GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (field.FieldType.IsGenericType && field.GetValue(used) is System.Collections.IList list)
            {
                list.Add(Something(field.FieldType.GetGenericArguments()[0]));
                continue;
            }

            var value = Something(field.FieldType);
            field.SetValue(used, value);
            Assert.NotEqual(field.GetValue(fresh), field.GetValue(used));
        }

        used.Reset();
        foreach (var field in typeof(Draft).GetFields(BindingFlags.Public | BindingFlags.Instance)) Assert.Equal(field.GetValue(fresh), field.GetValue(used));
    }

    [Fact]
    public void Rank_decides_and_not_the_order()
    {
        var field = default(Ranked<string>);
        field.Offer("foreign", Rank.Other);
        field.Offer("own", Rank.Own);
        field.Offer("own again", Rank.Own);
        field.Offer("core", Rank.DublinCore);
        Assert.Equal("own", field.Value);
    }

    private static object Something(Type type)
    {
        if (type == typeof(bool)) return false;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Activator.CreateInstance(inner)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ranked<>))
        {
            var ranked = Activator.CreateInstance(type)!;
            type.GetMethod("Offer")!.Invoke(ranked, [Something(type.GetGenericArguments()[0]), Rank.Other]);
            return ranked;
        }

        return type == typeof(string) ? "x" : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
    }
}
