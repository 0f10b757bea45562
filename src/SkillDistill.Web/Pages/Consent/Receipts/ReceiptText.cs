namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>The words in records and receipts, and around their downloads.</summary>
internal sealed class ReceiptText;
