using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>The taxonomy, with every name of every skill.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(SkillDistillDb db) : PageModel
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Those out of use in the place of those in use.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Retired { get; set; }

    public bool AnyRetired { get; private set; }

    public IReadOnlyList<NamedSkill> Skills { get; private set; } = [];

    public int Total { get; private set; }

    public Pager Pager => new(P, PageSize, Total);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        AnyRetired = await db.Skills.AnyAsync(skill => skill.RetiredAt != null, cancellationToken);
        var skills = db.Skills.AsNoTracking().Where(skill => skill.RetiredAt != null == Retired);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = SearchPattern.Containing(Q);
            skills = skills.Where(skill => skill.Labels.Any(label => EF.Functions.Like(SkillDistillDb.Lower(label.Text), pattern, SearchPattern.Escape)));
        }

        Total = await skills.CountAsync(cancellationToken);
        P = Math.Clamp(P, 1, Pager.Last);

        // Those found by how near they are called; broader skills come just before those they hold.
        var ordered = Nearest(skills).ThenBy(skill => skill.BroaderId == null ? skill.Key : db.Skills.Where(broader => broader.Id == skill.BroaderId).Select(broader => broader.Key).First())
            .ThenBy(skill => skill.BroaderId != null).ThenBy(skill => skill.Key);
        Skills = [.. (await ordered.Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken)).Select(NamedSkill.Of)];
    }

    /// <summary>As they are offered where one is looked for: first those that are called so, then those whose name begins so, in which a word does, and the rest.</summary>
    private IOrderedQueryable<Skill> Nearest(IQueryable<Skill> skills)
    {
        if (string.IsNullOrWhiteSpace(Q))
        {
            return skills.OrderBy(_ => 0);
        }

        var (called, begins, word) = (Q.Trim().ToLowerInvariant(), SearchPattern.Beginning(Q), SearchPattern.WithWord(Q));
        return skills.OrderBy(skill => skill.Labels.Min(label => SkillDistillDb.Lower(label.Text) == called ? 0
            : EF.Functions.Like(SkillDistillDb.Lower(label.Text), begins, SearchPattern.Escape) ? (label.IsPreferred ? 1 : 2)
            : EF.Functions.Like(SkillDistillDb.Lower(label.Text), word, SearchPattern.Escape) ? 3 : 4));
    }
}

/// <param name="Others">Its other names in all languages.</param>
internal sealed record NamedSkill(Id<Skill> Id, string Label, bool IsBelow, IReadOnlyList<string> Others)
{
    public static NamedSkill Of(Skill skill)
    {
        var label = skill.Label(CultureInfo.CurrentUICulture);
        return new NamedSkill(skill.Id, label, skill.BroaderId is not null, [.. skill.Labels.Select(name => name.Text).Where(text => text != label).Distinct()]);
    }
}
