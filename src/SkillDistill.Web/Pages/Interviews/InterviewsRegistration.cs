using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Pages.Interviews;

internal static class InterviewsRegistration
{
    /// <exception cref="InvalidProtocolException">The protocol is wrong; its message names every line.</exception>
    public static void AddInterviews(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(ShippedProtocols.Read(ShippedProtocols.Folder(builder.Environment)));
}
