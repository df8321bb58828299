//! Loads, needs and matches.

use super::Asked;
use crate::exact::count_rate;
use homeroom::mentoring::{CapacityRules, CoordinatorView, Coverage, MatchRules, NeedRules, WorklistRules};
use serde_json::{Value, json};

pub fn loads(asked: &Asked<'_>, rules: &CapacityRules) -> Value {
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

pub fn coverage(coverage: &Coverage) -> Value {
    json!({
        "qualifying": coverage.qualifying,
        "mentored": coverage.mentored,
        "rate": count_rate(coverage.rate()),
    })
}

pub fn coordinator_view(asked: &Asked<'_>, needs: &NeedRules) -> CoordinatorView {
    let rules = (needs, &CapacityRules::default(), &WorklistRules::default());
    asked.reading.coordinator(asked.roster, rules, asked.as_of, asked.prior)
}

pub fn needs(asked: &Asked<'_>, rules: &NeedRules) -> Value {
    let view = coordinator_view(asked, rules);
    let needs = asked.reading.needs(rules, asked.as_of, asked.prior);
    assert!(needs == view.needs, "the coordinator sees other needs");
    let needs =
        needs.iter().map(|need| json!([asked.register_student_id(need.student), need.tier, need.mentored]));
    let schools = view
        .coverage_by_school
        .iter()
        .map(|(school, of)| (asked.school_id(*school).to_owned(), coverage(of)));
    json!({
        "needs": needs.collect::<Vec<_>>(),
        "coverage": coverage(&view.coverage),
        "coverage_by_school": schools.collect::<serde_json::Map<_, _>>(),
    })
}

pub fn matches(asked: &Asked<'_>, needs: &NeedRules, capacity: &CapacityRules, rules: &MatchRules) -> Value {
    let needs = asked.reading.needs(needs, asked.as_of, asked.prior);
    let proposal = asked.reading.propose_matches(&needs, (capacity, rules), asked.roster, asked.as_of);
    let matches = proposal.matches.iter().map(|found| {
        json!({
            "student": asked.register_student_id(found.student),
            "mentor": asked.mentor_id(found.mentor),
            "signs": found.signs,
        })
    });
    let unmatched =
        proposal.unmatched.iter().map(|left| json!([asked.register_student_id(left.student), left.reason]));
    json!({ "matches": matches.collect::<Vec<_>>(), "unmatched": unmatched.collect::<Vec<_>>() })
}
