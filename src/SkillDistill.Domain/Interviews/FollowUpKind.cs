namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What an answer can be asked further, most useful first: what the answer itself points at comes before what it merely leaves out, and what
/// brings out judgement before what rounds it off. Where more than <see cref="FollowUps.Most"/> apply, the first are kept.
/// </summary>
public enum FollowUpKind
{
    /// <summary>"You get a feel for it", "it depends": tell me about the last time, and what tipped it.</summary>
    LastTime,

    /// <summary>A limit without its number: what number worries you, what number stops you.</summary>
    WhichNumber,

    /// <summary>Always, never, must: when is that not true.</summary>
    WhenNotTrue,

    /// <summary>Recited steps: what tells you it is time, when do you skip one.</summary>
    WhenToSkip,

    /// <summary>A principle in general words: a case where it held, and one where it did not.</summary>
    ACaseEachWay,

    /// <summary>Somebody is named: which role or channel is that. The name is pointed out as an <see cref="Exclusion"/> besides.</summary>
    WhichRole,

    /// <summary>No reason: what goes wrong if it is ignored.</summary>
    WhatGoesWrong,

    /// <summary>Short and without an example: one concrete case.</summary>
    OneCase,

    /// <summary>Asked by a model, when the owner let it read the answer; no rule brings it, and its words are a <see cref="ModelQuestion"/>.</summary>
    ByModel,
}
