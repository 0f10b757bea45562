namespace SkillDistill.Web.Hosting;

/// <summary>What a person sees when a page is missing or broke: a page of ours in their language, with the status code kept.</summary>
internal static class Errors
{
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
