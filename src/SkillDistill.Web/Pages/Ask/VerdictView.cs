using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Ask;

internal sealed record VerdictView(Verdict Verdict, string Reason, string OwnerName);
