using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Deployment;

/// <summary>
/// How and when everybody who works here, and those who represent them, were informed of the product. The first record opens imports and
/// distilling; a later one supersedes it. Records are only ever added, so that anybody can read what was said when.
/// </summary>
public sealed class DeploymentRecord
{
    /// <summary>Shorter than this nobody can have said who was told, how, and what.</summary>
    public const int HowLeast = 20;

    public const int HowLength = 4000;
    public const int DocumentLength = 300;

    public static readonly DateOnly Earliest = new(2000, 1, 1);

    private DeploymentRecord()
    {
    }

    public Id<DeploymentRecord> Id { get; private set; }

    /// <summary>From 1, without gaps; the highest is the one that holds.</summary>
    public int Number { get; private set; }

    public string How { get; private set; } = "";

    public DateOnly InformedOn { get; private set; }

    /// <summary>Where the letter, minutes or agreement can be found.</summary>
    public string Document { get; private set; } = "";

    public Id<Person> RecordedById { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="newest">The record that holds now, or null for the first.</param>
    public static Outcome<DeploymentRecord> After(DeploymentRecord? newest, string how, DateOnly informedOn, string document, Person by, DateTimeOffset now)
    {
        if (!by.IsAdmin)
        {
            return new OnlyAdminsRecordDeployment();
        }

        if (Problems(how, informedOn, document, now).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        return new DeploymentRecord
        {
            Id = Id<DeploymentRecord>.New(),
            Number = (newest?.Number ?? 0) + 1,
            How = how.ToPlainText(),
            InformedOn = informedOn,
            Document = document.ToPlainText(),
            RecordedById = by.Id,
            RecordedAt = now,
        };
    }

    /// <summary>Everything that keeps this from being recorded, so that a form can say all of it at once.</summary>
    public static IEnumerable<Refusal> Problems(string how, DateOnly informedOn, string document, DateTimeOffset now)
    {
        if (how.ToPlainText().Length is < HowLeast or > HowLength)
        {
            yield return new InformingNotDescribed(HowLeast, HowLength);
        }

        // Fourteen hours: somewhere on earth it is that day already.
        if (informedOn < Earliest || informedOn > DateOnly.FromDateTime(now.UtcDateTime.AddHours(14)))
        {
            yield return new InformedOnOutOfRange(Earliest.Year);
        }

        if (document.ToPlainText().Length is 0 or > DocumentLength)
        {
            yield return new DocumentNotNamed(DocumentLength);
        }
    }

    public bool SaysTheSameAs(DeploymentRecord other) => (How, InformedOn, Document) == (other.How, other.InformedOn, other.Document);
}

public sealed record OnlyAdminsRecordDeployment : Refusal;

public sealed record InformingNotDescribed(int Least, int Most) : Refusal
{
    public override string? Field => nameof(DeploymentRecord.How);

    public override IReadOnlyList<object> Arguments => [Least, Most];
}

public sealed record InformedOnOutOfRange(int EarliestYear) : Refusal
{
    public override string? Field => nameof(DeploymentRecord.InformedOn);

    public override IReadOnlyList<object> Arguments => [EarliestYear];
}

public sealed record DocumentNotNamed(int Most) : Refusal
{
    public override string? Field => nameof(DeploymentRecord.Document);

    public override IReadOnlyList<object> Arguments => [Most];
}
