//! Loads, needs and matches.

use super::Asked;
use crate::exact::{count_rate, rate};
use homeroom::mentoring::{
    CapacityRules, CoordinatorView, Coverage, MatchRules, MatchSign, NeedRules, WorklistRules,
};
use serde_json::{Value, json};

pub(super) fn loads(asked: &Asked<'_>, rules: &CapacityRules) -> Value {
    let loads = asked.reading.loads(rules, asked.as_of);
    let ids = |students: &[usize]| students.iter().map(|id| asked.student_id(*id)).collect::<Vec<_>>();
    let loads = loads.iter().map(|load| {
        json!({
            "mentor": asked.mentor_id(load.mentor),
            "primary": ids(&load.primary),
            "secondary": ids(&load.secondary),
            "capacity": load.capacity,
            "room": load.room(),
            "over": load.over(),
        })
    });
    json!({ "loads": loads.collect::<Vec<_>>() })
}

pub(super) fn coverage(coverage: &Coverage) -> Value {
    json!({
        "qualifying": coverage.qualifying,
        "mentored": coverage.mentored,
        "rate": count_rate(coverage.rate()),
    })
}

pub(super) fn coordinator_view(asked: &Asked<'_>, needs: &NeedRules) -> CoordinatorView {
    let rules = (needs, &CapacityRules::default(), &WorklistRules::default());
    asked.reading.coordinator(asked.roster, rules, asked.as_of, asked.prior)
}

pub(super) fn needs(asked: &Asked<'_>, rules: &NeedRules) -> Value {
    let view = coordinator_view(asked, rules);
    let needs = view.needs.iter().map(|need| {
        json!({
            "student": asked.register_student_id(need.student),
            "tier": need.tier,
            "absence_rate": rate(need.absence_rate, asked.reading.reading().per()),
            "mentored": need.mentored,
        })
    });
    let schools = view.coverage_by_school.iter().map(|(school, of)| {
        let mut said = coverage(of);
        said["school"] = json!(asked.school_id(*school));
        said
    });
    json!({
        "needs": needs.collect::<Vec<_>>(),
        "coverage": coverage(&view.coverage),
        "coverage_by_school": schools.collect::<Vec<_>>(),
    })
}

pub(super) fn matches(
    asked: &Asked<'_>,
    needs: &NeedRules,
    capacity: &CapacityRules,
    rules: &MatchRules,
) -> Value {
    let needs = asked.reading.needs(needs, asked.as_of, asked.prior);
    let proposal = asked.reading.propose_matches(&needs, (capacity, rules), asked.roster, asked.as_of);
    let matches = proposal.matches.iter().map(|found| {
        json!({
            "student": asked.register_student_id(found.student),
            "mentor": asked.mentor_id(found.mentor),
            "signs": found.signs.iter().map(sign).collect::<Vec<_>>(),
        })
    });
    let unmatched = proposal
        .unmatched
        .iter()
        .map(|left| json!({ "student": asked.register_student_id(left.student), "reason": left.reason }));
    json!({ "matches": matches.collect::<Vec<_>>(), "unmatched": unmatched.collect::<Vec<_>>() })
}

fn sign(sign: &MatchSign) -> Value {
    match sign {
        MatchSign::School(school) => json!({ "sign": "school", "school": school }),
        MatchSign::Language => json!({ "sign": "language" }),
        MatchSign::EarlierMentor => json!({ "sign": "earlier_mentor" }),
        MatchSign::Load { students, capacity } => {
            json!({ "sign": "load", "students": students, "capacity": capacity })
        }
        _ => json!({ "sign": "other" }),
    }
}
