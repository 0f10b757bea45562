using SkillDistill.Web.Pages.Admin;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.Audit;
using SkillDistill.Web.Pages.Calibration;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.Credits;
using SkillDistill.Web.Pages.Decisions;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.Disagreements;
using SkillDistill.Web.Pages.Erasures;
using SkillDistill.Web.Pages.Handovers;
using SkillDistill.Web.Pages.Interviews;
using SkillDistill.Web.Pages.Notifications;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Profiles;
using SkillDistill.Web.Pages.Questions;
using SkillDistill.Web.Pages.Skills;
using SkillDistill.Web.Pages.Sources;

namespace SkillDistill.Web.Pages;

/// <summary>Every feature by name: a folder each, one line here, and one more where it has addresses that are no pages.</summary>
internal static class Features
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddPeople();
        builder.AddAsk();
        builder.AddDisagreements();
        builder.AddCredits();
        builder.AddNotifications();
        builder.AddQuestions();
        builder.AddCards();
        builder.AddCalibration();
        builder.AddProfiles();
        builder.AddSources();
        builder.AddInterviews();
        builder.AddConsent();
        builder.AddHandovers();
        builder.AddErasures();
        builder.AddAgents();
        builder.AddSkills();
        builder.AddCoverage();
        builder.AddDecisions();
        builder.AddAdmin();
        builder.AddDeployment();
        builder.AddAudit();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapCards();
        app.MapAsk();
        app.MapConsent();
        app.MapCredits();
        app.MapNotifications();
    }
}
