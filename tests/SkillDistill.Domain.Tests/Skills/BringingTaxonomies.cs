using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Skills;

/// <summary>What a taxonomy's file would do to the skills that are there, weighed before anything is changed.</summary>
public sealed class BringingTaxonomies
{
    private const string Uri = "http://data.europa.eu/esco/skill/1";
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_concept_that_nobody_knows_becomes_a_skill_with_all_that_it_says()
    {
        var import = TaxonomyImport.Weigh([Concept.Of(2, Uri, null, "", [Preferred("Welding"), Other("arc welding")], "Joining metal.")], []);

        var skill = Assert.Single(import.Carry());
        Assert.Equal((Uri, "Joining metal.", "welding", ConceptScheme.Esco), (skill.Uri, skill.Definition, skill.Key, skill.Scheme));
        Assert.Equal(["Welding", "arc welding"], skill.Labels.Select(label => label.Text));
    }

    [Fact]
    public void A_known_name_is_met_and_what_the_organisation_wrote_stays()
    {
        var known = Skill.Define("welding", null, [Preferred("Welding"), new SkillLabel("zh", "焊接", true)]);

        var import = TaxonomyImport.Weigh([Concept.Of(2, Uri, null, "", [Preferred("WELDING"), Other("arc welding"), new SkillLabel("zh", "电焊", true)], "Joining metal.")], [known]);

        Assert.Equal(ImportEffect.Changed, Assert.Single(import.Steps).Effect);
        Assert.Empty(import.Carry());
        Assert.Equal(Uri, known.Uri);
        Assert.Equal([("Welding", true), ("焊接", true), ("arc welding", false), ("电焊", false)], known.Labels.Select(label => (label.Text, label.IsPreferred)));
    }

    [Fact]
    public void A_concept_is_known_by_its_address_whatever_the_organisation_calls_it_now()
    {
        var known = Assert.Single(TaxonomyImport.Weigh([Concept.Of(2, Uri, null, "", [Preferred("Welding")], null)], []).Carry());
        known.Relabel([Preferred("Joining")], ["en"]);

        var import = TaxonomyImport.Weigh([Concept.Of(2, Uri, null, "", [Preferred("Welding")], null)], [known]);

        Assert.Equal(ImportEffect.Changed, Assert.Single(import.Steps).Effect);
        import.Carry();
        Assert.Equal([("Joining", true), ("Welding", false)], known.Labels.Select(label => (label.Text, label.IsPreferred)));
    }

    [Fact]
    public void One_name_for_two_concepts_is_told_apart_by_what_is_above_them()
    {
        Concept[] file =
        [
            Concept.Of(2, "onet:2.A", null, "2.A Basic Skills", [Preferred("Basic Skills")], null),
            Concept.Of(3, "onet:2.C", null, "2.C Knowledge", [Preferred("Knowledge")], null),
            Concept.Of(4, "onet:2.A.1", "onet:2.A", "2.A Basic Skills", [Preferred("Mathematics")], null),
            Concept.Of(5, "onet:2.C.4", "onet:2.C", "2.C Knowledge", [Preferred("Mathematics")], null),
        ];

        var skills = TaxonomyImport.Weigh(file, []).Carry();

        Assert.Equal(["Basic Skills", "Knowledge", "Mathematics", "Mathematics (Knowledge)"], skills.Select(skill => skill.Labels[0].Text));
        Assert.Equal([null, null, skills[0].Id, skills[1].Id], skills.Select(skill => skill.BroaderId));
        Assert.All(TaxonomyImport.Weigh(file, skills).Steps, step => Assert.Equal(ImportEffect.Same, step.Effect));
    }

    [Fact]
    public void What_was_put_out_of_use_or_merged_does_not_come_back()
    {
        var (retired, merged, kept) = (Skill.Define("a", null, [Preferred("Welding")]), Skill.Define("b", null, [Preferred("Soldering")]), Skill.Define("c", null, [Preferred("Joining")]));
        retired.Retire(Now);
        merged.MergeInto(kept, [kept.Id], Now);

        var import = TaxonomyImport.Weigh([Concept.Of(2, null, null, "", [Preferred("Welding"), Other("arc")], null), Concept.Of(3, null, null, "", [Preferred("Soldering"), Other("tin")], null)], [retired, merged, kept]);

        Assert.All(import.Steps, step => Assert.Equal(ImportEffect.LeftAlone, step.Effect));
        Assert.False(import.DoesAnything);
        Assert.Empty(import.Carry());
        Assert.Equal(["Welding"], retired.Labels.Select(label => label.Text));
    }

    [Fact]
    public void Mistakes_are_told_by_line_and_nothing_is_carried_out_with_one()
    {
        var (one, two) = (Skill.Define("one", null, [Preferred("One")]), Skill.Define("two", null, [new SkillLabel("zh", "二", true)]));

        var import = TaxonomyImport.Weigh(
            [
                Own(2, ""), Own(3, new string('x', Skill.LabelLength + 1)), Own(4, "Fine"), Own(5, "fine"), Own(6, "Lost", "Nowhere"), Own(7, "Egg", "Hen"), Own(8, "Hen", "Egg"),
                Concept.Of(9, null, null, "", [Preferred("One"), new SkillLabel("zh", "二", true)], null),
            ],
            [one, two]);

        Assert.Equal([(2, "NoName"), (3, "Long"), (5, "Twice"), (6, "NoBroader"), (8, "Circle"), (9, "Several")], import.Mistakes.Select(mistake => (mistake.Line, mistake.Key)).Order());
        Assert.Throws<InvalidOperationException>(import.Carry);
    }

    [Fact]
    public void Names_that_do_not_fit_are_left_out_and_hidden_letters_with_them()
    {
        var names = Enumerable.Range(1, 2 * Skill.LabelLimit).Select(number => Other($"welding {number}"));

        var skill = Assert.Single(TaxonomyImport.Weigh([Concept.Of(2, Uri, null, "", [Preferred("Wel\u202Eding"), Other(new string('y', Skill.LabelLength + 1)), .. names], null)], []).Carry());

        Assert.Equal(Skill.LabelLimit, skill.Labels.Count);
        Assert.Equal("Welding", skill.Labels[0].Text);
        Assert.Null(Skill.Weigh(skill.Labels));
    }

    /// <summary>Random files over random skills: twice changes nothing, nothing of the organisation's is lost, and every skill can still be kept.</summary>
    [Fact]
    public void Any_file_brought_in_twice_changes_nothing_the_second_time()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var skills = Skills(random);
            var before = skills.ToDictionary(skill => skill.Id, skill => skill.Labels.ToList());
            var file = File(random);
            var import = TaxonomyImport.Weigh(file, skills);
            if (import.Mistakes.Count > 0)
            {
                file = [.. file.Where(concept => import.Mistakes.All(mistake => mistake.Line != concept.Line))];
                import = TaxonomyImport.Weigh(file, skills);
                if (import.Mistakes.Count > 0)
                {
                    continue;
                }
            }

            skills.AddRange(import.Carry());

            Assert.All(before, labels => Assert.Empty(labels.Value.Except(skills.Single(skill => skill.Id == labels.Key).Labels)));
            Assert.All(skills, skill => Assert.Null(Skill.Weigh(skill.Labels)));
            Assert.Equal(skills.Count, skills.Select(skill => skill.Key).Distinct().Count());
            var preferred = skills.SelectMany(skill => skill.Labels.Where(label => label.IsPreferred).Select(label => (label.Language, label.Text.ToUpperInvariant()))).ToList();
            Assert.Equal(preferred.Count, preferred.Distinct().Count());
            Assert.All(skills, skill => Assert.DoesNotContain(skill.Id, Above(skill, skills)));
            var again = TaxonomyImport.Weigh(file, skills);
            Assert.False(again.DoesAnything, $"Seed {seed}: {string.Join(", ", again.Steps.Where(step => step.Effect is ImportEffect.New or ImportEffect.Changed).Select(step => step.Concept))}");
        }
    }

    private static List<Skill> Skills(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(number => Skill.Define($"own-{number}", null, [Preferred($"n{number}"), .. random.Next(2) == 0 ? [] : new[] { new SkillLabel("zh", $"z{number}", true) }]))];

    private static List<Concept> File(Random random) =>
        [.. Enumerable.Range(2, random.Next(1, 7)).Select(line =>
        {
            var uri = random.Next(3) switch { 0 => null, 1 => $"{ConceptSchemes.EscoUris}{random.Next(6)}", _ => $"onet:{random.Next(6)}" };
            IEnumerable<SkillLabel> labels = [Preferred($"n{random.Next(6)}"), .. Enumerable.Range(0, random.Next(3)).Select(_ => Other($"o{random.Next(6)}")), .. random.Next(3) == 0 ? new[] { new SkillLabel("zh", $"z{random.Next(6)}", true) } : []];
            return Concept.Of(line, uri, random.Next(2) == 0 ? null : random.Next(2) == 0 ? $"n{random.Next(6)}" : $"onet:{random.Next(6)}", "", labels, random.Next(2) == 0 ? null : "What it means.");
        })];

    private static List<Id<Skill>> Above(Skill skill, List<Skill> skills)
    {
        var above = new List<Id<Skill>>();
        for (var at = skill.BroaderId; at is { } id && above.Count <= skills.Count; at = skills.Single(other => other.Id == id).BroaderId)
        {
            above.Add(id);
        }

        return above;
    }

    private static Concept Own(int line, string name, string? under = null) => Concept.Of(line, null, under, "", [Preferred(name)], null);

    private static SkillLabel Preferred(string text) => new("en", text, true);

    private static SkillLabel Other(string text) => new("en", text, false);
}
