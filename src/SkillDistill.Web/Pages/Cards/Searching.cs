using System.Globalization;
using System.Linq.Expressions;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Looks for words in a text of the store, whatever their case, on both stores.</summary>
internal static class Searching
{
    /// <summary>Those rows whose text holds all the words, at most six of them.</summary>
    public static IQueryable<T> Holding<T>(this IQueryable<T> rows, Expression<Func<T, string>> text, string? words) =>
        (words ?? "").ToLower(CultureInfo.InvariantCulture).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(6)
            .Aggregate(rows, (found, word) => found.Where(Holds(text, word)));

    private static Expression<Func<T, bool>> Holds<T>(Expression<Func<T, string>> text, string word)
    {
        // The database lowers and compares; it knows no cultures, and has no other form of this.
#pragma warning disable CA1304, CA1311, CA1862
        Expression<Func<string, bool>> holds = value => value.ToLower().Contains(word);
#pragma warning restore CA1304, CA1311, CA1862
        return Expression.Lambda<Func<T, bool>>(new Substitution(holds.Parameters[0], text.Body).Visit(holds.Body), text.Parameters);
    }

    private sealed class Substitution(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
