//! The weekly agenda of a school's attendance team.

use super::{
    super::{
        Input,
        layout::{line, percent, title, wrap},
        text::sign,
    },
    sentence,
};
use homeroom::mentoring::Agenda;
use std::{cmp::Reverse, collections::BTreeMap};

// A team has an hour.
const LISTED: usize = 12;

/// The agenda as text.
pub(super) fn agenda(text: &mut String, input: &Input, agenda: &Agenda) {
    let (register, casebook) = (input.register(), &input.dataset.casebook);
    let school = register.school_id(agenda.school);
    title(text, &format!("Attendance team of {school}, {}", agenda.as_of.format("%A, %-d %B %Y")));
    let known = |student: usize| register.student_id(student).to_owned();
    let mentored = |student: usize| casebook.students()[student].to_string();
    let mut section = |heading: &str, items: Vec<(String, String)>| {
        let all = items.len();
        let number = if all == 0 { "nobody".to_owned() } else { all.to_string() };
        line(text, format!("{heading}: {number}"));
        for (who, what) in items.into_iter().take(LISTED) {
            wrap(text, &format!("    {who}  "), &what);
        }
        if all > LISTED {
            line(text, format!("    and {} more", all - LISTED));
        }
    };
    let became = agenda.became_chronic.iter();
    section(
        "Became chronically absent this week",
        became.map(|one| (known(one.student), format!("{} a week ago", one.before))).collect(),
    );
    section(
        "Absent several days in a row",
        agenda
            .streaks
            .iter()
            .map(|(student, days)| (known(*student), sentence::many(*days, "school day", "school days")))
            .collect(),
    );
    section(
        "Early-warning signs and no mentor",
        agenda
            .without_mentor
            .iter()
            .map(|warning| {
                let signs: Vec<_> = warning.warnings.iter().map(sign).collect();
                let rate = percent(warning.absence_rate);
                (
                    known(warning.student),
                    format!("tier {}, {rate} absent: {}", warning.tier, signs.join("; ")),
                )
            })
            .collect(),
    );
    section(
        "Contacts overdue",
        agenda
            .overdue
            .iter()
            .map(|late| {
                let mentor = casebook.mentor_id(late.mentor);
                (mentored(late.student), format!("mentor {mentor}: {}", sentence::reason(&late.reason)))
            })
            .collect(),
    );
    section(
        "Barriers that nothing meets",
        agenda
            .unmet_barriers
            .iter()
            .map(|gap| {
                let days = sentence::many(gap.school_days, "school day", "school days");
                (mentored(gap.student), format!("{} for {days}", gap.barrier))
            })
            .collect(),
    );
    section(&format!("Steps open by the ladder {}", input.ladder.id()), steps(agenda));
    section(
        "To celebrate",
        agenda
            .celebrate
            .iter()
            .map(|(student, found)| {
                let found: Vec<_> = found.iter().map(sentence::celebration).collect();
                (mentored(*student), found.join("; "))
            })
            .collect(),
    );
}

// The open steps of each student, in the ladder's order; those who have waited longest first.
fn steps(agenda: &Agenda) -> Vec<(String, String)> {
    let mut of_student: BTreeMap<&str, (Vec<String>, u32)> = BTreeMap::new();
    for step in &agenda.steps {
        let (steps, open) = of_student.entry(step.firing.student.as_str()).or_default();
        let name = step.firing.step.to_string();
        if !steps.contains(&name) {
            steps.push(name);
        }
        *open = (*open).max(step.days_open.unwrap_or(0));
    }
    let mut students: Vec<_> = of_student.into_iter().collect();
    students.sort_by_key(|(student, (_, open))| (Reverse(*open), *student));
    let says = |(student, (steps, open)): (&str, (Vec<String>, u32))| {
        let days = sentence::many(open, "school day", "school days");
        (student.to_owned(), format!("{}; the oldest is open for {days}", steps.join(", ")))
    };
    students.into_iter().map(says).collect()
}
