using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// A manager would be glad if somebody were interviewed. Nothing follows from it: the manager sees that it was sent, whatever the person does with it, and what the person
/// does is theirs to see alone.
/// </summary>
public sealed class Invitation
{
    public const int NoteLength = 300;

    /// <summary>After so long the same manager may invite the same person again, and not before.</summary>
    public static readonly TimeSpan NotBefore = TimeSpan.FromDays(30);

    private Invitation()
    {
    }

    public Id<Invitation> Id { get; private set; }

    public Id<Person> FromId { get; private set; }

    public Id<Person> ToId { get; private set; }

    public string Note { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When the person put it away; shown to nobody, and no reason is asked.</summary>
    public DateTimeOffset? PutAwayAt { get; private set; }

    /// <param name="last">When this manager last invited this person, or null.</param>
    public static Outcome<Invitation> Send(Id<Person> from, Id<Person> to, string? note, DateTimeOffset? last, DateTimeOffset now)
    {
        note = note.ToPlainText();
        return note.Length > NoteLength ? new InvitationNoteTooLong(NoteLength)
            : last is { } before && before + NotBefore > now ? new InvitedNotLongAgo()
            : new Invitation { Id = Id<Invitation>.New(), FromId = from, ToId = to, Note = note, SentAt = now };
    }

    public void PutAway(DateTimeOffset now) => PutAwayAt ??= now;
}

public sealed record InvitationNoteTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Invitation.Note);

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record InvitedNotLongAgo : Refusal;
