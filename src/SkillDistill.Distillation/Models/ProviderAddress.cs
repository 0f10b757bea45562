namespace SkillDistill.Distillation.Models;

/// <summary>Where a model of a provider is, and the key to it: the settings that every section naming one has, and what may be wrong with them.</summary>
/// <param name="Section">The section they stand in, as the sentences about them call it.</param>
/// <param name="Endpoint">The base address of OpenAI's protocol, or of the Azure resource.</param>
/// <param name="ApiKey">May be empty.</param>
/// <param name="Model">The model's name at the provider, or Azure's name of the deployment.</param>
internal sealed record ProviderAddress(string Section, bool IsAzure, Uri? Endpoint, string ApiKey, string Model)
{
    /// <summary>Azure's resources speak the protocol below a path of their own, which whoever sets them up may leave out.</summary>
    public Uri Protocol => this is { IsAzure: true, Endpoint: { AbsolutePath: "/" } resource } ? new Uri(resource, "openai/v1") : Endpoint!;

    /// <summary>What people see and agree to: the model and the machine it runs on.</summary>
    public static string NameOf(string model, Uri endpoint) => $"{model} ({endpoint.Host})";

    /// <summary>A sentence for each setting that is wrong, which never repeats a key.</summary>
    public IEnumerable<string> Problems() => (IsAzure ? Azure() : OpenAI()).Concat(Common());

    private IEnumerable<string> OpenAI()
    {
        if (Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" } endpoint)
        {
            yield return $"{Section}:Endpoint must be an absolute http or https address, such as https://api.openai.com/v1, when {Section}:Provider is OpenAI.";
            yield break;
        }

        if (endpoint.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{Section}:Endpoint is an Azure OpenAI resource: set {Section}:Provider to AzureOpenAI.";
        }

        if (endpoint.Host.Equals("api.openai.com", StringComparison.OrdinalIgnoreCase) && ApiKey.Length == 0)
        {
            yield return $"{Section}:ApiKey must hold a key when {Section}:Endpoint is api.openai.com.";
        }
    }

    private IEnumerable<string> Azure()
    {
        // A loopback address is a proxy on this machine.
        if (Endpoint is not { IsAbsoluteUri: true } endpoint || !(endpoint.Scheme == "https" || (endpoint.Scheme == "http" && endpoint.IsLoopback)))
        {
            yield return $"{Section}:Endpoint must be the https address of the resource, such as https://my-resource.openai.azure.com, when {Section}:Provider is AzureOpenAI.";
            yield break;
        }

        if (endpoint.AbsolutePath.TrimEnd('/') is not ("" or "/openai/v1"))
        {
            yield return $"{Section}:Endpoint must end after the host or with /openai/v1 when {Section}:Provider is AzureOpenAI; the deployment is named in {Section}:Model.";
        }

        if (ApiKey.Length == 0)
        {
            yield return $"{Section}:ApiKey must hold a key of the resource when {Section}:Provider is AzureOpenAI.";
        }
    }

    private IEnumerable<string> Common()
    {
        if (Endpoint is { IsAbsoluteUri: true } endpoint && (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0))
        {
            yield return $"{Section}:Endpoint must hold no password, query (such as api-version) or fragment.";
        }

        if (ApiKey.Any(letter => !char.IsAscii(letter) || char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return $"{Section}:ApiKey must hold neither blanks nor line breaks.";
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return IsAzure ? $"{Section}:Model must name the deployment when {Section}:Provider is AzureOpenAI." : $"{Section}:Model must name the model when {Section}:Provider is OpenAI.";
        }
    }
}
