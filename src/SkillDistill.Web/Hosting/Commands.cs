using SkillDistill.Web.Pages.Agents.Indexing;
using SkillDistill.Web.Pages.Consent.Ledger;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Hosting;

/// <summary>What the application does when it is started with a word: one thing, and then it ends. Without a word it serves.</summary>
internal static class Commands
{
    /// <summary>The command could not be started like this.</summary>
    public const int Misused = 2;

    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> Known = new()
    {
        ["check-coverage"] = (app, arguments) => app.CheckCoverageAsync(arguments),
        ["check-index"] = (app, _) => app.CheckIndexAsync(),
        ["migrate"] = (app, _) => app.MigrateAsync(),
        ["rotate-consent-key"] = (app, _) => app.RotateConsentKeyAsync(),
        ["verify-consent"] = (app, _) => app.VerifyConsentAsync(),
        ["verify-receipt"] = (_, arguments) => VerifyReceiptCommand.RunAsync(arguments),
    };

    public static Task<int> ObeyAsync(this WebApplication app, string[] arguments)
    {
        if (arguments is not [var word, .. var rest] || word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal))
        {
            return app.ServeAsync();
        }

        // Settings may follow, which are read as those of a server.
        return Known.TryGetValue(word, out var command) ? command(app, [.. rest.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))]) : RefuseAsync(word);
    }

    /// <summary>A word mistyped must not start a server.</summary>
    private static async Task<int> RefuseAsync(string word)
    {
        await Console.Error.WriteLineAsync($"There is no command {word}. There are: {string.Join(", ", Known.Keys)}.");
        return Misused;
    }
}
