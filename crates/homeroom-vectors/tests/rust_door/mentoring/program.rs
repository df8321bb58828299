//! Recognition, learning and the scorecard.

use super::{Asked, caseload};
use crate::{
    exact::{exact, rate},
    refusal::Refused,
};
use homeroom::mentoring::{AimTarget, NeedRules, RecognitionRules, StudentRecognition};
use serde_json::{Value, json};

pub fn celebrated(what: &StudentRecognition) -> Value {
    match what {
        StudentRecognition::Improvement { before, after, days } => {
            let days_of = |amount: &homeroom::Amount| exact(amount.units, amount.per.into());
            json!({ "improvement": [days_of(before), days_of(after)], "days": days })
        }
        StudentRecognition::DaysInARow(days) => json!({ "days_in_a_row": days }),
        StudentRecognition::PerfectWeeks(weeks) => json!({ "perfect_weeks": weeks }),
        other => panic!("this door knows no recognition {other:?}"),
    }
}

pub fn recognition(
    asked: &Asked<'_>,
    student: Option<&str>,
    rules: &RecognitionRules,
) -> Result<Value, Refused> {
    let student = student.map(|id| {
        let found = asked.reading.student_recognition(rules, asked.student(id), asked.as_of);
        found.iter().map(celebrated).collect::<Vec<_>>()
    });
    let mentors = asked.reading.mentor_recognition(rules, asked.as_of);
    let mentors =
        mentors.iter().map(|one| json!([asked.mentor_id(one.mentor), one.weeks, one.student_weeks]));
    let per = asked.reading.reading().per();
    let schools = asked.reading.school_recognition(rules, asked.as_of)?;
    let schools = schools.iter().map(|one| {
        json!({
            "school": asked.school_id(one.school),
            "before": rate(Some(one.before), per),
            "after": rate(Some(one.after), per),
            "days": one.days,
        })
    });
    Ok(json!({
        "student": student,
        "mentors": mentors.collect::<Vec<_>>(),
        "schools": schools.collect::<Vec<_>>(),
    }))
}

pub fn learning(asked: &Asked<'_>) -> Value {
    let shares = asked.reading.casebook().learning_shares(asked.as_of);
    let shares = shares.iter().map(|share| json!([share.school, share.topic, share.mentors, share.staff]));
    json!({ "shares": shares.collect::<Vec<_>>() })
}

pub fn scorecard(asked: &Asked<'_>, targets: &[AimTarget]) -> Value {
    let view = caseload::coordinator_view(asked, &NeedRules::default());
    let card = asked.reading.scorecard(&view, targets);
    let lines = card.lines.iter().map(|line| {
        let per_day = line.measure == homeroom::mentoring::AimMeasure::AttendanceRecorded;
        let per = if per_day { asked.reading.reading().per() } else { 1 };
        let said = json!({
            "aim": line.measure.aim(),
            "value": rate(line.value, per),
            "reached": line.is_reached(),
        });
        (line.measure.to_string(), said)
    });
    json!({ "lines": lines.collect::<serde_json::Map<_, _>>() })
}
