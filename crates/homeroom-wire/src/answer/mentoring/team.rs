//! Worklists, a team's agenda and the coordinator's counts.

use super::{Asked, caseload, ladder, program};
use crate::{LadderChoice, Problem};
use homeroom::mentoring::{AgendaRules, LadderLog, NeedRules, WorkReason, WorklistRules};
use serde_json::{Value, json};

pub(super) fn worklist(asked: &Asked<'_>, mentor: &str, rules: &WorklistRules) -> Result<Value, Problem> {
    let list = asked.reading.worklist(rules, asked.mentor(mentor)?, asked.as_of);
    let items = list.items.iter().map(|item| {
        json!({
            "student": asked.student_id(item.student),
            "has_school": item.has_school,
            "reasons": item.reasons.iter().map(reason).collect::<Vec<_>>(),
        })
    });
    Ok(json!({ "items": items.collect::<Vec<_>>() }))
}

// A reason as an object with its name and numbers.
fn reason(reason: &WorkReason) -> Value {
    let mut said = match reason {
        WorkReason::Returned { days } => json!({ "days": days }),
        WorkReason::AbsentToday { days_in_a_row, called } => {
            json!({ "days_in_a_row": days_in_a_row, "called": called })
        }
        WorkReason::AbsentLastSchoolDay { date, days_in_a_row, called } => {
            json!({ "date": date, "days_in_a_row": days_in_a_row, "called": called })
        }
        WorkReason::NotMetYet { school_days } => json!({ "school_days": school_days }),
        WorkReason::FollowUpDue { follow_ups, due } => json!({ "follow_ups": follow_ups, "due": due }),
        WorkReason::Overdue { by, since } => json!({ "by": by, "since": since }),
        WorkReason::BudgetNearlySpent { absences_left } => json!({ "absences_left": absences_left }),
        WorkReason::Due { since } => json!({ "since": since }),
        WorkReason::Celebrate(what) => json!({ "what": program::celebrated(what) }),
        _ => json!({}),
    };
    said["reason"] = json!(reason.kind());
    said
}

pub(super) fn agenda(
    asked: &Asked<'_>,
    school: &str,
    rules: &AgendaRules,
    choice: Option<&LadderChoice>,
) -> Result<Value, Problem> {
    let mut steps = Vec::new();
    if let Some(choice) = choice {
        let ladder = choice.ladder()?;
        let mut log = LadderLog::new(&ladder, asked.reading.register().year());
        let reading = asked.reading.reading();
        log.update(&ladder, reading, asked.prior, asked.as_of)?;
        steps = ladder.open_steps(&log, &asked.reading.casebook().contacts_made(), reading, asked.as_of)?;
    }
    let agenda = asked.reading.agenda(rules, asked.school(school)?, asked.as_of, &steps, asked.prior);
    let of_register = |student: usize| asked.register_student_id(student);
    let chronic = agenda
        .became_chronic
        .iter()
        .map(|one| json!({ "student": of_register(one.student), "before": one.before }));
    let streaks = agenda
        .streaks
        .iter()
        .map(|(student, days)| json!({ "student": of_register(*student), "days": days }));
    let without = agenda
        .without_mentor
        .iter()
        .map(|one| json!({ "student": of_register(one.student), "tier": one.tier }));
    let overdue = agenda.overdue.iter().map(|late| {
        json!({ "student": asked.student_id(late.student), "mentor": asked.mentor_id(late.mentor), "reason": reason(&late.reason) })
    });
    let unmet = agenda
        .unmet_barriers
        .iter()
        .map(|gap| json!({ "student": asked.student_id(gap.student), "barrier": gap.barrier, "learnt_on": gap.learnt_on, "school_days": gap.school_days }));
    let celebrate = agenda.celebrate.iter().map(|(student, what)| {
        json!({ "student": asked.student_id(*student), "celebrated": what.iter().map(program::celebrated).collect::<Vec<_>>() })
    });
    Ok(json!({
        "became_chronic": chronic.collect::<Vec<_>>(),
        "streaks": streaks.collect::<Vec<_>>(),
        "without_mentor": without.collect::<Vec<_>>(),
        "overdue": overdue.collect::<Vec<_>>(),
        "unmet_barriers": unmet.collect::<Vec<_>>(),
        "steps": agenda.steps.iter().map(ladder::step).collect::<Vec<_>>(),
        "celebrate": celebrate.collect::<Vec<_>>(),
    }))
}

pub(super) fn coordinator(asked: &Asked<'_>) -> Value {
    let view = caseload::coordinator_view(asked, &NeedRules::default());
    let mentors = view.mentors.iter().map(|row| {
        json!({
            "mentor": asked.mentor_id(row.load.mentor),
            "students": row.load.primary.len(),
            "overdue": row.overdue,
            "not_met_yet": row.not_met_yet,
            "follow_ups_due": row.follow_ups_due,
        })
    });
    json!({
        "mentors": mentors.collect::<Vec<_>>(),
        "overdue": view.overdue,
        "coverage": caseload::coverage(&view.coverage),
        "dosage": super::dosage::dosage(&view.dosage.overall),
    })
}
