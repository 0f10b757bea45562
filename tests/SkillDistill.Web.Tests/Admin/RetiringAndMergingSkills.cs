using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>Skills go out of use, and become part of others with all that was said about them.</summary>
public sealed class RetiringAndMergingSkills : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_is_out_of_use_is_offered_to_nobody_and_stays_with_whoever_said_it()
    {
        var skill = await DefineAsync("Glass blowing");
        await DeclaresAsync("sam", skill, 4);
        await TargetAsync(skill);
        var (sam, tunde) = (await _house.SignedInAsync("sam"), await _house.SignedInAsync("tunde"));

        var ada = await OnAsync(skill);
        await ada.PressAsync("[data-retire]");

        Assert.Contains("Glass blowing is out of use", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Targets.CountAsync(target => target.SkillId == skill)));
        await sam.OpenAsync("/me/skills");
        Assert.NotNull(sam.Page.QuerySelector("[data-retired]"));
        await sam.OpenAsync("/me/skills?q=glass");
        Assert.Null(sam.Page.QuerySelector("section[aria-labelledby=found] .skillrow"));
        await tunde.OpenAsync("/me/skills");
        using (var declared = await tunde.PostAsync("/me/skills", ("skill", skill.ToString()), ("level", "3")))
        {
            Assert.Contains("This skill is out of use", await declared.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await _house.InStoreAsync(db => db.Proficiencies.CountAsync(level => level.SkillId == skill)));
        await ada.OpenAsync($"/admin/targets?team={await _house.InStoreAsync(db => db.Teams.OrderBy(team => team.Id).Select(team => team.Id).FirstAsync())}");
        Assert.Contains("Pricing", ada.Page.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")));
        Assert.DoesNotContain("Glass blowing", ada.Page.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")));
        await ada.OpenAsync("/admin/skills?q=glass");
        Assert.Empty(ada.Page.QuerySelectorAll("#skills li"));
        await ada.OpenAsync("/admin/skills?q=glass&retired=true");
        Assert.Single(ada.Page.QuerySelectorAll("#skills li"));

        await (await OnAsync(skill)).PressAsync("[data-return]");

        await sam.OpenAsync("/me/skills?q=glass");
        Assert.NotNull(sam.Page.QuerySelector("section[aria-labelledby=found] .skillrow"));
        ada = await OnAsync(skill);
        Assert.Equal(["In use again", $"Put out of use; its targets went with it: {await _house.InStoreAsync(db => db.Teams.OrderBy(team => team.Id).Select(team => team.Name).FirstAsync())} 2×3", "Added"], ada.Page.QuerySelectorAll("[data-history] li > div:first-child").Select(line => line.TextContent.Trim()));
        Assert.Contains("Ada", ada.Shown("[data-history]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_part_of_another_takes_levels_cards_and_targets_along()
    {
        var (old, kept) = (await DefineAsync("Glass blowing"), await DefineAsync("Glass work"));
        await DeclaresAsync("sam", old, 4);
        await DeclaresAsync("mei", kept, 2);
        await DeclaresAsync("tunde", old, 1);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeclaresAsync("mei", old, 5);
        await DeclaresAsync("tunde", kept, 3);
        await TargetAsync(old);
        var now = _house.Clock.GetUtcNow();
        Id<Card>[] cards = [await _house.WritesAsync("sam", Audience.Private(), now, old), await _house.WritesAsync("mei", Audience.Organisation(), now, old, kept)];

        var ada = await OnAsync(old);
        await ada.PressAsync("[data-to-merge]", ("Into", "glass WORK"));
        Assert.Contains("One target goes along", ada.Shown("[data-moves]"), StringComparison.Ordinal);
        Assert.Contains("also found as: Glass blowing", ada.Shown("[data-moves]"), StringComparison.Ordinal);
        Assert.Equal(1, await _house.InStoreAsync(db => db.Targets.CountAsync(target => target.SkillId == old)));
        await ada.PressAsync("[data-merge]");

        Assert.Contains("part of Glass work", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([3, 4, 5], await _house.InStoreAsync(db => db.Proficiencies.Where(level => level.SkillId == kept).Select(level => level.Level).OrderBy(level => level).ToListAsync()));
        Assert.Equal(0, await _house.InStoreAsync(db => db.Proficiencies.CountAsync(level => level.SkillId == old)));
        Assert.Equal(1, await _house.InStoreAsync(db => db.Targets.CountAsync(target => target.SkillId == kept)));
        var tags = await _house.InStoreAsync(db => db.Cards.AsNoTracking().Where(card => cards.Contains(card.Id)).SelectMany(card => card.Skills).Select(tag => tag.SkillId).ToListAsync());
        Assert.Equal([kept, kept], tags);
        var sam = await _house.SignedInAsync("sam");
        await sam.OpenAsync("/me/skills?q=blowing");
        Assert.Contains("Glass work", sam.Shown("section[aria-labelledby=found] .skillrow"), StringComparison.Ordinal);
        await sam.OpenAsync("/me/skills");
        Assert.Contains("“Glass blowing” became part of it", sam.Shown("[data-took-in]"), StringComparison.Ordinal);
        ada = await OnAsync(old);
        Assert.Contains("It became part of “Glass work”", ada.Shown("[data-out-of-use]"), StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-return]"));
    }

    [Fact]
    public async Task A_chain_of_merges_leads_to_the_last()
    {
        var (first, second, third) = (await DefineAsync("Glass blowing"), await DefineAsync("Glass work"), await DefineAsync("Glass"));

        await MergeAsync(first, "Glass work");
        await MergeAsync(second, "Glass");

        Assert.Equal([third, third], await _house.InStoreAsync(db => db.Skills.Where(skill => skill.MergedIntoId != null).Select(skill => skill.MergedIntoId!.Value).ToListAsync()));
        var labels = await _house.InStoreAsync(db => db.Skills.Where(skill => skill.Id == third).SelectMany(skill => skill.Labels).Select(label => label.Text).ToListAsync());
        Assert.Equal(["Glass", "Glass blowing", "Glass work"], labels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_merge_that_makes_no_sense_is_refused_in_words_and_keeps_what_was_typed()
    {
        var skill = await DefineAsync("Glass blowing");
        var ada = await OnAsync(skill);

        await ada.PressAsync("[data-to-merge]", ("Into", "no such skill"));
        Assert.Contains("No skill has this name", ada.Text, StringComparison.Ordinal);
        Assert.Equal("no such skill", ada.Page.QuerySelector("input[name=Into]")!.GetAttribute("value"));
        await ada.PressAsync("[data-to-merge]", ("Into", "Glass blowing"));
        Assert.Contains("This is the skill itself", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync("[data-to-merge]", ("Into", ""));
        Assert.Contains("No skill has this name", ada.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Skills.CountAsync(known => known.RetiredAt != null)));
    }

    [Fact]
    public async Task Half_a_name_names_nothing_and_what_was_perhaps_meant_is_said()
    {
        var (skill, other) = (await DefineAsync("Glass blowing"), await DefineAsync("Kiln"));
        await DefineAsync("Kiln firing");
        var ada = await OnAsync(skill);

        await ada.PressAsync("[data-to-merge]", ("Into", "kiln fir"));
        Assert.Contains("Perhaps you mean: Kiln firing", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync("main .btn-primary", ("Form.Broader", "Kil"));
        Assert.Contains("Perhaps you mean: Kiln · Kiln firing", ada.Text, StringComparison.Ordinal);
        await (await OnAsync(skill)).PressAsync("main .btn-primary", ("Form.Broader", "kiln"));

        Assert.Equal(other, await _house.InStoreAsync(db => db.Skills.Where(known => known.Id == skill).Select(known => known.BroaderId!.Value).SingleAsync()));
        Assert.Equal(0, await _house.InStoreAsync(db => db.Skills.CountAsync(known => known.RetiredAt != null)));
    }

    [Fact]
    public async Task What_moves_is_said_with_what_is_dropped_and_a_merge_that_was_done_meanwhile_is_told()
    {
        var (old, kept, below) = (await DefineAsync("Glass blowing"), await DefineAsync("Glass work"), await DefineAsync("Bottles"));
        await TargetAsync(old);
        await TargetAsync(kept);
        await (await OnAsync(below)).PressAsync("main .btn-primary", ("Form.Broader", "Glass blowing"));
        var (ada, again) = (await OnAsync(old), await OnAsync(old));
        await ada.PressAsync("[data-to-merge]", ("Into", "Glass work"));
        await again.PressAsync("[data-to-merge]", ("Into", "Glass work"));

        Assert.Contains("One target goes along. Dropped of these: 1.", ada.Shown("[data-moves]"), StringComparison.Ordinal);
        Assert.Contains("One skill stands below the other one then", ada.Shown("[data-moves]"), StringComparison.Ordinal);
        await ada.PressAsync("[data-merge]");
        await again.PressAsync("[data-merge]");

        Assert.Contains("became part of the other skill already", again.Shown(".said"), StringComparison.Ordinal);
        Assert.Equal(kept, await _house.InStoreAsync(db => db.Skills.Where(known => known.Id == below).Select(known => known.BroaderId!.Value).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"/admin/skills/edit/{old}/merge/{Guid.NewGuid():N}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"/admin/skills/edit/{old}/merge/glass")).Status);
    }

    [Fact]
    public async Task Names_in_languages_that_the_form_does_not_have_stay()
    {
        var skill = await DefineAsync("Glass blowing");
        await _house.InStoreAsync(async db =>
        {
            (await db.Skills.FirstAsync(known => known.Id == skill)).Relabel([new SkillLabel("de", "Glasblasen", true)], ["de"]);
            return await db.SaveChangesAsync();
        });

        var ada = await OnAsync(skill);
        Assert.Contains("Glasblasen", ada.Shown("[data-elsewhere]"), StringComparison.Ordinal);
        await ada.PressAsync("main .btn-primary", ("Form.English", "Blowing glass"));

        Assert.Equal(["Blowing glass", "Glasblasen"], await _house.InStoreAsync(db => db.Skills.Where(known => known.Id == skill).SelectMany(known => known.Labels).Select(label => label.Text).OrderBy(text => text).ToListAsync()));
    }

    [Fact]
    public async Task A_name_that_is_in_use_meanwhile_keeps_a_skill_from_coming_back()
    {
        var first = await DefineAsync("Glass blowing");
        await (await OnAsync(first)).PressAsync("[data-retire]");
        var other = await DefineAsync("Glass work");
        await (await OnAsync(other)).PressAsync("main .btn-primary", ("Form.English", "Glass blowing"));

        var ada = await OnAsync(first);
        await ada.PressAsync("[data-return]");

        Assert.Contains("already has this name", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skill_out_of_use_is_not_defined_a_second_time_beside_what_people_said_about_it()
    {
        var skill = await DefineAsync("Glass blowing");
        await (await OnAsync(skill)).PressAsync("[data-retire]");
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/skills/edit");

        await ada.PressAsync("main .btn-primary", ("Form.English", "glass  Blowing"));

        Assert.Contains("A skill of this name is out of use", ada.Text, StringComparison.Ordinal);
        Assert.Equal("glass  Blowing", ada.Page.QuerySelector("[name='Form.English']")!.GetAttribute("value"));
        Assert.Equal(1, await _house.InStoreAsync(db => db.Skills.CountAsync(known => known.Labels.Any(label => label.Text == "Glass blowing"))));
    }

    [Fact]
    public async Task Done_a_second_time_it_says_that_it_was_done_and_does_nothing_twice()
    {
        var (old, gone, kept) = (await DefineAsync("Glass blowing"), await DefineAsync("Glass cutting"), await DefineAsync("Glass work"));
        var (merges, retires, returns) = (await OnAsync(old), await OnAsync(gone), await OnAsync(gone));
        await MergeAsync(old, "Glass work");
        await (await OnAsync(gone)).PressAsync("[data-retire]");

        await merges.PressAsync("[data-to-merge]", ("Into", "Glass work"));
        await retires.PressAsync("[data-retire]");

        Assert.Contains("became part of the other skill already", merges.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("out of use already", retires.Page.Body!.TextContent, StringComparison.Ordinal);
        returns = await OnAsync(gone);
        await (await OnAsync(gone)).PressAsync("[data-return]");
        await returns.PressAsync("[data-return]");
        Assert.Contains("in use already", returns.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await _house.InStoreAsync(db => db.SkillChanges.CountAsync(change => change.SkillId == gone && change.Kind != SkillChangeKind.Defined)));
        Assert.Equal(1, await _house.InStoreAsync(db => db.SkillChanges.CountAsync(change => change.SkillId == kept && change.Kind == SkillChangeKind.TookIn)));
    }

    [Fact]
    public async Task Only_those_who_had_said_something_about_a_skill_are_told_that_it_became_part_of_another()
    {
        var (old, kept) = (await DefineAsync("Glass blowing"), await DefineAsync("Glass work"));
        await DeclaresAsync("sam", old, 4);
        await DeclaresAsync("mei", old, 2);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeclaresAsync("mei", kept, 3);
        await DeclaresAsync("tunde", kept, 3);

        await MergeAsync(old, "Glass work");

        foreach (var (key, isTold) in new[] { ("sam", true), ("mei", true), ("tunde", false) })
        {
            var person = await (await _house.SignedInAsync(key)).OpenAsync("/me/skills");
            Assert.Contains("Glass work", person.Text, StringComparison.Ordinal);
            Assert.Equal(isTold, person.Page.QuerySelector("[data-took-in]") is not null);
        }
    }

    private async Task<Id<Skill>> DefineAsync(string name)
    {
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/skills/edit");
        await ada.PressAsync("main .btn-primary", ("Form.English", name));
        return await _house.InStoreAsync(db => db.Skills.Where(skill => skill.RetiredAt == null && skill.Labels.Any(label => label.Text == name && label.IsPreferred)).Select(skill => skill.Id).SingleAsync());
    }

    private async Task<Visitor> OnAsync(Id<Skill> skill)
    {
        var ada = await _house.SignedInAsync("ada");
        return await ada.OpenAsync($"/admin/skills/edit/{skill}");
    }

    private async Task MergeAsync(Id<Skill> skill, string into)
    {
        var ada = await OnAsync(skill);
        await ada.PressAsync("[data-to-merge]", ("Into", into));
        await ada.PressAsync("[data-merge]");
    }

    private async Task DeclaresAsync(string key, Id<Skill> skill, int level)
    {
        var person = await _house.PersonAsync(key);
        await _house.InStoreAsync(db =>
        {
            db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, level, _house.Clock.GetUtcNow()).Value);
            return db.SaveChangesAsync();
        });
    }

    private Task<int> TargetAsync(Id<Skill> skill) => _house.InStoreAsync(async db =>
    {
        db.Targets.Add(Target.Set(await db.Teams.OrderBy(team => team.Id).Select(team => team.Id).FirstAsync(), skill, 3, 2).Value);
        return await db.SaveChangesAsync();
    });
}
