using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SkillDistill.Web.Hosting;

/// <summary>Draws an icon of the sprite: <c>&lt;icon name="check" /&gt;</c>. It is decoration; the words beside it say what is meant.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var assets = View.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml($"<use href=\"/{assets?["assets/icons.svg"] ?? "assets/icons.svg"}#");
        output.Content.Append(Name);
        output.Content.AppendHtml("\"></use>");
    }
}
