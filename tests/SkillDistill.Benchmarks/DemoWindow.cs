using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SkillDistill.Benchmarks;

/// <summary>A demo person at the running product, without a browser.</summary>
internal static class DemoWindow
{
    public static async Task<HttpClient> SignedInAsync(Uri address, string person)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var signIn = await http.PageAsync("/sign-in");
        var button = signIn.QuerySelector($"button[data-demo='{person}']")!;
        using var signedIn = await http.PostAsync(button.Closest("form")!.GetAttribute("action")!, [("person", button.GetAttribute("value")!), ("__RequestVerificationToken", signIn.Token())]);
        return http;
    }

    /// <summary>Agrees that a profile is kept, where the page asks for it.</summary>
    public static async Task KeepProfileAsync(this HttpClient http, IHtmlDocument page)
    {
        if (page.QuerySelector("[data-keep-profile]") is IHtmlFormElement keep)
        {
            using var kept = await http.PostAsync(keep.GetAttribute("action")!, [.. keep.Elements.OfType<IHtmlInputElement>().Select(field => (field.Name!, field.Value))]);
        }
    }

    public static string Token(this IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public static async Task<IHtmlDocument> PageAsync(this HttpClient http, string path) => await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri(path, UriKind.Relative)));

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient http, string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
