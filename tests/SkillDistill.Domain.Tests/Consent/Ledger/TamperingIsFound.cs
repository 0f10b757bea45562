using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Domain.Tests.Consent.Ledger;

public sealed class TamperingIsFound
{
    private const int Untouched = 200;
    private const int Tampered = 1000;

    private readonly (string Id, ECDsa Key)[] _keys = [.. Enumerable.Range(0, 4).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256)).Select(key => (SigningKey.Thumbprint(key), key))];

    [Fact]
    public async Task All_of_1000_tamperings_are_found_and_named_200_untouched_ledgers_verify_and_the_script_without_us_says_the_same()
    {
        var random = new Random(27560);
        var ledgers = Enumerable.Range(0, Untouched).Select(_ => GeneratedLedger.Make(random, _keys)).ToList();
        var tampering = new Tampering(random, () => GeneratedLedger.Make(random, _keys));
        var kinds = Enumerable.Range(0, Tampered).Select(number => Tampering.Kinds[number % Tampering.Kinds.Count]).ToList();
        var files = ledgers.Select(GeneratedLedger.Text).Concat(kinds.Select((kind, number) => tampering.Do(kind, ledgers[number % Untouched]))).ToList();

        var ours = files.Select(file => VerifyFile.Check(Encoding.UTF8.GetBytes(file), Published).Finding).ToList();
        var theirs = await NodeVerifier.CheckAsync(KeySet().ToJsonString(), files);

        Assert.All(ours.Take(Untouched), Assert.Null);
        Assert.Empty(ours.Skip(Untouched).Zip(kinds, files.Skip(Untouched)).Where(tampered => tampered.First is null).Select(tampered => $"{tampered.Second}: {tampered.Third}"));
        Assert.Equal(ours.Select(finding => finding is null ? null : ((string?, int, string)?)(finding.Stream, finding.Sequence, finding.Fault.ToString())), theirs);

        // Each way a stream can be wrong was met, so that none is untested.
        LedgerFault[] met = [LedgerFault.SequenceBroken, LedgerFault.LinkBroken, LedgerFault.EntryAltered, LedgerFault.PayloadAltered, LedgerFault.PayloadMissing,
            LedgerFault.TransitionNotAllowed, LedgerFault.HeadDiffers, LedgerFault.HeadNotSigned, LedgerFault.Unreadable];
        Assert.Empty(met.Except(ours.Where(finding => finding is not null).Select(finding => finding!.Fault)));
    }

    private PublishedKeys Published => PublishedKeys.Read(Encoding.UTF8.GetBytes(KeySet().ToJsonString()));

    private JsonObject KeySet() => PublishedKeys.Write(_keys.Select(key => SigningKey.Of(key.Key, Convert.ToBase64String, DateTimeOffset.UnixEpoch)));
}
