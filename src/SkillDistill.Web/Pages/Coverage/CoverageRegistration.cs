using Microsoft.Extensions.Options;
using SkillDistill.Data.Coverage;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Data.Coverage.RollingUp;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Pages.Coverage;

internal static class CoverageRegistration
{
    public static void AddCoverage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new Anonymity(services.GetRequiredService<IOptions<CoverageOptions>>().Value.Fewest));
        builder.Services.AddScoped<ReadMembers>();
        builder.Services.AddScoped<CoverageOfTeam>();
        builder.Services.AddScoped<KeepLooks>();
        builder.Services.AddScoped<ReadManagedTeams>();
        builder.Services.AddScoped<ReadSkillOfTeam>();
        builder.Services.AddScoped<ReadWhatIf>();
        builder.Services.AddScoped<ReadMonths>();
        builder.Services.AddScoped<SaveViews>();
        builder.Services.AddScoped<ReadLooks>();
        builder.Services.AddScoped<CoverageSheet>();
        builder.Services.AddScoped<RollUpCoverage>();
        builder.Services.AddOptions<CoverageOptions>().Bind(builder.Configuration.GetSection(CoverageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<LargeTeams>();
        builder.Services.AddScoped<LargeTotals>();
        builder.Services.AddScoped<PickCells>();
        builder.Services.AddScoped<ReadCellsAhead>();
        builder.Services.AddScoped<ReadLargeLines>();
        builder.Services.AddScoped<ReadLargeMonths>();
        builder.Services.AddScoped<WhoHoldsAlone>();
        builder.Services.AddScoped<ReadLargeCoverage>();
        builder.Services.AddScoped<LargeSheet>();
        builder.Services.AddChore<SettleCoverage>(TimeSpan.FromSeconds(5));
        builder.Services.AddChore<CountCrowds>("0 10 0 * * ?");
        builder.Services.AddChore<ForgetLooks>("0 15 0 * * ?");
        builder.Services.AddChore<KeepMonths>("0 25 0 * * ?");
    }
}
