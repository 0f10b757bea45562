namespace SkillDistill.Web.Pages.Admin;

/// <summary>Which page of a list is shown, counted from 1.</summary>
internal sealed record Pager(int Page, int Size, int Total)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);
}
