using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>What the inbox of the signed-in person shows now: questions of colleagues, who wait, before those that wait for nobody.</summary>
internal sealed class WaitingQuestions(GapsForMe gaps, SmallQuestions questions, PutOff putOff)
{
    public async Task<Waiting> ReadAsync(CancellationToken cancellationToken)
    {
        var unwanted = await putOff.KeysAsync(cancellationToken);
        var groups = AlikeQuestions.Grouped(await gaps.OpenAsync(unwanted, cancellationToken), row => row.Gap.Question);
        var own = groups.Count < SmallQuestions.Most ? await questions.OpenAsync(unwanted, cancellationToken) : [];
        return new Waiting([.. groups.Take(SmallQuestions.Most)], groups.Skip(SmallQuestions.Most).Sum(group => group.Count), [.. own.Take(SmallQuestions.Most - groups.Count)]);
    }
}

/// <param name="Groups">Questions of colleagues, those that ask much the same together. With the person's own at most <see cref="SmallQuestions.Most"/> to answer.</param>
/// <param name="More">How many questions of colleagues come when these are done.</param>
internal sealed record Waiting(IReadOnlyList<IReadOnlyList<GapForMe>> Groups, int More, IReadOnlyList<SmallQuestion> Questions)
{
    public int Count => Groups.Sum(group => group.Count) + More + Questions.Count;
}
