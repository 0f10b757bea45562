namespace SkillDistill.Web.Tests;

/// <summary>What the first start of the application leaves in its store with the demo organisation: made once in a run, and copied.</summary>
internal static class ShowHouse
{
    private static readonly Lazy<Premises> Made = new(Make);

    /// <summary>Nobody lives here.</summary>
    public static Premises Premises => Made.Value;

    private static Premises Make()
    {
        var premises = new Premises();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => premises.Dispose();
        using (var house = new House(premises))
        {
            _ = house.Services;
        }

        return premises.Close();
    }
}
