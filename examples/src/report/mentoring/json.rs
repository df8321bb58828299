//! Mentoring as a JSON object: dosage, fidelity, coverage, overdue, barriers and the rest.
//!
//! Percentages and means are strings, rounded half up on the exact ratio to one decimal, `null` where there is no base.
//! Contacts expected are exact: `expected_parts` of which `parts_per_contact` are one contact.

use super::{super::Input, MentoringFigures};
use homeroom::{
    EarlyWarning, Rate, Register,
    mentoring::{
        Agenda, BarrierGap, BarrierGroup, BarrierPrevalence, BarrierResponse, BecameChronic, Casebook,
        CoordinatorRow, CoordinatorView, Coverage, Dosage, DosageTable, GroupDosage, LadderStep,
        LearningShare, Match, MatchProposal, OverdueStudent, ScoreLine, StudentDosage, StudentRecognition,
        Unmatched, WorkReason, Worklist, WorklistItem,
    },
};
use serde_json::{Map, Value, json};

/// The object.
pub(in super::super) fn mentoring(input: &Input, figures: &MentoringFigures) -> Value {
    let ids = Ids { register: input.register(), casebook: &input.dataset.casebook };
    let view = &figures.coordinator;
    let mut overall = dosage(&view.dosage.overall);
    overall.insert("circles".into(), json!(view.dosage.circles));
    json!({
        "as_of": view.as_of,
        "dosage": overall,
        "fidelity": fidelity(&ids, &view.dosage),
        "coverage": coverage(&ids, view),
        "overdue": { "students": view.overdue, "by_mentor": mentors(&ids, view) },
        "barriers": barriers(&ids, figures),
        "proposal": proposal(&ids, figures),
        "learning": learning(figures),
        "aims": aims(figures),
    })
}

/// Identifiers by the index in the records.
struct Ids<'a> {
    register: &'a Register,
    casebook: &'a Casebook,
}

impl Ids<'_> {
    fn school(&self, index: usize) -> Value {
        json!(self.register.school_id(index))
    }

    fn mentor(&self, index: usize) -> Value {
        json!(self.casebook.mentor_id(index))
    }

    fn student(&self, index: usize) -> Value {
        json!(self.casebook.students()[index])
    }

    fn enrolled(&self, index: usize) -> Value {
        json!(self.register.student_id(index))
    }
}

fn fidelity(ids: &Ids<'_>, table: &DosageTable) -> Value {
    let by_student = |one: &StudentDosage| {
        let mut object = dosage(&one.dosage);
        object.insert("student".into(), ids.student(one.student));
        object.insert("school_days_since_contact".into(), json!(one.days_since_contact));
        Value::Object(object)
    };
    json!({
        "by_network": groups("network", &table.by_network, |key| json!(key)),
        "by_district": groups("district", &table.by_district, |key| json!(key)),
        "by_school": groups("school", &table.by_school, |key| ids.school(*key)),
        "by_mentor": groups("mentor", &table.by_mentor, |key| ids.mentor(*key)),
        "by_student": table.by_student.iter().map(by_student).collect::<Vec<_>>(),
    })
}

fn groups<K>(name: &str, groups: &[GroupDosage<K>], key: impl Fn(&K) -> Value) -> Vec<Value> {
    let group = |group: &GroupDosage<K>| {
        let mut object = dosage(&group.dosage);
        object.insert(name.into(), key(&group.key));
        object.insert("circles".into(), json!(group.circles));
        Value::Object(object)
    };
    groups.iter().map(group).collect()
}

fn coverage(ids: &Ids<'_>, view: &CoordinatorView) -> Value {
    let by_school = view.coverage_by_school.iter().map(|(school, coverage)| {
        let mut object = covered(*coverage);
        object.insert("school".into(), ids.school(*school));
        Value::Object(object)
    });
    json!({ "overall": covered(view.coverage), "by_school": by_school.collect::<Vec<_>>() })
}

fn mentors(ids: &Ids<'_>, view: &CoordinatorView) -> Vec<Value> {
    let mentor = |row: &CoordinatorRow| {
        json!({
            "mentor": ids.mentor(row.load.mentor),
            "kind": ids.casebook.mentors()[row.load.mentor].kind,
            "primary": row.load.primary.len(),
            "secondary": row.load.secondary.len(),
            "capacity": row.load.capacity,
            "room": row.load.room(),
            "over": row.load.over(),
            "overdue": row.overdue,
            "not_met_yet": row.not_met_yet,
            "follow_ups_due": row.follow_ups_due,
        })
    };
    view.mentors.iter().map(mentor).collect()
}

fn barriers(ids: &Ids<'_>, figures: &MentoringFigures) -> Value {
    let groups: Map<_, _> = figures
        .barriers
        .iter()
        .map(|(by, groups)| ((*by).to_owned(), groups.iter().map(barrier_group).collect()))
        .collect();
    let response = |response: &BarrierResponse| {
        json!({
            "barrier": response.barrier,
            "students": response.students,
            "unmet": response.unmet,
            "met_by": response.met_by,
        })
    };
    let gap = |gap: &BarrierGap| {
        json!({
            "student": ids.student(gap.student),
            "barrier": gap.barrier,
            "learnt_on": gap.learnt_on,
            "school_days": gap.school_days,
        })
    };
    json!({
        "groups": groups,
        "responses": figures.responses.iter().map(response).collect::<Vec<_>>(),
        "unmet": figures.gaps.iter().map(gap).collect::<Vec<_>>(),
    })
}

fn barrier_group(group: &BarrierGroup) -> Value {
    let barrier = |one: &BarrierPrevalence| {
        json!({
            "barrier": one.barrier,
            "root_cause": one.barrier.root_cause(),
            "students": one.students,
            "of": one.of,
            "pct": percent(one.rate()),
            "met": one.met,
        })
    };
    json!({
        "label": group.label,
        "mentored": group.mentored,
        "asked": group.asked,
        "by_root_cause": group.by_root_cause,
        "barriers": group.barriers.iter().map(barrier).collect::<Vec<_>>(),
    })
}

fn proposal(ids: &Ids<'_>, figures: &MentoringFigures) -> Value {
    let found = |found: &Match| {
        json!({
            "student": ids.enrolled(found.student),
            "mentor": ids.mentor(found.mentor),
            "signs": found.signs,
        })
    };
    let without = |one: &Unmatched| json!({ "student": ids.enrolled(one.student), "reason": one.reason });
    let MatchProposal { matches, unmatched } = &figures.proposal;
    json!({
        "matches": matches.iter().map(found).collect::<Vec<_>>(),
        "unmatched": unmatched.iter().map(without).collect::<Vec<_>>(),
    })
}

fn learning(figures: &MentoringFigures) -> Vec<Value> {
    let share = |share: &LearningShare| {
        json!({
            "school": share.school,
            "topic": share.topic,
            "mentors": [share.mentors.0, share.mentors.1],
            "mentors_pct": percent(share.mentor_rate()),
            "staff": [share.staff.0, share.staff.1],
            "staff_pct": percent(share.staff_rate()),
        })
    };
    figures.learning.iter().map(share).collect()
}

fn aims(figures: &MentoringFigures) -> Vec<Value> {
    let line = |line: &ScoreLine| {
        json!({
            "aim": line.measure.aim(),
            "measure": line.measure,
            "value_pct": percent(line.value),
            "part": line.value.map(Rate::part),
            "of": line.value.map(Rate::whole),
        })
    };
    figures.scorecard.lines.iter().map(line).collect()
}

/// A mentor's worklist.
pub(in super::super) fn worklist(input: &Input, list: &Worklist) -> Value {
    let ids = Ids { register: input.register(), casebook: &input.dataset.casebook };
    let reason =
        |reason: &WorkReason| json!({ "kind": reason.kind(), "says": super::sentence::reason(reason) });
    let item = |item: &WorklistItem| {
        json!({
            "student": ids.student(item.student),
            "has_school": item.has_school,
            "reasons": item.reasons.iter().map(reason).collect::<Vec<_>>(),
        })
    };
    json!({
        "mentor": ids.mentor(list.mentor),
        "as_of": list.as_of,
        "items": list.items.iter().map(item).collect::<Vec<_>>(),
    })
}

/// The agenda of a school's team.
pub(in super::super) fn agenda(input: &Input, agenda: &Agenda) -> Value {
    let ids = Ids { register: input.register(), casebook: &input.dataset.casebook };
    let became = |one: &BecameChronic| json!({ "student": ids.enrolled(one.student), "before": one.before });
    let streak =
        |(student, days): &(usize, u32)| json!({ "student": ids.enrolled(*student), "school_days": days });
    let without = |warning: &EarlyWarning| {
        json!({
            "student": ids.enrolled(warning.student),
            "tier": warning.tier,
            "absence_rate_pct": percent(warning.absence_rate),
            "signs": warning.warnings.iter().map(super::super::text::sign).collect::<Vec<_>>(),
        })
    };
    let overdue = |late: &OverdueStudent| {
        json!({
            "student": ids.student(late.student),
            "mentor": ids.mentor(late.mentor),
            "kind": late.reason.kind(),
            "says": super::sentence::reason(&late.reason),
        })
    };
    let unmet = |gap: &BarrierGap| {
        json!({
            "student": ids.student(gap.student),
            "barrier": gap.barrier,
            "learnt_on": gap.learnt_on,
            "school_days": gap.school_days,
        })
    };
    let step = |step: &LadderStep| {
        json!({
            "student": step.firing.student,
            "step": step.firing.step,
            "rule": step.firing.rule,
            "met_on": step.firing.met_on,
            "days_open": step.days_open,
            "says": step.firing.explain(),
        })
    };
    let celebrate = |(student, found): &(usize, Vec<StudentRecognition>)| {
        let says: Vec<_> = found.iter().map(super::sentence::celebration).collect();
        json!({ "student": ids.student(*student), "says": says })
    };
    json!({
        "school": ids.school(agenda.school),
        "as_of": agenda.as_of,
        "became_chronic": agenda.became_chronic.iter().map(became).collect::<Vec<_>>(),
        "streaks": agenda.streaks.iter().map(streak).collect::<Vec<_>>(),
        "without_mentor": agenda.without_mentor.iter().map(without).collect::<Vec<_>>(),
        "overdue": agenda.overdue.iter().map(overdue).collect::<Vec<_>>(),
        "unmet_barriers": agenda.unmet_barriers.iter().map(unmet).collect::<Vec<_>>(),
        "ladder": input.ladder.id(),
        "steps": agenda.steps.iter().map(step).collect::<Vec<_>>(),
        "celebrate": agenda.celebrate.iter().map(celebrate).collect::<Vec<_>>(),
    })
}

fn percent(rate: Option<Rate>) -> Option<String> {
    rate.map(|rate| rate.percent(1))
}

fn mean(rate: Option<Rate>) -> Option<String> {
    rate.map(|rate| rate.text(1))
}

fn dosage(dosage: &Dosage) -> Map<String, Value> {
    let Value::Object(object) = json!({
        "students": dosage.students,
        "assigned_days": dosage.assigned_days,
        "present_days": dosage.present_days,
        "expected_parts": dosage.expected,
        "expected_present_parts": dosage.expected_present,
        "parts_per_contact": dosage.per,
        "contacts": dosage.contacts,
        "in_circles": dosage.in_circles,
        "contact_days": dosage.contact_days,
        "minutes": dosage.minutes,
        "minutes_unknown": dosage.minutes_unknown,
        "fidelity_pct": percent(dosage.fidelity()),
        "fidelity_present_pct": percent(dosage.fidelity_present()),
        "contacts_per_week": mean(dosage.contacts_per_week()),
        "minutes_per_contact": mean(dosage.minutes_per_contact()),
        "weeks_on_plan": dosage.weeks_on_plan,
        "weeks_on_plan_pct": percent(dosage.weeks_on_plan.rate()),
        "weeks_on_plan_present": dosage.weeks_on_plan_present,
        "longest_gap_school_days": dosage.longest_gap,
        "starts": dosage.starts,
        "school_days_to_first_contact": mean(dosage.starts.mean_days()),
        "calls": dosage.calls,
        "same_day_call_pct": percent(dosage.calls.call_rate()),
        "transfers": dosage.transfers,
    }) else {
        return Map::new();
    };
    object
}

fn covered(coverage: Coverage) -> Map<String, Value> {
    let Value::Object(object) = json!({
        "qualifying": coverage.qualifying,
        "mentored": coverage.mentored,
        "pct": percent(coverage.rate()),
    }) else {
        return Map::new();
    };
    object
}
