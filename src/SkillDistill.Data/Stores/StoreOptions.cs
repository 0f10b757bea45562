using System.ComponentModel.DataAnnotations;

namespace SkillDistill.Data.Stores;

/// <summary>The section "Store" of the settings.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The name of the connection string that <see cref="StoreProvider.PostgreSql"/> needs.</summary>
    public const string ConnectionName = "SkillDistill";

    [EnumDataType(typeof(StoreProvider))]
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>Whether the production store is migrated at the start too. Only for a single node; usually the command does it.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>Where the embedded store keeps its file, relative to the working folder unless absolute.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>The embedded store's file.</summary>
    public string File => Path.Combine(Folder, "skilldistill.db");
}
