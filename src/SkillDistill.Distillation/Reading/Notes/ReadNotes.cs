using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Turns an owner's own document into cards they may accept.</summary>
public static partial class ReadNotes
{
    /// <summary>The proposals in the order of the document; none where it holds nothing but links and pictures.</summary>
    /// <param name="path">Decides how the text is read (".txt" is plain, all else Markdown), and names it where it has no title of its own.</param>
    public static IReadOnlyList<DraftProposal> Propose(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var blocks = ReadBlocks.Of(path, text);
        var sections = Section.Of(blocks);
        var documentTitle = TitleOf(path, text, blocks);
        var titles = new CardTitle(documentTitle, sections);
        foreach (var section in sections)
        {
            WithoutJunk.From(section);
        }

        return [.. JoinShort.Of(sections.SelectMany(section => CutSection.Of(section, text))).Select(piece => Proposal(piece, titles, documentTitle, text))];
    }

    private static DraftProposal Proposal(Piece piece, CardTitle titles, string documentTitle, string source)
    {
        var place = titles.Place(piece);
        var words = CardFields.Of(titles.Of(piece), piece.Part > 1 || piece.With.Count > 0 ? "" : piece.Section.Heading, piece.Text);
        var (kind, askInstead) = GuessKind.Of(piece.Section.Path.Prepend(documentTitle).Append(piece.Lead), piece.Text);
        return new DraftProposal((words with { Kind = kind, AskInstead = askInstead }).Tidied(), place, source[piece.Start..piece.End], piece.Start);
    }

    private static string TitleOf(string path, string text, IReadOnlyList<Block> blocks)
    {
        var uppermost = blocks.Where(block => block is { Kind: BlockKind.Heading, Level: 1 }).ToList();
        if (uppermost.Count == 1 && blocks[0] == uppermost[0] && Wording.Heading(uppermost[0].Text) is { Length: > 0 } heading)
        {
            return heading;
        }

        var named = FrontTitle().Match(text) is { Success: true } title ? title.Groups[1].Value : FromFileName(path);
        return PlainText.Shortened(Wording.Heading(PlainText.Tidied(named)) is { Length: > 0 } words ? words : "Notes", CardText.TitleLength / 2);
    }

    private static string FromFileName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace('_', ' ').Replace('-', ' ').Trim();
        return name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex(@"\A---\r?\n(?:[^\n]*\n){0,30}?title:[ \t]*[""']?([^\n""']{1,200})[""']?[ \t]*\r?\n")]
    private static partial Regex FrontTitle();
}
