using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>Opens a file that somebody took along. Only the two JSON files in it are read; what is for people is made of them anew.</summary>
internal static class ReadProfileFile
{
    public const int RequestSize = 64 * UploadLimits.Megabyte;

    private const int JsonSize = 256 * UploadLimits.Megabyte;
    private const int ManifestSize = 4 * UploadLimits.Megabyte;

    /// <returns>A document whose every part is there and fits; whether it may be kept is not decided here.</returns>
    public static Outcome<ProfileFile> From(Stream upload)
    {
        try
        {
            using var zip = Opened(upload);
            if (zip is null || Bytes(zip, "manifest.json", ManifestSize) is not { } manifest || Bytes(zip, "profile.json", JsonSize) is not { } profile
                || JsonNode.Parse(manifest) is not JsonObject described || (string?)described["format"] != ExportProfile.Format)
            {
                return new NotAProfileFile();
            }

            if ((int?)described["version"] is not ExportProfile.FormatVersion)
            {
                return new ProfileFileOfAnotherVersion(ExportProfile.FormatVersion);
            }

            var digest = (string?)described["sha256"]?["profile.json"];
            return digest == Convert.ToHexStringLower(SHA256.HashData(profile)) && ProfileFile.Read(profile) is var read && IsSound(read) ? read : new ProfileFileDamaged();
        }
        catch (InvalidDataException)
        {
            return new NotAProfileFile();
        }
        catch (Exception mistake) when (mistake is JsonException or DecoderFallbackException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException)
        {
            return new ProfileFileDamaged();
        }
    }

    /// <returns>Null where it is no archive at all.</returns>
    private static ZipArchive? Opened(Stream upload)
    {
        try
        {
            return new ZipArchive(upload, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception mistake) when (mistake is InvalidDataException or ArgumentException or IOException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(ZipArchive zip, string name, int limit)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var content = entry.Open();
        return ReadBytes.UpTo(limit, content);
    }

    /// <summary>Nothing is there twice and nothing is longer than it can be here; the digest keeps accidents out, and this everything else.</summary>
    private static bool IsSound(ProfileFile file) =>
        AreDistinct(file.Cards.Select(card => card.Id)) && AreDistinct(file.Cards.SelectMany(card => card.Revisions).Select(revision => revision.Id))
        && file.Cards.All(card => card.Holds is null or { IsSound: true })
        && AreDistinct(file.Sources.Select(source => source.Id)) && AreDistinct(file.Sources.SelectMany(source => source.Documents).Select(document => document.Id))
        && AreDistinct(Answers(file).Select(answer => answer.Id)) && AreDistinct(Answers(file).Select(answer => (answer.Probe, answer.About, answer.Slot)))
        && AreDistinct(file.PutOff.Select(question => question.Key)) && AreDistinct(file.Interview?.Discarded ?? []) && AreDistinct(file.Skills.Select(skill => skill.Skill))
        && file.Cards.All(card => card.Revisions.Count > 0 && card.Revisions.Select(revision => revision.Number).SequenceEqual(Enumerable.Range(1, card.Revisions.Count)))
        && (file.Agent?.Versions.Select(version => version.Number).SequenceEqual(Enumerable.Range(1, file.Agent.Versions.Count)) ?? true)
        && (file.Agent?.Versions.All(version => version.Digest.Length <= 64 && AreDistinct(version.Cards.Select(card => card.Card))) ?? true)
        && AreDistinct((file.Agent?.Cases ?? []).Select(known => known.Answer)) && (file.Agent?.Cases ?? []).All(known => known.Words.Length <= 64)
        && (file.Agent?.Versions.Select(version => version.Replay).OfType<ReplayPart>() ?? []).All(IsSound)
        && (file.Agent?.Headline.Length ?? 0) <= Agent.HeadlineLength
        && file.Sources.All(source => source.Name.Length <= Source.NameLength)
        && file.Sources.SelectMany(source => source.Documents).All(document => document.Path.Length <= SourceDocument.PathLength && document.Sha256.Length <= 64)
        && file.Sources.SelectMany(source => source.Statements).Select(statement => statement.From).Concat(file.Cards.SelectMany(card => card.From)).All(from => from.Place.Length <= Provenance.PlaceLength)
        && Answers(file).All(answer => Math.Max(answer.Probe.Length, Math.Max(answer.About.Length, answer.Slot.Length)) <= InterviewAnswer.SlotLength)
        && Answers(file).All(answer => answer.Suggested is null or { IsSound: true })
        && (file.Interview?.ProtocolVersion.Length ?? 0) <= Protocol.VersionLength
        && (file.Interview?.Discarded ?? []).Concat(file.Cards.SelectMany(card => card.Quotes).Select(quote => quote.Proposal)).All(key => key.Length <= ProposedCard.KeyLength)
        && file.Cards.SelectMany(card => card.Quotes).All(quote => quote.Part.Length <= InterviewAnswer.SlotLength)
        && file.PutOff.All(question => question.Key.Length <= PutOffQuestion.KeyLength);

    private static bool IsSound(ReplayPart replay) =>
        replay.Waiver.Length <= Replay.WaiverLength && !Exclusions.HasCredential(replay.Waiver) && AreDistinct(replay.Results.Select(result => result.Answer));

    private static IReadOnlyList<AnswerPart> Answers(ProfileFile file) => file.Interview?.Answers ?? [];

    private static bool AreDistinct<T>(IEnumerable<T> things) => things.ToList() is var all && all.Distinct().Count() == all.Count;
}

internal sealed record NotAProfileFile : Refusal;

internal sealed record ProfileFileOfAnotherVersion(int Version) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Version];
}

/// <summary>It was changed since it was taken along, or contradicts itself.</summary>
internal sealed record ProfileFileDamaged : Refusal;
