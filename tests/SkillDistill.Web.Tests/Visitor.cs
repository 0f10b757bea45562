using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SkillDistill.Web.Tests;

/// <summary>Somebody with a browser without script: opens pages, fills in the forms that are there, follows redirects.</summary>
public sealed class Visitor(HttpClient http)
{
    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    public HttpClient Http => http;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page seen last.</summary>
    public string Location { get; private set; } = "/";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>What a person would read: the main part, blanks folded.</summary>
    public string Text => Fold(Page.QuerySelector("main")?.TextContent ?? Page.Body?.TextContent ?? "");

    /// <summary>What is to be seen of a part: without the words that only a screen reader says.</summary>
    public string Shown(string selector) => string.Join('\n', Page.QuerySelectorAll(selector).Select(part =>
    {
        var seen = (IElement)part.Clone();
        foreach (var hidden in seen.QuerySelectorAll(".visually-hidden").ToList())
        {
            hidden.Remove();
        }

        return Fold(seen.TextContent);
    }));

    public async Task<Visitor> OpenAsync(string path)
    {
        await ShowAsync(await http.GetAsync(new Uri(path, UriKind.Relative)), path);
        return this;
    }

    public async Task SignInAsync(string key)
    {
        await OpenAsync("/sign-in");
        var button = Page.QuerySelector($"button[name=person][data-demo='{key}']") as IHtmlButtonElement
            ?? throw new InvalidOperationException($"The sign-in page does not offer {key}.");
        await PressAsync(button);
    }

    /// <summary>Submits the form a button stands in, by that button, with some fields filled in anew.</summary>
    public Task<Visitor> PressAsync(string buttonSelector, params (string Field, string Value)[] fields) =>
        PressAsync(Page.QuerySelector(buttonSelector) ?? throw new InvalidOperationException($"No {buttonSelector} on {Location}:\n{Text}"), fields);

    public async Task<Visitor> PressAsync(IElement button, params (string Field, string Value)[] fields)
    {
        var form = (button as IHtmlButtonElement)?.Form ?? button.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException("That is in no form.");
        var values = Filled(form).Where(field => fields.All(own => own.Field != field.Key)).ToList();
        values.AddRange(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        if (button.GetAttribute("name") is { Length: > 0 } name)
        {
            values.Add(KeyValuePair.Create(name, button.GetAttribute("value") ?? ""));
        }

        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        var path = string.IsNullOrEmpty(action) ? Location : action;
        if ((form.GetAttribute("method") ?? "get").Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            var query = await new FormUrlEncodedContent(values).ReadAsStringAsync();
            return await OpenAsync($"{path.Split('?')[0]}?{query}");
        }

        using var content = Body(form, values);
        await ShowAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content), path);
        return this;
    }

    /// <summary>Sends a form's antiforgery token with values of one's own, as an attacker with a session would.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Field, string Value)[] fields)
    {
        var token = Page?.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var content = new FormUrlEncodedContent(fields.Append((Field: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Field, field.Value)));
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Uploads files to the form that a file input stands in.</summary>
    public async Task<Visitor> UploadAsync(string inputSelector, params (string Name, byte[] Content)[] files)
    {
        var input = Page.QuerySelector(inputSelector) ?? throw new InvalidOperationException($"No {inputSelector} on {Location}");
        var form = (IHtmlFormElement)input.Closest("form")!;
        using var content = Multipart(Filled(form));
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), input.GetAttribute("name")!, name);
        }

        var path = form.GetAttribute("action") is { Length: > 0 } action ? action : Location;
        await ShowAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content), path);
        return this;
    }

    private static HttpContent Body(IHtmlFormElement form, List<KeyValuePair<string, string>> values) =>
        form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values);

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in values)
        {
            content.Add(new StringContent(value), key);
        }

        return content;
    }

    private async Task ShowAsync(HttpResponseMessage response, string path)
    {
        for (var hops = 0; response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && hops < 5; hops++)
        {
            path = response.Headers.Location!.IsAbsoluteUri ? response.Headers.Location.PathAndQuery : response.Headers.Location.OriginalString;
            response.Dispose();
            response = await http.GetAsync(new Uri(path, UriKind.Relative));
        }

        (Status, Location) = (response.StatusCode, path);
        var html = await response.Content.ReadAsStringAsync();
        Page = (IHtmlDocument)await Context.OpenAsync(request => request.Content(html).Address($"http://localhost{path}"));
        response.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when choice.IsChecked:
                    yield return KeyValuePair.Create(name, choice.Value);
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return KeyValuePair.Create(name, option.Value);
                    }

                    break;
            }
        }
    }

    private static string Fold(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
