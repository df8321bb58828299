//! Ladders as data: what is read, and what is refused with the field to blame.

use super::ladders::ladder;
use homeroom::{
    Within,
    mentoring::{
        ClearedBy, Ladder, LadderRule,
        OutreachStep::{Call, Contact, CourtReferral, HomeVisit, Letter, StudentSupportTeam},
        Trigger,
    },
};
use serde_json::{Value, json};

fn blame(when: &Value) -> (String, String) {
    let source = json!({ "citation": "none", "verified": false });
    let rule = json!({ "id": "r", "step": "call", "when": when });
    let text =
        json!({ "id": "l", "version": "1", "title": "L", "source": source, "rules": [rule] }).to_string();
    let error = Ladder::from_json(&text).unwrap_err();
    (error.field().to_owned(), error.reason().to_owned())
}

#[test]
fn a_trigger_without_sense_is_refused() {
    for (when, field) in [
        (json!({ "absences": { "at_least": 0 } }), "rules[0].when.absences"),
        (json!({ "absences": { "at_least": 3, "within": "consecutive" } }), "rules[0].when.absences"),
        (
            json!({ "unexcused": { "at_least": 3, "within": { "calendar_days": 0 } } }),
            "rules[0].when.unexcused",
        ),
        (json!({ "absences": { "at_least": 3, "unit": "hour" } }), "rules[0].when.absences.unit"),
        (
            json!({ "absence_rate": { "at_least": "0%", "min_membership_days": 9 } }),
            "rules[0].when.absence_rate",
        ),
        (
            json!({ "absence_rate": { "at_least": "11", "min_membership_days": 9 } }),
            "rules[0].when.absence_rate",
        ),
        (
            json!({ "absence_rate": { "at_least": "10%", "min_membership_days": 0 } }),
            "rules[0].when.absence_rate",
        ),
        (json!({ "absence_rate": { "at_least": "10%" } }), "rules[0].when.absence_rate.min_membership_days"),
        (json!({ "streak": { "at_least": 0 } }), "rules[0].when.streak"),
        (json!({ "early_warning": { "tier": 1 } }), "rules[0].when.early_warning"),
        (json!({ "no_improvement": { "tier": 4, "school_days": 5 } }), "rules[0].when.no_improvement"),
        (json!({ "no_improvement": { "tier": 2, "school_days": 0 } }), "rules[0].when.no_improvement"),
    ] {
        assert_eq!(blame(&when).0, field);
    }
    assert!(blame(&json!("tardies")).1.contains("tardies"));
    let two = json!({ "absences": { "at_least": 3 }, "streak": { "at_least": 3 } });
    blame(&two);
}

#[test]
fn identifiers_are_snakes_and_one_of_a_kind() {
    let preset = Ladder::preset_toml("kipp_nj").unwrap();
    let fault = |from: &str, to: &str| Ladder::from_toml(&preset.replace(from, to)).unwrap_err();
    assert_eq!(fault("id = \"kipp_nj\"", "id = \"KIPP\"").field(), "id");
    assert_eq!(fault("\"unexcused_8\"", "\"Unexcused 8\"").field(), "rules[1].id");
    assert_eq!(fault("\"unexcused_8\"", "\"unexcused_4\"").field(), "rules");
    assert_eq!(fault("step = \"contact\"", "step = \"shout\"").field(), "rules[0].step");
    assert_eq!(fault("verified = true\n", "").field(), "source.verified");
    assert_eq!(fault("[[rules]]", "[[rungs]]").field(), "rungs");
}

#[test]
fn who_clears_a_step_is_said_or_usual() {
    let one =
        ladder(&[("mentor", json!("chronic")), ("home_visit", json!("chronic")), ("plan", json!("chronic"))]);
    let cleared: Vec<_> = one.rules().iter().map(LadderRule::cleared_by).collect();
    assert_eq!(cleared, [ClearedBy::Student, ClearedBy::Family, ClearedBy::Either]);
    let text = one.to_json().replace("\"family\"", "\"student\"");
    assert_eq!(Ladder::from_json(&text).unwrap().rules()[1].cleared_by(), ClearedBy::Student);
}

#[test]
fn the_presets_are_the_published_ladders() {
    let counts = |id: &str| {
        let count = |trigger: Trigger| match trigger {
            Trigger::Absences(count) | Trigger::Unexcused(count) if count.within == Within::Year => {
                count.at_least
            }
            _ => panic!("{trigger:?}"),
        };
        let ladder = Ladder::preset(id).unwrap();
        ladder.rules().iter().map(|rule| (rule.step(), count(rule.when()))).collect::<Vec<_>>()
    };
    let baltimore = [
        (Call, 3),
        (Letter, 4),
        (HomeVisit, 5),
        (Call, 6),
        (Letter, 7),
        (HomeVisit, 8),
        (Call, 9),
        (Letter, 10),
        (HomeVisit, 11),
        (StudentSupportTeam, 12),
        (CourtReferral, 15),
    ];
    assert_eq!(counts("baltimore_child_first"), baltimore);
    assert_eq!(counts("kipp_nj"), [4, 8, 12, 16, 20, 30, 40].map(|n| (Contact, n)));
    let tiers: Vec<_> =
        Ladder::preset("attendance_works").unwrap().rules().iter().map(LadderRule::when).collect();
    let tier = |trigger: &Trigger| match trigger {
        Trigger::EarlyWarning(trigger) => trigger.tier,
        Trigger::NoImprovement(trigger) => trigger.tier,
        _ => 0,
    };
    assert_eq!(tiers.iter().map(tier).collect::<Vec<_>>(), [2, 2, 2, 3, 3, 2]);
}
