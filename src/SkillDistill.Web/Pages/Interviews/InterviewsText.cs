namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The texts of the interview around its questions, which are in the protocol.</summary>
internal sealed class InterviewsText;
