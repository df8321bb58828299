//! The weekly agenda of a school's attendance team.

use super::{
    super::{
        Input,
        layout::{line, percent, title, wrap},
        text::sign,
    },
    sentence,
};
use homeroom::mentoring::{Agenda, Firing};

/// The agenda as text.
pub(in super::super) fn agenda(text: &mut String, input: &Input, agenda: &Agenda) {
    let (register, casebook) = (input.register(), &input.dataset.casebook);
    let school = register.school_id(agenda.school);
    title(text, &format!("Attendance team of {school}, {}", agenda.as_of.format("%A, %-d %B %Y")));
    let known = |student: usize| register.student_id(student).to_owned();
    let mentored = |student: usize| casebook.students()[student].to_string();
    let mut section = |heading: &str, items: Vec<(String, String)>| {
        line(
            text,
            format!(
                "{heading}: {}",
                if items.is_empty() { "nobody".to_owned() } else { items.len().to_string() }
            ),
        );
        for (who, what) in items {
            wrap(text, &format!("    {who}  "), &what);
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
    section(
        &format!("Steps open by {}", input.ladder.title()),
        agenda
            .steps
            .iter()
            .map(|step| {
                let Firing { step: what, rule, met_on, .. } = &step.firing;
                let days = step.days_open.map(|days| sentence::many(days, "school day", "school days"));
                let since = days.map_or_else(String::new, |days| format!(", open for {days}"));
                (step.firing.student.to_string(), format!("{what} ({rule}, met on {met_on}{since})"))
            })
            .collect(),
    );
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
