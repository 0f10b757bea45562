using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Sources;

/// <summary>What the tests of sources do again and again.</summary>
internal static class Bring
{
    public const string Files = "input[name='Form.Files']";
    public const string Folder = "input[name='Form.Folder']";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>All files of a sample, as a browser sends a chosen folder: each by its path from the folder's own name on.</summary>
    public static (string Name, byte[] Content)[] Sample(string name)
    {
        var folder = Repository.Shared($"samples/{name}");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => ($"{Path.GetFileName(folder)}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", File.ReadAllBytes(file)))];
    }

    /// <summary>Opens the page, agreeing to be kept where that is asked first.</summary>
    public static async Task<Visitor> OpenNewAsync(this Visitor visitor)
    {
        await visitor.OpenAsync("/sources/new");
        return visitor.Page.QuerySelector("[data-keep-profile] button") is null ? visitor : await visitor.PressAsync("[data-keep-profile] button");
    }

    public static async Task<Visitor> PasteAsync(this Visitor visitor, string title, string text)
    {
        await visitor.OpenNewAsync();
        return await visitor.PressAsync("[data-busy]", ("Form.Title", title), ("Form.Text", text));
    }

    /// <summary>The source whose page or sentences are on the screen.</summary>
    public static Id<Domain.Profiles.Source> ShownSource(this Visitor visitor) => Id<Domain.Profiles.Source>.Parse(visitor.Location.Split('/', '?', '#')[2], null);

    public static Task<int> SourcesOfAsync(this House house, string person) => house.InStoreAsync(db =>
        db.Sources.CountAsync(source => db.People.Any(owner => owner.Id == source.OwnerId && owner.Email == $"{person}@lindenau.example")));

    /// <summary>All cards of a source with their words and the text they came from.</summary>
    public static Task<List<MadeCard>> CardsOfAsync(this House house, Id<Domain.Profiles.Source> source) => house.InStoreAsync(db => (
        from document in db.SourceDocuments
        join passage in db.CardPassages on document.Id equals passage.From.DocumentId
        join card in db.Cards on passage.CardId equals card.Id
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        where document.SourceId == source
        select new MadeCard(card.Id, card.Status, revision.Text, passage.From.Quote, passage.From.Start, document.Text, document.Id)).ToListAsync());

    public static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Bytes(text));
            }
        }

        return bytes.ToArray();
    }
}

internal sealed record MadeCard(Id<Card> Id, CardStatus Status, CardText Text, string Quote, int Start, string Document, Id<SourceDocument> DocumentId)
{
    public bool QuoteStandsWhereItSays => string.CompareOrdinal(Document, Start, Quote, 0, Quote.Length) == 0;
}
