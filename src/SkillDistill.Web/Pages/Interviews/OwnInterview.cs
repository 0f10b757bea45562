using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Interviews.Protocols;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The signed-in person's interview with all that they answered. Nobody else's is ever read.</summary>
internal sealed class OwnInterview(SkillDistillDb db, ProtocolShelf protocols, CurrentPerson me)
{
    /// <summary>Null where they have not begun one.</summary>
    public async Task<InterviewSoFar?> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.Interviews.FirstOrDefaultAsync(interview => interview.OwnerId == me.Id, cancellationToken) is not { } interview)
        {
            return null;
        }

        var answers = await db.InterviewAnswers.Where(answer => answer.InterviewId == interview.Id).ToListAsync(cancellationToken);
        var protocol = await protocols.FindAsync(interview.ProtocolVersion, cancellationToken) ?? await protocols.NewestAsync(cancellationToken);
        return new InterviewSoFar(interview, protocol.With([.. interview.Packs.Where(kind => protocol.Packs.Any(pack => pack.Kind == kind))]), protocol.Packs, answers);
    }
}

/// <param name="Protocol">As this person sees it: with the packs they took.</param>
/// <param name="Packs">All that they could take.</param>
internal sealed record InterviewSoFar(Interview Interview, Protocol Protocol, IReadOnlyList<RolePack> Packs, IReadOnlyList<InterviewAnswer> Answers)
{
    public Agenda Agenda { get; } = new(Protocol, Answers);

    /// <summary>The sittings that are asked; the one about manner only where the owner wants it.</summary>
    public IEnumerable<Sitting> Sittings => Protocol.Sittings.Where(IsAsked);

    public bool IsAsked(Sitting sitting) => !sitting.IsOffByDefault || Interview.AsksForManner;
}
