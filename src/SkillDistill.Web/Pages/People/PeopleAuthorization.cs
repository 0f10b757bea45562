using Microsoft.AspNetCore.Authorization;

namespace SkillDistill.Web.Pages.People;

/// <summary>The duties that open pages. Everything else is open to every employee and to nobody else.</summary>
public static class PeopleAuthorization
{
    public const string Admin = nameof(Admin);
    public const string Manager = nameof(Manager);
    public const string Auditor = nameof(Auditor);

    internal static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var duty in new[] { Admin, Manager, Auditor })
        {
            options.AddPolicy(duty, policy => policy.RequireAuthenticatedUser().AddRequirements(new Duty(duty)));
        }
    }

    internal sealed record Duty(string Name) : IAuthorizationRequirement;

    internal sealed class DutyHandler(CurrentPerson me) : AuthorizationHandler<Duty>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Duty requirement)
        {
            var holds = requirement.Name switch
            {
                Admin => me.IsAdmin,
                Manager => me.IsManager,
                Auditor => me.IsAuditor,
                _ => false,
            };
            if (holds)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
