using SkillDistill.Data.Stores;
using SkillDistill.Distillation;
using SkillDistill.Web.Demo;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages;
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
builder.AddFeatures();
builder.AddDemo();

var app = builder.Build();
app.UsePipeline();
app.MapPages();
app.MapFeatures();

return await app.ObeyAsync(args);

/// <summary>Where the application starts; named so that tests can start it too.</summary>
public partial class Program;
