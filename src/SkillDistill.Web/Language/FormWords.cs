using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace SkillDistill.Web.Language;

/// <summary>The sentences beside a field whose value cannot even be read, in the reader's language.</summary>
internal sealed class FormWords(IStringLocalizer<Words> words)
{
    public void Explain(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => words["Form.NotValid", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Form.NotValid", value]);
        messages.SetValueIsInvalidAccessor(value => words["Form.NotValid", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => words["Form.Unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Form.Unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => words["Form.NotANumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Form.NotANumber"]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Form.Missing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => words["Form.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => words["Form.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Form.Missing"]);
    }
}
