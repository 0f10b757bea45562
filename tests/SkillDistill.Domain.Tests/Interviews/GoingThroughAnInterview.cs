using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Tests.Interviews;

public sealed class GoingThroughAnInterview
{
    private readonly SmallInterview _interview = new();

    [Fact]
    public void What_is_asked_per_task_waits_until_tasks_are_chosen()
    {
        _interview.Answer("tasks", "", "t1", ("task", "Unload glass"));
        _interview.Answer("tasks", "", "t2", ("task", "Order parts"));

        Assert.Equal(["tasks", "judgement"], SmallInterview.KeysOf(_interview.Agenda.StepsOf(SittingKind.Map)));
    }

    [Fact]
    public void Each_chosen_task_is_gone_through_to_its_end_before_the_next()
    {
        _interview.Answer("tasks", "", "t1", ("task", "Unload glass"));
        _interview.Answer("tasks", "", "t2", ("task", "Order parts"));
        _interview.Answer("judgement", "", "", ("t1", "yes"), ("t2", "yes"));

        var steps = _interview.Agenda.StepsOf(SittingKind.Map);

        Assert.Equal(["tasks", "judgement", "steps~t1", "newcomer~t1", "steps~t2", "newcomer~t2"], SmallInterview.KeysOf(steps));
        Assert.Equal("Unload glass", steps[2].Subject);
    }

    [Fact]
    public void An_incident_is_gone_over_in_passes_and_only_its_decision_points_are_deepened()
    {
        _interview.Answer("well", "", "", ("", "The lamp was late."));
        _interview.Answer("timeline", "well", "m1", ("what", "It was late once more"), ("decision", "yes"));
        _interview.Answer("timeline", "well", "m2", ("what", "We had lunch"));

        var steps = _interview.Agenda.StepsOf(SittingKind.Incidents);

        Assert.Equal(["well", "badly", "timeline~well", "cue~m1", "options~m1", "again~well"], SmallInterview.KeysOf(steps));
        Assert.Equal("It was late once more", steps[3].Subject);
    }

    [Fact]
    public void A_rule_is_asked_about_once_it_is_there()
    {
        _interview.Answer("rule", "", "r1", ("if", "A parcel is too heavy"), ("then", "I open it"));

        Assert.Equal(["rule", "limit~r1"], SmallInterview.KeysOf(_interview.Agenda.StepsOf(SittingKind.Decisions)));
    }

    [Fact]
    public void Passing_over_counts_as_done_and_writing_takes_it_back()
    {
        var answer = InterviewAnswer.To(_interview.Interview.Id, "open", "", "", 0);
        answer.Skip(SmallInterview.Now);
        var progress = new Agenda(SmallInterview.Protocol, [answer]).ProgressOf(SittingKind.WorkingStyle);
        var skipped = (progress.Done, progress.Answered);
        answer.Write(AnswerParts.From("By asking."), answer.Revision, SmallInterview.Now);
        var written = new Agenda(SmallInterview.Protocol, [answer]).ProgressOf(SittingKind.WorkingStyle);

        Assert.Equal((1, 0), skipped);
        Assert.Equal((1, 1), (written.Done, written.Answered));
        Assert.Equal(0, written.MinutesLeft);
    }

    [Fact]
    public void Time_left_is_that_of_what_is_open()
    {
        _interview.Answer("well", "", "", ("", "The lamp was late."));

        var progress = _interview.Agenda.ProgressOf(SittingKind.Incidents);

        Assert.Equal((1, 4), (progress.Done, progress.All));
        Assert.Equal(3, progress.MinutesLeft);
        Assert.Equal("badly", progress.Next!.Key);
    }

    [Fact]
    public void A_long_subject_is_shortened_without_cutting_a_character_in_two()
    {
        _interview.Answer("well", "", "", ("", string.Concat(Enumerable.Repeat("🙂", 200))));

        var subject = _interview.Agenda.StepsOf(SittingKind.Incidents)[2].Subject;

        Assert.InRange(subject.Length, 1, Agenda.SubjectLength + 1);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(subject)));
    }
}
