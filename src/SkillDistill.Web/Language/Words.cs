namespace SkillDistill.Web.Language;

/// <summary>Words that many pages share: navigation, buttons, the names of kinds, states and verdicts.</summary>
internal sealed class Words;
