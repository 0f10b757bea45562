using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>Takes off what a mail carries along and its author did not write: the mail it answers, and the signature beneath.</summary>
/// <remarks>There is no library for this in .NET that is kept; the marks are those of the mail programs in use (see decision 0017).</remarks>
internal static partial class OwnWords
{
    public static string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, line => Ends().IsMatch(line));
        var kept = (end < 0 ? lines : lines[..end]).Where(line => !Quoted().IsMatch(line)).Select(line => line.TrimEnd());
        return Blank().Replace(Wrote().Replace(string.Join('\n', kept), ""), "\n\n").Trim();
    }

    [GeneratedRegex(@"^\s*(?:>|\|>)")]
    private static partial Regex Quoted();

    /// <summary>Whatever stands below is a signature, or somebody else's mail.</summary>
    [GeneratedRegex(@"^-- ?$|^\s*-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|原始邮件|转发的邮件|邮件原件)\s*-{2,}|^_{20,}$|^Begin forwarded message:|^(?:Sent from my |Get Outlook for |发自我的)|^(?:From|发件人)[:：].*(?:@|\[mailto)", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    /// <summary>The line that leads a quotation in: "On Monday, Ada wrote:", over two lines where the name is long.</summary>
    [GeneratedRegex(@"^(?:On\b[^\n]{4,200}(?:\n[^\n]{1,120})?\bwrote:|Am\b[^\n]{4,200}\bschrieb\b[^\n]{0,80}:|在?[^\n]{4,120}写道[:：])\s*$", RegexOptions.Multiline)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Blank();
}
