using System.Linq.Expressions;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

/// <summary><see cref="Audience.Includes"/> as a condition the database can weigh.</summary>
internal static class AudienceFilter
{
    public static IQueryable<T> Including<T>(this IQueryable<T> rows, Expression<Func<T, Audience>> audience, Asker asker)
    {
        var teams = asker.Lineage.Select(team => (Guid?)team.Value).ToArray();
        var person = asker.PersonId.Value;
        Expression<Func<Audience, bool>> includes = value =>
            value.Scope == AudienceScope.Organisation
            || (value.Scope == AudienceScope.Team && teams.Contains(value.TeamKey))
            || (value.Scope == AudienceScope.People && value.PeopleKeys.Contains(person));
        var body = new Substitution(includes.Parameters[0], audience.Body).Visit(includes.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, audience.Parameters));
    }

    private sealed class Substitution(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
