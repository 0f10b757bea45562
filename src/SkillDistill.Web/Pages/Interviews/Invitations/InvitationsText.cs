namespace SkillDistill.Web.Pages.Interviews.Invitations;

/// <summary>The texts of inviting and of being invited.</summary>
internal sealed class InvitationsText;
