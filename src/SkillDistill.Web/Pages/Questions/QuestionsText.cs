namespace SkillDistill.Web.Pages.Questions;

/// <summary>The texts about questions to one's agent, in the files of the same name.</summary>
internal sealed class QuestionsText;
