using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Erasures;

/// <summary>PostgreSQL's planner keeps samples of columns, which would outlive what they were taken from. Whoever adds a column for words says that it keeps none of them.</summary>
public sealed class KeptOutOfStatistics
{
    // No words of anybody: keys, digests, what admins publish, what is sealed, addresses that accounts keep anyway.
    private static readonly HashSet<string> Samples =
    [
        "agent_versions.encoder", "consents.recipient", "data_protection_keys.friendly_name", "data_protection_keys.xml", "deployment_records.document", "deployment_records.how",
        "ledger_checkpoints.heads", "notices.text", "people.email", "protocol_editions.added", "protocol_editions.hidden", "signing_keys.protected_private_key",
    ];

    [SkippableFact]
    public async Task Columns_with_room_for_words_are_in_no_statistics()
    {
        Skip.IfNot(House.OnPostgres, "The embedded store keeps no samples.");
        using var house = new House();

        var sampled = await house.InStoreAsync(db => db.Database.SqlQuery<string>(
            $"""
            SELECT c.table_name || '.' || c.column_name AS "Value"
            FROM information_schema.columns c JOIN pg_attribute a ON a.attrelid = quote_ident(c.table_name)::regclass AND a.attname = c.column_name
            WHERE c.table_schema = 'public' AND a.attstattarget <> 0 AND c.table_name NOT LIKE 'qrtz%' AND c.table_name NOT LIKE 'account%' AND c.table_name NOT LIKE '\_\_%'
              AND c.data_type IN ('text', 'character varying', 'bytea') AND coalesce(c.character_maximum_length, 10000) > 250
            """).ToListAsync());

        Assert.Equal(Samples.Order(StringComparer.Ordinal), sampled.Order(StringComparer.Ordinal));
    }
}
