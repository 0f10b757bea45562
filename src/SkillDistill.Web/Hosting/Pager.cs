namespace SkillDistill.Web.Hosting;

/// <summary>Which page of a list is shown, counted from 1.</summary>
internal sealed record Pager(int Page, int Size, int Total)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The same list at a page that it has.</summary>
    public Pager Turned() => this with { Page = Math.Clamp(Page, 1, Last) };
}
