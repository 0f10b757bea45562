using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.Tests.Consent.Ledger;

namespace SkillDistill.Domain.Tests.Credits;

/// <summary>A statement that somebody took along is checked by the application and by the script that knows nothing of it, and both say the same.</summary>
public sealed class SignedStatements : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Whatever_is_changed_in_it_is_found_and_what_is_not_holds()
    {
        var statement = Signed();
        var files = new List<string> { statement.ToJsonString() };
        files.AddRange(statement.Select(member => Changed(member.Key)));
        files.Add(Changed(copy => copy["months"]![0]!["colleagues"] = 140));
        files.Add(Changed(copy => copy["months"]!.AsArray().RemoveAt(1)));
        files.Add(Changed(copy => copy["rank"] = 1));
        files.Add(Changed(copy => copy["months"]![0]!["answers"] = 1.5));

        var ours = files.Select(file => VerifyFile.Check(Encoding.UTF8.GetBytes(file), Published).Finding?.Fault.ToString()).ToList();
        var theirs = await NodeVerifier.CheckAsync(KeySet.ToJsonString(), files);

        Assert.Null(ours[0]);
        Assert.All(ours.Skip(1), Assert.NotNull);
        Assert.Equal(ours, theirs.Select(finding => finding?.Fault));
    }

    [Fact]
    public void A_seal_of_another_kind_and_a_key_that_nobody_published_are_none()
    {
        var statement = Signed();
        statement.Remove(DocumentSeal.Member);
        DocumentSeal.Put(statement, DocumentSeal.Receipt, _key, SigningKey.Thumbprint(_key));
        Assert.Equal(LedgerFault.StatementAltered, Check(statement));

        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DocumentSeal.Put(statement, DocumentSeal.Credit, other, SigningKey.Thumbprint(other));
        Assert.Equal(LedgerFault.StatementAltered, Check(statement));

        DocumentSeal.Put(statement, DocumentSeal.Credit, _key, SigningKey.Thumbprint(_key));
        Assert.Null(Check(statement));
    }

    private JsonObject KeySet => PublishedKeys.Write([SigningKey.Of(_key, Convert.ToBase64String, DateTimeOffset.UnixEpoch)]);

    private PublishedKeys Published => PublishedKeys.Read(Encoding.UTF8.GetBytes(KeySet.ToJsonString()));

    private LedgerFault? Check(JsonObject statement) => VerifyFile.Check(Encoding.UTF8.GetBytes(statement.ToJsonString()), Published).Finding?.Fault;

    private JsonObject Signed()
    {
        CreditMonth[] months = [new(new DateOnly(2026, 10, 1)) { Colleagues = 14, Answers = 31, Settled = 3, StoodBy = 2 }, new(new DateOnly(2026, 11, 1)) { Replies = 1, Changed = 1 }];
        return new CreditStatement("周建国", null, months, new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)).Sign(_key, SigningKey.Thumbprint(_key), new Uri("https://skills.example/keys.json"));
    }

    private string Changed(string member) => Changed(copy => copy[member] = "something else");

    private string Changed(Action<JsonObject> change)
    {
        var copy = Signed();
        change(copy);
        return copy.ToJsonString();
    }
}
