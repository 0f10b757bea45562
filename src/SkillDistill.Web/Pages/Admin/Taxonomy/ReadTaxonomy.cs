using System.IO.Compression;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>Reads the file of a taxonomy, packed or not, by what is in it and not by its name.</summary>
internal static class ReadTaxonomy
{
    public const int LargestFile = 16 * 1024 * 1024;

    /// <summary>What a packed file may become: the largest that ESCO publishes is a quarter of it.</summary>
    public const int LargestUnpacked = 96 * 1024 * 1024;

    /// <summary>ESCO has some 14,000.</summary>
    public const int MostConcepts = 20_000;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => "PK"u8;

    /// <param name="language">Of names that do not say theirs: two letters.</param>
    public static Outcome<TaxonomyFile> Of(byte[] bytes, string language)
    {
        var unpacked = bytes.AsSpan().StartsWith(Gzip) ? Unpacked(bytes) : bytes;
        if (unpacked.Refused(out var refusal))
        {
            return refusal;
        }

        if (unpacked.Value.AsSpan().StartsWith(Zip))
        {
            var workbook = Table.OfWorkbook(new MemoryStream(unpacked.Value));
            return workbook.Refused(out refusal) ? refusal : Of(workbook.Value, language);
        }

        var text = UploadedSheet.Decode(unpacked.Value);
        if (text.Refused(out refusal))
        {
            return refusal;
        }

        if (text.Value.AsSpan().TrimStart() is ['[' or '{', ..])
        {
            return EscoJson.Read(text.Value, language);
        }

        var table = Table.OfText(text.Value);
        return table.Refused(out refusal) ? refusal : Of(table.Value, language);
    }

    /// <summary>What was packed with gzip, as far as it does not grow beyond all measure.</summary>
    public static Outcome<byte[]> Unpacked(byte[] bytes)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var block = new byte[64 * 1024];
            for (int read; (read = packed.Read(block)) > 0;)
            {
                unpacked.Write(block, 0, read);
                if (unpacked.Length > LargestUnpacked)
                {
                    return new SheetTooLarge(LargestUnpacked / 1024 / 1024);
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return new SheetNotUnicode();
        }
    }

    private static Outcome<TaxonomyFile> Of(Table table, string language) =>
        EscoTable.Is(table) ? EscoTable.Read(table, language)
        : OnetTable.Is(table) ? OnetTable.Read(table)
        : OwnTable.Is(table) ? OwnTable.Read(table, language)
        : OnetTable.IsOfOccupations(table) ? new OccupationsAreNoSkills()
        : new TaxonomyUnknown();
}

/// <summary>What a file holds.</summary>
/// <param name="Chosen">The groups that are taken unless somebody chooses otherwise.</param>
internal sealed record TaxonomyFile(IReadOnlyList<Concept> Concepts, IReadOnlyList<string> Chosen)
{
    public static TaxonomyFile WithAll(IReadOnlyList<Concept> concepts) => new(concepts, [.. concepts.Select(concept => concept.Group).Distinct()]);
}

internal sealed record TaxonomyUnknown : Refusal
{
    public override string? Field => "Upload";
}

internal sealed record OccupationsAreNoSkills : Refusal
{
    public override string? Field => "Upload";
}
