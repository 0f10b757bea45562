using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>Which published taxonomies are in use here, and so have to be named where skills are shown.</summary>
internal sealed class TaxonomyNotes(SkillDistillDb db)
{
    public async Task<IReadOnlyList<ConceptScheme>> SchemesAsync()
    {
        var found = new List<ConceptScheme>();
        foreach (var (scheme, uris) in new[] { (ConceptScheme.Esco, ConceptSchemes.EscoUris), (ConceptScheme.Onet, ConceptSchemes.OnetUris) })
        {
            if (await db.Skills.AnyAsync(skill => skill.Uri != null && skill.Uri.StartsWith(uris)))
            {
                found.Add(scheme);
            }
        }

        return found;
    }
}
