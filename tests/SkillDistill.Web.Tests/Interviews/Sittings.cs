using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>What the tests of the interview do again and again.</summary>
internal static class Sittings
{
    public const string Whole = "Form.Rows[0].Parts[*]";
    public const string Next = "button[data-next]";

    /// <summary>A person who has agreed to their words being kept and has begun, on the first question.</summary>
    public static async Task<Visitor> InterviewedAsync(this House house, string key)
    {
        var visitor = await house.SignedInAsync(key);
        await visitor.OpenAsync("/interview");
        if (visitor.Page.QuerySelector("[data-keep-profile] button") is { } agree)
        {
            await visitor.PressAsync(agree);
            await visitor.OpenAsync("/interview");
        }

        if (visitor.Page.QuerySelector("[data-begin]") is { } begin)
        {
            await visitor.PressAsync(begin);
        }

        return visitor;
    }

    public static async Task<Visitor> AtAsync(this Visitor visitor, string sitting, string step) => await visitor.OpenAsync($"/interview/{sitting}?step={step}");

    /// <summary>Everything that this person has answered, as the store has it.</summary>
    public static async Task<List<InterviewAnswer>> AnswersOfAsync(this House house, string key)
    {
        var owner = (await house.PersonAsync(key)).Id;
        return await house.InStoreAsync(db => db.InterviewAnswers.AsNoTracking().Where(answer => db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == owner))
            .OrderBy(answer => answer.Id).ToListAsync());
    }

    /// <summary>A rule with all that a judgement needs, written on its page.</summary>
    public static async Task WriteRuleAsync(this Visitor visitor)
    {
        await visitor.AtAsync("decisions", "decision-rule");
        await visitor.PressAsync(
            Next,
            ("Form.Rows[0].Parts[if]", "A parcel is heavier than its label by more than 300 grams"),
            ("Form.Rows[0].Parts[then]", "I open it before it leaves the hall"),
            ("Form.Rows[0].Parts[because]", "The scale is never off by more than 50 grams"),
            ("Form.Rows[0].Parts[unless]", "It rained at the depot and the cardboard is wet"),
            ("Form.Rows[0].Parts[wrong-if]", "Ten opened parcels in a row hold what the label says"));
    }
}
