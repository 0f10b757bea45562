using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Hears of each statement before the store does.</summary>
internal static class Statements
{
    public static IDisposable Heard(DbContext db, Action hear) => DiagnosticListener.AllListeners.Subscribe(new Listeners(db, hear));

    private sealed class Listeners(DbContext db, Action hear) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData statement && statement.Context == db)
            {
                hear();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
