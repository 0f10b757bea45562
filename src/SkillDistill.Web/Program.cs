using SkillDistill.Data.Stores;
using SkillDistill.Distillation;
using SkillDistill.Web.Demo;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages.Admin;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.Audit;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.Disagreements;
using SkillDistill.Web.Pages.Erasures;
using SkillDistill.Web.Pages.Interviews;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Profiles;
using SkillDistill.Web.Pages.Skills;
using SkillDistill.Web.Pages.Sources;

if (args is [PdfApart.Command])
{
    return PdfApart.Run();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddStore(builder.Configuration);
builder.Services.AddDistillation(builder.Configuration);
builder.AddJobs();
builder.AddPeople();
builder.AddAsk();
builder.AddDisagreements();
builder.AddCards();
builder.AddProfiles();
builder.AddSources();
builder.AddInterviews();
builder.AddConsent();
builder.AddErasures();
builder.AddAgents();
builder.AddSkills();
builder.AddCoverage();
builder.AddAdmin();
builder.AddDeployment();
builder.AddAudit();
builder.AddDemo();

var app = builder.Build();
app.UsePipeline();
app.MapPages();
app.MapCards();
app.MapAsk();
app.MapConsent();

return await app.ObeyAsync(args);

/// <summary>Where the application starts; named so that tests can start it too.</summary>
public partial class Program;
