namespace SkillDistill.Domain.Interviews;

/// <summary>"You get a feel for it", "it depends": a decision that has no words yet. Not where a particular time, or on what it depends, is told.</summary>
internal static class TacitJudgement
{
    public static Stretch? In(PlainText wording) =>
        wording.TellsACase() ? null : First(FollowUpWords.ByFeel.In(wording.Text)) ?? First(Unresolved(wording));

    /// <summary>One "if" after it may belong to anything; two are a person saying on what it depends.</summary>
    private static IEnumerable<Stretch> Unresolved(PlainText wording) => FollowUpWords.ItDepends.In(wording.Text).Take(1)
        .Where(place => FollowUpWords.ToldWhatTipsIt.In(wording.Text[place.End..]).Take(2).Count() < 2);

    private static Stretch? First(IEnumerable<Stretch> places) => places.Select(place => (Stretch?)place).FirstOrDefault();
}
