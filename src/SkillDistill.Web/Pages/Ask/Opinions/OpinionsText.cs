namespace SkillDistill.Web.Pages.Ask.Opinions;

/// <summary>The texts of second opinions, in the files of the same name.</summary>
internal sealed class OpinionsText;
