using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests;

/// <summary>A real Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    private readonly ConcurrentQueue<string> _scriptErrors = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningProduct Product { get; private set; } = null!;

    /// <summary>What scripts of pages stumbled over so far, with the page's address, in whichever window.</summary>
    public IReadOnlyCollection<string> ScriptErrors => _scriptErrors;

    public async Task InitializeAsync()
    {
        Product = await RunningProduct.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = Switches });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Product.DisposeAsync();
    }

    /// <summary>A browser window of its own, nobody signed in.</summary>
    public async Task<IPage> WindowAsync(string locale = "en-GB", int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Product.Address.ToString(),
            Locale = locale,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(20_000);
        context.WebError += (_, error) => _scriptErrors.Enqueue($"{error.Page?.Url}: {error.Error}");
        return await context.NewPageAsync();
    }

    /// <summary>A window in which a demo person is signed in.</summary>
    public async Task<IPage> SignedInAsync(string key, string locale = "en-GB", int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var page = await WindowAsync(locale, width, height, scheme, script);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[data-demo='{key}']");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A window in which a demo person is signed in to a product of a test's own, on their profile.</summary>
    public async Task<IPage> SignedInAsync(RunningProduct product, string key, string locale = "en-GB", int width = 1280)
    {
        var page = await WindowAsync(locale, width);
        await page.GotoAsync(product.At("/sign-in"));
        await page.ClickAsync($"button[data-demo='{key}']");
        await page.GotoAsync(product.At("/me"));
        return page;
    }

    private static string Executable()
    {
        var said = Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_CHROMIUM");
        var known = new[] { said, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" };
        return Array.Find(known, File.Exists) ?? throw new FileNotFoundException("No Chromium: run scripts/test.sh, which installs it, or set SKILLDISTILL_TEST_CHROMIUM.");
    }
}

/// <summary>Tests that share one browser and one running product run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
