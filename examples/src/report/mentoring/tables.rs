//! The coordinator's tables.

use super::{
    super::{
        Input,
        layout::{count, line, percent, put, table, title, wrap},
        text::named,
    },
    MentoringFigures, sentence,
};
use comfy_table::CellAlignment;
use homeroom::{
    Rate,
    mentoring::{BarrierPrevalence, Coverage, Dosage},
};

const LISTED: usize = 15;

/// The tables as text.
pub(super) fn tables(text: &mut String, input: &Input, figures: &MentoringFigures) {
    fidelity(text, input, figures);
    mentors(text, input, figures);
    barriers(text, figures);
    gaps(text, input, figures);
    proposal(text, input, figures);
    learning(text, figures);
    scorecard(text, figures);
}

fn tenths(rate: Option<Rate>) -> String {
    rate.map_or_else(|| "-".to_owned(), |rate| rate.text(1))
}

const FIDELITY: [&str; 10] =
    ["", "students", "expected", "made", "fidelity", "present", "a week", "on plan", "first", "called"];

fn fidelity_row(label: String, dosage: &Dosage) -> Vec<String> {
    vec![
        label,
        count(dosage.students),
        tenths(dosage.expected_contacts()),
        count(dosage.contacts.made),
        percent(dosage.fidelity()),
        percent(dosage.fidelity_present()),
        tenths(dosage.contacts_per_week()),
        percent(dosage.weeks_on_plan.rate()),
        tenths(dosage.starts.mean_days()),
        percent(dosage.calls.call_rate()),
    ]
}

fn fidelity(text: &mut String, input: &Input, figures: &MentoringFigures) {
    let view = &figures.coordinator;
    title(text, &format!("Mentoring up to {}: are the contacts made?", view.as_of));
    let dosage = &view.dosage;
    let mut rows = table(&FIDELITY);
    rows.add_row(fidelity_row("all".to_owned(), &dosage.overall));
    for group in &dosage.by_network {
        let network = group.key.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        rows.add_row(fidelity_row(format!("network {network}"), &group.dosage));
    }
    for group in &dosage.by_district {
        let district = group.key.as_ref().map_or("unknown", |id| named(input, "district", id.as_str()));
        rows.add_row(fidelity_row(format!("district {district}"), &group.dosage));
    }
    for group in &dosage.by_school {
        let school = named(input, "school", input.register().school_id(group.key).as_str());
        rows.add_row(fidelity_row(format!("school {school}"), &group.dosage));
    }
    put(text, &rows);
    wrap(
        text,
        "",
        "Expected contacts are the plan's, pro-rated to the school days on which the student is enrolled and has a \
         mentor. Fidelity: made of expected; present: without the days absent. A week: made in an average week. On plan: \
         weeks in which all were made. First: school days from assignment to first contact. Called: days absent with a \
         call home the same day.",
    );
    let overall = &dosage.overall;
    let contacts = &overall.contacts;
    wrap(
        text,
        "Contacts  ",
        &format!(
            "{} in all: {} made ({} in {} circles), {} attempted, {} in a mode that the plan does not count, {} too \
             short, {} without an assignment.",
            count(contacts.total()),
            count(contacts.made),
            count(overall.in_circles),
            count(dosage.circles),
            count(contacts.attempted),
            count(contacts.other_mode),
            count(contacts.too_short),
            count(contacts.outside)
        ),
    );
    let moves = &overall.transfers;
    wrap(
        text,
        "Moves     ",
        &format!(
            "{} to another school with a mentor: {} mentored there, {} by the same mentor, {} met there.",
            count(moves.transfers),
            count(moves.mentored),
            count(moves.same_mentor),
            count(moves.contacted)
        ),
    );
    line(text, format!("Coverage  {}", covered(view.coverage)));
    for (school, coverage) in &view.coverage_by_school {
        let school = named(input, "school", input.register().school_id(*school).as_str());
        line(text, format!("          {school}: {}", covered(*coverage)));
    }
}

fn covered(coverage: Coverage) -> String {
    let Coverage { qualifying, mentored } = coverage;
    format!(
        "{} of {} who qualify have a mentor ({})",
        count(mentored),
        count(qualifying),
        percent(coverage.rate())
    )
}

fn mentors(text: &mut String, input: &Input, figures: &MentoringFigures) {
    let view = &figures.coordinator;
    title(text, &format!("Mentors: {} overdue", sentence::many(view.overdue, "student is", "students are")));
    let columns = [
        "",
        "kind",
        "students",
        "of",
        "overdue",
        "not met",
        "to follow up",
        "expected",
        "made",
        "fidelity",
        "on plan",
    ];
    let mut rows = table(&columns);
    if let Some(column) = rows.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Left);
    }
    for row in &view.mentors {
        let mentor = row.load.mentor;
        let known = &input.dataset.casebook.mentors()[mentor];
        let dosage = view.dosage.by_mentor.iter().find(|group| group.key == mentor);
        let dosage = dosage.map(|group| group.dosage).unwrap_or_default();
        rows.add_row([
            known.id.to_string(),
            known.kind.to_string(),
            count(row.load.primary.len() as u64),
            row.load.capacity.map_or_else(|| "-".to_owned(), |capacity| capacity.to_string()),
            count(row.overdue),
            count(row.not_met_yet),
            count(row.follow_ups_due),
            tenths(dosage.expected_contacts()),
            count(dosage.contacts.made),
            percent(dosage.fidelity()),
            percent(dosage.weeks_on_plan.rate()),
        ]);
    }
    put(text, &rows);
    line(
        text,
        "Of: the most students agreed, or the norm of the kind. Not met: not since the assignment began.",
    );
    let kept: Vec<_> =
        figures.kept_plan.iter().map(|kept| input.dataset.casebook.mentor_id(kept.mentor).as_str()).collect();
    if let Some(weeks) = figures.kept_plan.first().map(|kept| kept.weeks) {
        wrap(text, &format!("Kept every plan in the last {weeks} weeks: "), &kept.join(" "));
    }
}

fn barriers(text: &mut String, figures: &MentoringFigures) {
    title(text, "What gets in the way");
    let [(_, all), (_, by_school), (_, by_grade), (_, by_tier)] = &figures.barriers;
    let Some(all) = all.first() else { return line(text, "Nothing is known of any barrier.") };
    line(
        text,
        format!(
            "Barriers were learnt of {}, the base of the shares; {} a mentor.",
            sentence::many(all.asked, "student", "students"),
            sentence::many(all.mentored, "student has", "students have")
        ),
    );
    let mut rows = table(&["barrier", "root cause", "students", "share", "met", "met by"]);
    for column in [1, 5] {
        if let Some(column) = rows.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Left);
        }
    }
    let mut listed: Vec<&BarrierPrevalence> = all.barriers.iter().collect();
    listed.sort_by_key(|prevalence| std::cmp::Reverse(prevalence.students));
    for prevalence in listed {
        let response = figures.responses.iter().find(|response| response.barrier == prevalence.barrier);
        let met_by = response.map(|response| {
            let by: Vec<_> = response.met_by.iter().map(|(id, number)| format!("{id} {number}")).collect();
            by.join(", ")
        });
        rows.add_row([
            prevalence.barrier.to_string(),
            prevalence.barrier.root_cause().to_string(),
            count(prevalence.students),
            percent(prevalence.rate()),
            count(prevalence.met),
            met_by.unwrap_or_default(),
        ]);
    }
    put(text, &rows);
    for (kind, groups) in [("school", by_school), ("grade", by_grade), ("tier", by_tier)] {
        let groups: Vec<_> = groups
            .iter()
            .map(|group| {
                let causes: Vec<_> = group
                    .by_root_cause
                    .iter()
                    .map(|(cause, students)| format!("{cause} {students}"))
                    .collect();
                format!("{} ({} asked): {}", group.label, group.asked, causes.join(", "))
            })
            .collect();
        wrap(text, &format!("By {kind}: "), &groups.join("; "));
    }
}

fn gaps(text: &mut String, input: &Input, figures: &MentoringFigures) {
    title(text, &format!("Barriers that nothing meets: {}", count(figures.gaps.len() as u64)));
    for gap in figures.gaps.iter().take(LISTED) {
        let student = &input.dataset.casebook.students()[gap.student];
        let days = sentence::many(gap.school_days, "school day", "school days");
        line(text, format!("  {student}  {} for {days}, since {}", gap.barrier, gap.learnt_on));
    }
    more(text, figures.gaps.len());
}

fn proposal(text: &mut String, input: &Input, figures: &MentoringFigures) {
    let (matches, unmatched) = (&figures.proposal.matches, &figures.proposal.unmatched);
    let heading = format!("Proposed matches: {}, {} without", matches.len(), unmatched.len());
    title(text, &heading);
    for found in matches.iter().take(LISTED) {
        let student = input.register().student_id(found.student);
        let mentor = input.dataset.casebook.mentor_id(found.mentor);
        let signs: Vec<_> = found.signs.iter().map(sentence::sign).collect();
        wrap(text, &format!("  {student} with {mentor}: "), &signs.join("; "));
    }
    more(text, matches.len());
    let mut reasons: std::collections::BTreeMap<_, u64> = std::collections::BTreeMap::new();
    for student in unmatched {
        *reasons.entry(student.reason).or_default() += 1;
    }
    for (reason, students) in reasons {
        line(text, format!("  without: {} ({reason})", count(students)));
    }
}

fn more(text: &mut String, all: usize) {
    if all > LISTED {
        line(text, format!("  and {} more (--json lists them all)", count((all - LISTED) as u64)));
    }
}

fn learning(text: &mut String, figures: &MentoringFigures) {
    title(text, "Adult learning");
    let mut rows = table(&["", "mentors", "share", "other staff", "share"]);
    for share in figures.learning.iter().filter(|share| share.school.is_none()) {
        rows.add_row([
            share.topic.to_string(),
            format!("{} of {}", count(share.mentors.0), count(share.mentors.1)),
            percent(share.mentor_rate()),
            format!("{} of {}", count(share.staff.0), count(share.staff.1)),
            percent(share.staff_rate()),
        ]);
    }
    put(text, &rows);
}

fn scorecard(text: &mut String, figures: &MentoringFigures) {
    title(text, "The four aims");
    let mut rows = table(&["aim", "measure", "share", "part", "of"]);
    if let Some(column) = rows.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Left);
    }
    for score in &figures.scorecard.lines {
        rows.add_row([
            score.measure.aim().to_string(),
            score.measure.to_string(),
            percent(score.value),
            score.value.map_or_else(|| "-".to_owned(), |rate| count(rate.part())),
            score.value.map_or_else(|| "-".to_owned(), |rate| count(rate.whole())),
        ]);
    }
    put(text, &rows);
}
