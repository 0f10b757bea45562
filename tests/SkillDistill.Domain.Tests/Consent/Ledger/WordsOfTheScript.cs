using System.Text.RegularExpressions;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent.Ledger;

/// <summary>The script is written apart from the application, and would call a purpose it has never heard of a forgery.</summary>
public sealed class WordsOfTheScript
{
    private readonly string _script = File.ReadAllText(NodeVerifier.Script());

    [Fact]
    public void The_script_knows_every_purpose_state_actor_scope_and_method()
    {
        Assert.Equal(Enum.GetNames<Purpose>(), List("PURPOSES"));
        Assert.Equal(Enum.GetNames<ConsentState>(), List("STATES"));
        Assert.Equal(Enum.GetNames<LedgerActor>(), List("ACTORS"));
        Assert.Equal(Enum.GetNames<AudienceScope>(), List("SCOPES"));
        Assert.Equal(Enum.GetNames<ConsentMethod>(), List("METHODS"));
    }

    [Fact]
    public void The_script_names_faults_as_the_application_does()
    {
        var faults = Regex.Matches(_script, @"^  (\w+): ['""]", RegexOptions.Multiline).Select(fault => fault.Groups[1].Value).ToList();

        Assert.Contains(nameof(LedgerFault.HeadNotSigned), faults);
        Assert.Empty(faults.Except(Enum.GetNames<LedgerFault>()));
    }

    private IEnumerable<string> List(string name) =>
        Regex.Matches(Regex.Match(_script, $@"const {name} = \[([^\]]+)\]").Groups[1].Value, @"'(\w+)'").Select(word => word.Groups[1].Value);
}
