using SkillDistill.Data;
using SkillDistill.Distillation.Reading.Messages;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>Keeps the owner's own messages of one file, or nothing of it. What others wrote in it is not kept.</summary>
internal sealed class BringMessages(SkillDistillDb db, TakingIn takingIn, TimeProvider clock)
{
    public async Task<Outcome<BroughtMessages>> FromAsync(Id<Person> owner, UploadedFile file, string? me, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        var names = MessageDocuments.Names(me);
        if (names.Count == 0)
        {
            return new WhoYouAreMissing();
        }

        var read = ReadMessages.Of(file, names);
        return read.Refused(out var refusal) ? refusal : await KeepAsync(Source.Import(owner, SourceKind.Messages, Path.GetFileName(file.Path), clock.GetUtcNow()), read.Value, cancellationToken);
    }

    private async Task<Outcome<BroughtMessages>> KeepAsync(Source source, OwnMessages read, CancellationToken cancellationToken)
    {
        var documents = await db.NewOnesAsync(source, 0, read.Kept, cancellationToken);
        if (documents.Count == 0)
        {
            return new AllMessagesThere();
        }

        db.Sources.Add(source);
        db.SourceDocuments.AddRange(documents);
        await db.SaveChangesAsync(cancellationToken);
        return new BroughtMessages(source.Id, read.Seen, read.Own, documents.Count, read.Unread);
    }
}

/// <param name="Seen">Messages by anybody.</param>
/// <param name="Own">The owner's own, the short ones too.</param>
internal sealed record BroughtMessages(Id<Source> Source, int Seen, int Own, int Kept, int Unread);

internal sealed record WhoYouAreMissing : Refusal
{
    public override string? Field => "Me";
}

/// <summary>Every message in it was brought in before.</summary>
internal sealed record AllMessagesThere : UploadRefusal;
