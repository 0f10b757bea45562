using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using SkillDistill.Data;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;

namespace SkillDistill.Web.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class Rooms
{
    private static readonly Assembly Domain = typeof(Id<>).Assembly;
    private static readonly Assembly Data = typeof(SkillDistillDb).Assembly;
    private static readonly Assembly Distillation = typeof(Composer).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void The_domain_knows_nothing_but_dotnet() =>
        Assert.All(Known(Domain), name => Assert.True(name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard", name));

    [Fact]
    public void Data_and_distillation_know_the_domain_and_not_each_other()
    {
        Assert.Contains("SkillDistill.Domain", Known(Data));
        Assert.Contains("SkillDistill.Domain", Known(Distillation));
        Assert.DoesNotContain("SkillDistill.Distillation", Known(Data));
        Assert.DoesNotContain("SkillDistill.Data", Known(Distillation));
        Assert.DoesNotContain(Known(Data).Concat(Known(Distillation)), name => name == "SkillDistill.Web");
    }

    [Fact]
    public void Only_distillation_knows_Semantic_Kernel() => OnlyKnownTo(Distillation, "Microsoft.SemanticKernel");

    [Fact]
    public void Only_data_knows_the_stores()
    {
        OnlyKnownTo(Data, "Microsoft.EntityFrameworkCore.Sqlite");
        OnlyKnownTo(Data, "Npgsql");
    }

    [Fact]
    public void Only_data_holds_migrations()
    {
        Assert.Contains(Data.GetTypes(), type => type.IsSubclassOf(typeof(Migration)));
        Assert.DoesNotContain(new[] { Domain, Distillation, Web }.SelectMany(room => room.GetTypes()), type => type.IsSubclassOf(typeof(Migration)));
    }

    private static void OnlyKnownTo(Assembly room, string library)
    {
        Assert.Contains(Known(room), name => name.StartsWith(library, StringComparison.Ordinal));
        foreach (var other in new[] { Domain, Data, Distillation, Web }.Where(other => other != room))
        {
            Assert.DoesNotContain(Known(other), name => name.StartsWith(library, StringComparison.Ordinal));
        }
    }

    private static List<string> Known(Assembly room)
    {
        var known = room.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.NotEmpty(known);
        return known;
    }
}
