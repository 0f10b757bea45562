using System.ComponentModel.DataAnnotations;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What an admin may know and say of a person: who they are and where they belong, nothing of what they said.</summary>
internal sealed class PersonForm
{
    public string? Seen { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    [StringLength(Person.JobTitleLength, ErrorMessage = "Form.TooLong")]
    public string? JobTitle { get; set; }

    public Id<Team>? TeamId { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsAuditor { get; set; }

    public static PersonForm Of(Person person) => new()
    {
        Seen = Admin.Seen.Of(person.Name, person.JobTitle, person.TeamId, person.IsAdmin, person.IsAuditor),
        Name = person.Name,
        Email = person.Email,
        JobTitle = person.JobTitle,
        TeamId = person.TeamId,
        IsAdmin = person.IsAdmin,
        IsAuditor = person.IsAuditor,
    };
}
