namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>The button that brings in what was looked at, or the word that there is nothing to bring in.</summary>
/// <param name="Sheet">Its letters.</param>
/// <param name="Digest">Of what was looked at; null where anything that it does then is brought in.</param>
internal sealed record SheetBringing(string? Sheet, bool DoesAnything, int Mistakes, string? Digest = null);
