//! Views: what each role sees. What it does not see is `null`, or an empty list.

use super::Asked;
use crate::{Problem, ViewerChoice};
use homeroom::{DistrictId, MentorId, SchoolId, mentoring::Viewer};
use serde_json::{Value, json};

pub(super) fn answer(asked: &Asked<'_>, choice: &ViewerChoice) -> Result<Value, Problem> {
    let viewer = match choice {
        ViewerChoice::Mentor(id) => Viewer::Mentor(MentorId::new(id)?),
        ViewerChoice::Team(id) => Viewer::Team(SchoolId::new(id)?),
        ViewerChoice::Coordinator(id) => Viewer::Coordinator(id.as_ref().map(DistrictId::new).transpose()?),
        ViewerChoice::Network => Viewer::Network,
        ViewerChoice::Analyst => Viewer::Analyst,
    };
    let view = asked.reading.view(&viewer, asked.roster, asked.as_of);
    let mut said =
        serde_json::to_value(&view).map_err(|error| Problem::request("view", error.to_string()))?;
    for student in list(&mut said, "students") {
        for assignment in list(student, "assignments") {
            unseen(assignment, &["mentor", "mentor_name"], &[]);
        }
        for contact in list(student, "contacts") {
            unseen(contact, &["mentor", "note"], &["strengths", "goals"]);
        }
        for call in list(student, "calls") {
            unseen(call, &["mentor"], &[]);
        }
        for follow_up in list(student, "follow_ups") {
            unseen(follow_up, &["mentor", "what"], &[]);
        }
    }
    for circle in list(&mut said, "circles") {
        unseen(circle, &["note"], &["students", "mentors"]);
    }
    for interview in list(&mut said, "interviews") {
        unseen(interview, &["student", "note"], &[]);
    }
    for convening in list(&mut said, "convenings") {
        unseen(convening, &["shared"], &[]);
    }
    Ok(said)
}

/// A list of the view.
fn list<'v>(value: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    value.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

fn unseen(value: &mut Value, texts: &[&str], lists: &[&str]) {
    let Some(object) = value.as_object_mut() else { return };
    for text in texts {
        object.entry(*text).or_insert(Value::Null);
    }
    for list in lists {
        object.entry(*list).or_insert(json!([]));
    }
}
