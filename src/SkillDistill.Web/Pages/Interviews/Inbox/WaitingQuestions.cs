using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>What the inbox of the signed-in person shows now: questions of colleagues, who wait, before those that wait for nobody.</summary>
internal sealed class WaitingQuestions(GapsForMe gaps, SmallQuestions questions, PutOff putOff)
{
    public async Task<Waiting> ReadAsync(CancellationToken cancellationToken)
    {
        var unwanted = await putOff.KeysAsync(cancellationToken);
        var colleagues = (await gaps.OpenAsync(unwanted, cancellationToken)).Take(SmallQuestions.Most).ToList();
        var own = colleagues.Count < SmallQuestions.Most ? await questions.OpenAsync(unwanted, cancellationToken) : [];
        return new Waiting(colleagues, [.. own.Take(SmallQuestions.Most - colleagues.Count)]);
    }
}

/// <summary>At most <see cref="SmallQuestions.Most"/> together.</summary>
internal sealed record Waiting(IReadOnlyList<GapForMe> Gaps, IReadOnlyList<SmallQuestion> Questions)
{
    /// <summary>Questions of colleagues that ask much the same stand together.</summary>
    public IReadOnlyList<IReadOnlyList<GapForMe>> Groups { get; } = AlikeQuestions.Grouped(Gaps, row => row.Gap.Question);

    public int Count => Gaps.Count + Questions.Count;
}
