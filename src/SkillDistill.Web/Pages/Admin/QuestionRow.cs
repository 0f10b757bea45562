using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>One question as an admin sees it.</summary>
internal sealed record QuestionRow(string Key, string Question, decimal Minutes, bool MayBeHidden, bool IsAsked, bool IsAdded)
{
    public static QuestionRow Of(Probe probe, bool isAsked, bool isAdded = false) => new(probe.Key, probe.Question.In(Languages.Current), probe.Minutes, probe.IsOptional, isAsked, isAdded);
}
