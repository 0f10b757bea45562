namespace SkillDistill.Web.Pages.Cards;

/// <summary>Something that can be found by its name and ticked: a skill or a person.</summary>
internal sealed record Pick(Guid Id, string Label, string Note = "");

/// <summary>A search field with what was found and what is chosen, all inside the form around it.</summary>
/// <param name="Name">The name under which the chosen ids are posted.</param>
/// <param name="Query">The name under which the search words are posted.</param>
/// <param name="Source">The address at which the script searches while one types.</param>
/// <param name="Key">The start of the keys of its texts.</param>
internal sealed record Picker(string Name, string Query, string? Typed, string Source, string Key, IReadOnlyList<Pick> Chosen, IReadOnlyList<Pick> Found);
