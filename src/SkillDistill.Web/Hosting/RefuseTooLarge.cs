using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SkillDistill.Web.Hosting;

/// <summary>A request that announces more than the page takes is told that it is too large; the form check would only call it broken.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RefuseTooLargeAttribute(long limit) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before antiforgery, which reads the form and runs at 1000.</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > limit)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
