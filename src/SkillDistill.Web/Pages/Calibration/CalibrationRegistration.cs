namespace SkillDistill.Web.Pages.Calibration;

internal static class CalibrationRegistration
{
    public static void AddCalibration(this WebApplicationBuilder builder) => builder.Services.AddScoped<OwnForecasts>();
}
