namespace SkillDistill.Domain.Skills;

/// <summary>Whose concept a skill is. Published taxonomies ask to be named wherever they are used.</summary>
public enum ConceptScheme
{
    /// <summary>The organisation's own.</summary>
    Own,

    /// <summary>https://esco.ec.europa.eu</summary>
    Esco,

    /// <summary>https://www.onetcenter.org</summary>
    Onet,
}

public static class ConceptSchemes
{
    public const string EscoUris = "http://data.europa.eu/esco/";

    /// <summary>O*NET gives its elements ids and no addresses.</summary>
    public const string OnetUris = "onet:";

    public static ConceptScheme Of(string? uri) =>
        uri is null ? ConceptScheme.Own
        : uri.StartsWith(EscoUris, StringComparison.Ordinal) ? ConceptScheme.Esco
        : uri.StartsWith(OnetUris, StringComparison.Ordinal) ? ConceptScheme.Onet
        : ConceptScheme.Own;
}
