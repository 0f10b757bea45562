using System.Text.Json;
using System.Text.Json.Serialization;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Demo;

/// <summary>The files of the demo organisation, as they are written beside the application.</summary>
internal static class DemoFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static async Task<DemoOrganisationFile> OrganisationAsync(string folder, CancellationToken cancellationToken) =>
        await ReadAsync<DemoOrganisationFile>(Path.Combine(folder, "organisation.json"), cancellationToken);

    public static async Task<IReadOnlyList<DemoProfileFile>> ProfilesAsync(string folder, CancellationToken cancellationToken)
    {
        var profiles = new List<DemoProfileFile>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "profiles"), "*.json").Order(StringComparer.Ordinal))
        {
            profiles.Add(await ReadAsync<DemoProfileFile>(file, cancellationToken));
        }

        return profiles;
    }

    /// <summary>Who the invented company is to its people's data. Read when the settings are, which does not wait.</summary>
    public static OrganisationOptions Controller(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, "organisation.json"));
        return JsonSerializer.Deserialize<DemoOrganisationFile>(stream, Json)!.Company.Controller;
    }

    /// <summary>Beside the sources where it is run from them, beside the program where it was published.</summary>
    public static string Folder(IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, "Demo", "Content") is var beside && Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, "Demo", "Content");

    private static async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellationToken))!;
    }
}

internal sealed record DemoOrganisationFile(
    DemoCompany Company,
    IReadOnlyList<DemoTeam> Teams,
    IReadOnlyList<DemoEmployee> People,
    IReadOnlyList<DemoSkill> Skills,
    IReadOnlyList<DemoTarget> Targets,
    IReadOnlyList<DemoProficiency> Proficiencies,
    IReadOnlyList<DemoLeaver> Left,
    IReadOnlyList<DemoConsent> Consents,
    IReadOnlyList<DemoInforming> Deployment,
    IReadOnlyList<DemoEvent> Expected);

internal sealed record DemoCompany(string Name, string NameZh, OrganisationOptions Controller);

internal sealed record DemoTeam(string Key, string Name, string NameZh, string? Parent, string Manager);

internal sealed record DemoEmployee(string Key, string Name, string Team, string JobTitle, string Language, IReadOnlyList<string>? Roles);

internal sealed record DemoSkill(string Key, string? Broader, string En, string Zh, IReadOnlyList<string> AltEn, IReadOnlyList<string> AltZh);

internal sealed record DemoTarget(string Team, string Skill, int Level, int HeadCount);

internal sealed record DemoProficiency(string Person, string Skill, int Level);

/// <summary>What somebody could do who left so many days ago.</summary>
internal sealed record DemoLeaver(string Team, IReadOnlyDictionary<string, int> Levels, int DaysAgo);

internal sealed record DemoConsent(string Person, IReadOnlyList<Purpose> Purposes, AudienceScope? Audience);

internal sealed record DemoInforming(string By, string How, string Document, int InformedDaysAgo, int RecordedDaysAgo);

internal sealed record DemoEvent(string Key, string By, string Words, int NamedDaysAgo);

internal sealed record DemoProfileFile(string Person, string Headline, IReadOnlyList<string> Ask, IReadOnlyList<DemoCard> Cards);

/// <param name="Expected">The key of the event that it holds until, instead of own words.</param>
internal sealed record DemoCard(
    CardKind Kind,
    string Title,
    string? Situation,
    string? Action,
    string? Reason,
    string? Threshold,
    string? Exception,
    string? Falsifier,
    string? Case,
    DateOnly? CaseDate,
    string? AskInstead,
    IReadOnlyList<string> Skills,
    AudienceScope Audience,
    int ConfirmedDaysAgo,
    ReviewPeriod? ReviewAfter,
    string? HoldsUntil,
    string? Expected)
{
    public CardText Text => new()
    {
        Kind = Kind,
        Title = Title,
        Situation = Situation ?? "",
        Action = Action ?? "",
        Reason = Reason ?? "",
        Threshold = Threshold ?? "",
        Exception = Exception ?? "",
        Falsifier = Falsifier ?? "",
        Case = Case ?? "",
        CaseDate = CaseDate,
        AskInstead = AskInstead ?? "",
    };
}
