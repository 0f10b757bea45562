namespace SkillDistill.Web.Pages.Cards;

/// <summary>Which button of the writing form was pressed.</summary>
internal enum CardThen
{
    /// <summary>Search for skills or people, and show the form again with everything typed.</summary>
    Find,

    /// <summary>Show the fields of another kind.</summary>
    Kind,

    Draft,

    Accept,
}
