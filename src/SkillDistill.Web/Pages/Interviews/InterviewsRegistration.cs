using SkillDistill.Web.Pages.Interviews.Inbox;
using SkillDistill.Web.Pages.Interviews.Invitations;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Pages.Interviews;

internal static class InterviewsRegistration
{
    /// <exception cref="InvalidProtocolException">The protocol is wrong; its message names every line.</exception>
    public static void AddInterviews(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ShippedProtocols.Read(ShippedProtocols.Folder(builder.Environment)));
        builder.Services.AddScoped<ProtocolShelf>();
        builder.Services.AddScoped<OwnInterview>();
        builder.Services.AddScoped<BeginInterview>();
        builder.Services.AddScoped<SaveStep>();
        builder.Services.AddScoped<ArrangeRows>();
        builder.Services.AddScoped<AskTheModel>();
        builder.Services.AddScoped<ActOnStep>();
        builder.Services.AddScoped<LayStep>();
        builder.Services.AddScoped<ShareAnswers>();
        builder.Services.AddScoped<TeachBack>();
        builder.Services.AddScoped<CompareHoldouts>();
        builder.Services.AddScoped<Proposals>();
        builder.Services.AddScoped<KeepProposals>();
        builder.Services.AddScoped<FollowChange>();
        builder.Services.AddScoped<PutOff>();
        builder.Services.AddScoped<SmallQuestions>();
        builder.Services.AddScoped<GapsForMe>();
        builder.Services.AddScoped<WaitingQuestions>();
        builder.Services.AddScoped<InviteToInterview>();
        builder.Services.AddScoped<InvitationsForMe>();
    }
}
