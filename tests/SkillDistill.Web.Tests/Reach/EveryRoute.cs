using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>Every address of the running application, so that a new route cannot be forgotten by a test about all of them.</summary>
internal static class EveryRoute
{
    private static readonly string[] Words = ["?q=rollback"];

    /// <summary>Each route with each of these ids in each of its places, as it is, with words to search for, and with every page handler that reads.</summary>
    public static IReadOnlyList<string> ToRead(House house, IReadOnlyList<string> ids) =>
    [
        .. Endpoints(house).SelectMany(endpoint => Addresses(endpoint, ids).SelectMany(path => Handlers(endpoint, "OnGet")
            .SelectMany(handler => ids.Select(id => $"{path}?handler={handler}&turn={id}&id={id}"))
            .Concat(endpoint.RoutePattern.Parameters.Count == 0 ? Words.Select(words => path + words) : [])
            .Prepend(path))).Distinct(),
    ];

    /// <summary>Each route with each of these ids in each of its places, and every page handler that changes something.</summary>
    public static IReadOnlyList<string> ToChange(House house, IReadOnlyList<string> ids) =>
        [.. Endpoints(house).SelectMany(endpoint => Addresses(endpoint, ids).SelectMany(path => Handlers(endpoint, "OnPost").Select(handler => $"{path}?handler={handler}").Prepend(path))).Distinct()];

    private static IEnumerable<RouteEndpoint> Endpoints(House house) => house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.All(part => part.GetType().Name != "StaticAssetDescriptor") && endpoint.RoutePattern.RawText?.StartsWith("error", StringComparison.Ordinal) != true);

    private static IEnumerable<string> Addresses(RouteEndpoint endpoint, IReadOnlyList<string> ids) => Fill([.. endpoint.RoutePattern.PathSegments], ids);

    private static IEnumerable<string> Fill(List<RoutePatternPathSegment> segments, IReadOnlyList<string> ids) =>
        segments.Aggregate((IEnumerable<string>)[""], (paths, segment) => paths.SelectMany(path => Values(segment, ids).Select(value => $"{path}/{value}")))
            .Select(path => path.Length == 0 ? "/" : path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/");

    private static IEnumerable<string> Values(RoutePatternPathSegment segment, IReadOnlyList<string> ids)
    {
        if (segment.Parts is [RoutePatternParameterPart parameter])
        {
            var values = parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? ["1"] : ids;
            return parameter.IsOptional ? values.Append("") : values;
        }

        return [string.Concat(segment.Parts.Cast<RoutePatternLiteralPart>().Select(part => part.Content))];
    }

    private static IEnumerable<string> Handlers(RouteEndpoint endpoint, string verb)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return [];
        }

        var model = $"SkillDistill.Web{page.RelativePath[..^".cshtml".Length].Replace('/', '.')}Model";
        return (typeof(Program).Assembly.GetType(model) ?? throw new InvalidOperationException($"The page {page.RelativePath} has no {model}."))
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.Name.StartsWith(verb, StringComparison.Ordinal))
            .Select(method => method.Name[verb.Length..].Replace("Async", "", StringComparison.Ordinal))
            .Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal);
    }
}
