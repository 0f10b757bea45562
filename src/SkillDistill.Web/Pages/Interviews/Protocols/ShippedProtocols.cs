using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>
/// The protocols that lie beside the application, read once at its start. All versions are kept there: an interview finishes on the one it began with.
/// </summary>
internal sealed class ShippedProtocols
{
    private readonly IReadOnlyList<Protocol> _protocols;

    private ShippedProtocols(IReadOnlyList<Protocol> protocols) => _protocols = protocols;

    /// <summary>What a new interview begins with.</summary>
    public Protocol Newest => _protocols[^1];

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<Protocol> All => _protocols;

    public Protocol? Find(string version) => _protocols.FirstOrDefault(protocol => protocol.Version == version);

    /// <summary>Beside the sources where it is run from them, beside the program where it was published.</summary>
    public static string Folder(IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, "Pages", "Interviews", "Protocols") is var beside && Directory.Exists(beside)
            ? beside
            : Path.Combine(AppContext.BaseDirectory, "Pages", "Interviews", "Protocols");

    /// <exception cref="InvalidProtocolException">A file is wrong, or there is none.</exception>
    public static ShippedProtocols Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(ProtocolFile.Open).ToList() : [];
        var readings = files.GroupBy(VersionOf).OrderBy(group => Order(group.Key)).Select(Read).ToList();
        var mistakes = readings.SelectMany(reading => reading.Mistakes).ToList();
        return mistakes.Count == 0 && readings.Count > 0
            ? new ShippedProtocols([.. readings.Select(reading => reading.Protocol!)])
            : throw new InvalidProtocolException(folder, mistakes);
    }

    private static ProtocolReading Read(IGrouping<string, ProtocolFile> files) => files.FirstOrDefault(file => file.Name == $"{files.Key}.yaml") is { } main
        ? ReadProtocol.From(main, [.. files.Where(file => file != main).OrderBy(file => file.Name, StringComparer.Ordinal)])
        : new ProtocolReading(null, [.. files.Select(file => new ProtocolMistake(file.Name, 1, $"this pack belongs to no protocol; expected a file {files.Key}.yaml beside it"))]);

    /// <summary>The name without its ending, and without the role that a pack has there.</summary>
    private static string VersionOf(ProtocolFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var dot = name.LastIndexOf('.');
        return dot > 0 && !name[(dot + 1)..].All(char.IsAsciiDigit) ? name[..dot] : name;
    }

    /// <summary>By month, and then by number: 2026-11.10 comes after 2026-11.9.</summary>
    private static (string Month, int Number, string Name) Order(string version) =>
        version.Split('.') is [var month, var number] && int.TryParse(number, out var count) ? (month, count, version) : (version, 1, version);
}

/// <summary>The application does not start on a protocol that is wrong: whoever is interviewed by it could not be asked twice.</summary>
internal sealed class InvalidProtocolException(string folder, IReadOnlyList<ProtocolMistake> mistakes) : Exception(Words(folder, mistakes))
{
    public IReadOnlyList<ProtocolMistake> Mistakes => mistakes;

    private static string Words(string folder, IReadOnlyList<ProtocolMistake> mistakes)
    {
        var lines = mistakes.Count == 0 ? ["there is none; expected a file such as 2026-11.yaml"] : mistakes.Select(mistake => $"{mistake}");
        return $"The interview protocol in {folder} cannot be used:\n{string.Join('\n', lines)}";
    }
}
