using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>Which settled disagreements versions are tried on.</summary>
internal static class SettledCases
{
    /// <summary>How many, the newest: publishing must not take long.</summary>
    public const int Most = 50;

    /// <summary>Those whose question the colleague shared, only while the owner lets them be used so.</summary>
    public static IQueryable<Disagreement> SettledToReplay(this SkillDistillDb db, Id<Person> owner, DateTimeOffset moment)
    {
        var consenting = db.Consenting(Purpose.ReplayDecisions, moment);
        return db.Disagreements.Where(disagreement => disagreement.OwnerId == owner && disagreement.SettledAt != null && disagreement.Question != "" && consenting.Contains(disagreement.OwnerId))
            .OrderByDescending(disagreement => disagreement.SettledAt).ThenBy(disagreement => disagreement.Id).Take(Most);
    }
}
