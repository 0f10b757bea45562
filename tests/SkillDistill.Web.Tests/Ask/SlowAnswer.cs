using System.Text;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>An answer on its way to its asker.</summary>
internal sealed class SlowAnswer(Visitor asker, string address, HttpResponseMessage response, StreamReader reader) : IDisposable
{
    private readonly StringBuilder _told = new();

    public Visitor Asker => asker;

    public string Address => address;

    public static async Task<SlowAnswer> OpenAsync(Visitor asker)
    {
        var address = asker.Page.QuerySelector("[data-stream]")!.GetAttribute("data-stream")!;
        var response = await asker.Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return new SlowAnswer(asker, address, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>Reads on until this was told, and returns all that was.</summary>
    public async Task<string> UntilAsync(string word)
    {
        while (!_told.ToString().Contains(word, StringComparison.Ordinal))
        {
            _told.AppendLine(await reader.ReadLineAsync() ?? throw new InvalidOperationException($"It ended without \"{word}\": {_told}"));
        }

        return _told.ToString();
    }

    public Task<string> ToEndAsync() => reader.ReadToEndAsync();

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
