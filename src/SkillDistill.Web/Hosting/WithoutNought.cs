using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace SkillDistill.Web.Hosting;

/// <summary>
/// Takes U+0000 out of whatever is typed into a page: no keyboard types it, nothing that is kept has it, and PostgreSQL refuses any statement in which it stands, so that a search for it would end as a fault of ours.
/// </summary>
internal sealed class WithoutNought : IModelBinderProvider
{
    private const string Nought = "\0";

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>())) : null;

    /// <summary>Before the framework's own for words, and after those that read bodies and headers.</summary>
    public static void AddTo(IList<IModelBinderProvider> providers) =>
        providers.Insert(providers.IndexOf(providers.OfType<SimpleTypeModelBinderProvider>().First()), new WithoutNought());

    public static string TakenFrom(string text) => text.Replace(Nought, "", StringComparison.Ordinal);

    private sealed class Binder(SimpleTypeModelBinder words) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await words.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                bindingContext.Result = ModelBindingResult.Success(TakenFrom(text));
            }
        }
    }
}
