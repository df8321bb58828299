//! Recognition, learning and the scorecard.

use super::{Asked, caseload};
use crate::{
    Problem,
    exact::{amount, count_rate, fraction, rate},
};
use homeroom::{
    Rate,
    mentoring::{AimTarget, NeedRules, RecognitionRules, StudentRecognition},
};
use serde_json::{Map, Value, json};

pub(super) fn celebrated(what: &StudentRecognition) -> Value {
    match what {
        StudentRecognition::Improvement { before, after, days } => {
            json!({ "kind": "improvement", "before": amount(before), "after": amount(after), "days": days })
        }
        StudentRecognition::DaysInARow(days) => json!({ "kind": "days_in_a_row", "days": days }),
        StudentRecognition::PerfectWeeks(weeks) => json!({ "kind": "perfect_weeks", "weeks": weeks }),
        _ => json!({ "kind": "other" }),
    }
}

pub(super) fn recognition(
    asked: &Asked<'_>,
    student: Option<&str>,
    rules: &RecognitionRules,
) -> Result<Value, Problem> {
    let student = student.map(|id| {
        let found = asked.reading.student_recognition(rules, asked.student(id)?, asked.as_of);
        Ok::<_, Problem>(found.iter().map(celebrated).collect::<Vec<_>>())
    });
    let student = student.transpose()?;
    let mentors = asked.reading.mentor_recognition(rules, asked.as_of);
    let mentors =
        mentors.iter().map(|one| json!({ "mentor": asked.mentor_id(one.mentor), "weeks": one.weeks, "student_weeks": one.student_weeks }));
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

pub(super) fn learning(asked: &Asked<'_>) -> Value {
    let shares = asked.reading.casebook().learning_shares(asked.as_of);
    let shares = shares.iter().map(|share| {
        json!({
            "school": share.school,
            "topic": share.topic,
            "mentors": attended(share.mentors, share.mentor_rate()),
            "staff": attended(share.staff, share.staff_rate()),
        })
    });
    json!({ "shares": shares.collect::<Vec<_>>() })
}

fn attended((attended, all): (u64, u64), rate: Option<Rate>) -> Value {
    json!({ "attended": attended, "all": all, "rate": count_rate(rate) })
}

pub(super) fn scorecard(asked: &Asked<'_>, targets: &[AimTarget]) -> Value {
    let view = caseload::coordinator_view(asked, &NeedRules::default());
    let card = asked.reading.scorecard(&view, targets);
    let lines = card.lines.iter().map(|line| {
        let per_day = line.measure == homeroom::mentoring::AimMeasure::AttendanceRecorded;
        let per = if per_day { asked.reading.reading().per() } else { 1 };
        let said = json!({
            "aim": line.measure.aim(),
            "value": rate(line.value, per),
            "target": line.target.map(fraction),
            "reached": line.is_reached(),
        });
        (line.measure.to_string(), said)
    });
    json!({ "lines": lines.collect::<Map<_, _>>() })
}
