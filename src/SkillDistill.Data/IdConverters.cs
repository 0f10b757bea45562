using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SkillDistill.Domain;

namespace SkillDistill.Data;

/// <summary>Stores every <see cref="Id{T}"/> of the domain as the UUID it is.</summary>
internal static class IdConverters
{
    public static void Register(ModelConfigurationBuilder conventions)
    {
        var ids = typeof(Id<>).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => IsId(type) && !type.ContainsGenericParameters)
            .Distinct();
        foreach (var id in ids)
        {
            conventions.Properties(id).HaveConversion(typeof(Converter<>).MakeGenericType(id.GetGenericArguments()));
        }
    }

    /// <summary>The domain makes the keys. Otherwise a row that a loaded aggregate has grown would be taken for one already there.</summary>
    public static void LeaveKeysToTheDomain(ModelBuilder builder)
    {
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.IsPrimaryKey() && IsId(property.ClrType)))
        {
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private sealed class Converter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}
