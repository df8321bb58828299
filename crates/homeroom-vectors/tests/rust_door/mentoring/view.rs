//! Views: what each role sees. What it does not see is `null`, or an empty list.

use super::Asked;
use homeroom::mentoring::Viewer;
use homeroom_vectors::ViewerChoice;
use serde_json::{Value, json};

pub fn answer(asked: &Asked<'_>, choice: &ViewerChoice) -> Value {
    let viewer = match choice {
        ViewerChoice::Mentor(id) => Viewer::Mentor(id.parse().expect("a mentor")),
        ViewerChoice::Team(id) => Viewer::Team(id.parse().expect("a school")),
        ViewerChoice::Coordinator(id) => {
            Viewer::Coordinator(id.as_ref().map(|id| id.parse().expect("a district")))
        }
        ViewerChoice::Network => Viewer::Network,
        ViewerChoice::Analyst => Viewer::Analyst,
        other => panic!("this door knows no role {other:?}"),
    };
    let view = asked.reading.view(&viewer, asked.roster, asked.as_of);
    let mut said = serde_json::to_value(&view).expect("a view is JSON");
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
    said
}

fn list<'v>(value: &'v mut Value, key: &str) -> &'v mut Vec<Value> {
    value[key].as_array_mut().expect("a list of the view")
}

fn unseen(value: &mut Value, texts: &[&str], lists: &[&str]) {
    let object = value.as_object_mut().expect("a record of the view");
    for text in texts {
        object.entry(*text).or_insert(Value::Null);
    }
    for list in lists {
        object.entry(*list).or_insert(json!([]));
    }
}
