//! The report as text for a coordinator.

use super::{
    Figures, Input,
    figures::Change,
    layout::{count, line, percent, put, table, title, wrap},
    mentoring,
};
use comfy_table::CellAlignment;
use homeroom::{
    FirstMonth, GroupMeasure, GroupOutcome, MeasureTable, Movement, RelativeChange, StatusChange, Warning,
};
use std::{cmp::Reverse, fs, time::Duration};

const LISTED: usize = 20;

/// The report as text.
pub fn render(input: &Input, figures: &Figures, took: Duration) -> String {
    let mut text = String::new();
    let asked = figures.mentoring.as_ref().filter(|_| input.asks_for_mentoring());
    // A mentor with ten minutes, or a team, needs the list and not how it was read.
    if asked.is_none() || input.mentoring {
        head(&mut text, input, took);
    }
    for caution in &figures.cautions {
        wrap(&mut text, "CAREFUL   ", caution);
    }
    if let Some(asked) = asked {
        mentoring::render(&mut text, input, asked);
        return text;
    }
    findings(&mut text, input);
    groups(&mut text, input, figures);
    differences(&mut text, input, figures);
    early_warning(&mut text, input, figures);
    if let Some(change) = &figures.change {
        last_year(&mut text, input, change);
    }
    text
}

fn head(text: &mut String, input: &Input, took: Duration) {
    let policy = &input.policy;
    let report = &input.dataset.report;
    line(text, format!("Homeroom: who is missing school as of {} ({})", input.as_of, input.year));
    wrap(text, "Policy    ", &format!("{} {}: {}", policy.id(), policy.version(), policy.title()));
    let verified = if policy.source().verified { "read in the source" } else { "not verified" };
    let unverified = policy.source().unverified.join(", ");
    let but = if unverified.is_empty() { String::new() } else { format!("; not verified: {unverified}") };
    wrap(text, "Source    ", &format!("{} ({verified}{but})", policy.source().citation));
    let intake = report.intake();
    let memory = peak_memory().map_or_else(String::new, |mib| format!(", {mib} MiB at most"));
    let rows = format!("{} records from {} files", count(intake.read), report.files.len());
    line(text, format!("Read      {rows} in {:.2} s{memory}", took.as_secs_f64()));
    line(
        text,
        format!(
            "          {} applied, {} said twice, {} superseded, {} rejected",
            count(intake.applied),
            count(intake.merged),
            count(intake.superseded),
            count(intake.rejected)
        ),
    );
    let register = input.register();
    line(
        text,
        format!(
            "Register  {} students, {} schools, {} school days",
            count(register.students() as u64),
            register.schools(),
            register.school_days().len()
        ),
    );
    for assumption in &report.assumptions {
        wrap(text, "Assumed   ", assumption);
    }
}

/// The most memory the process has held, in MiB, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kib| kib / 1024)
}

fn findings(text: &mut String, input: &Input) {
    let findings = &input.dataset.report.findings;
    title(text, &format!("Findings: {}", count(findings.total())));
    if findings.total() == 0 {
        return line(text, "None: every record was used as it stands.");
    }
    let mut table = table(&["what", "how many", "", "for example"]);
    for column in [2, 3] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Left);
        }
    }
    for (code, number) in findings.by_code() {
        let example = findings.iter().find(|finding| finding.code == code);
        let example = example.map(|finding| {
            let student = finding.student.as_ref().map(|id| format!("student {id}"));
            let school = finding.school.as_ref().map(|id| format!("school {id}"));
            let date = finding.date.map(|date| date.to_string());
            let detail = finding.detail.as_ref().map(ToString::to_string);
            let place = (finding.place != homeroom::Place::default()).then(|| finding.place.to_string());
            [place, student, school, date, detail].into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        table.add_row([
            code.to_string(),
            count(number),
            code.action().to_string(),
            example.unwrap_or_default(),
        ]);
    }
    put(text, &table);
}

fn groups(text: &mut String, input: &Input, figures: &Figures) {
    let policy = &input.policy;
    let scope = policy.scope();
    title(text, &format!("Attendance and chronic absence, in {}", policy.unit().plural()));
    let mut columns = vec!["", "students", "attendance", "absent", "eligible", "chronic", "share"];
    columns.extend(policy.bands().iter().map(|band| band.id.as_str()));
    let mut table = table(&columns);
    let mut add = |label: String, group: &GroupMeasure, days: &homeroom::Tally| {
        let summary = group.headline(scope);
        let mut row = vec![
            label,
            count(summary.students),
            percent(days.attendance_rate(policy.unrecorded())),
            days.amount(days.absent).text(1),
            count(summary.eligible),
            count(summary.chronically_absent),
            percent(summary.chronic_rate()),
        ];
        row.extend(summary.bands.iter().map(|band| count(*band)));
        table.add_row(row);
    };
    add("all".to_owned(), &figures.overall, &figures.overall.headline(scope).tally);
    let parts: [(&str, &MeasureTable); 3] =
        [("district", &figures.by_district), ("school", &figures.by_school), ("grade", &figures.by_grade)];
    for (kind, measures) in parts {
        for group in &measures.groups {
            let id = group.labels.first().map_or("", String::as_str);
            let name = named(input, kind, id);
            add(format!("{kind} {name}"), group, &group.by_school.tally);
        }
    }
    put(text, &table);
    let overall = figures.overall.headline(scope);
    if scope == homeroom::Scope::School {
        let students = count(figures.overall.by_student.students);
        line(
            text,
            format!("The policy counts a student once at every school: {students} different students."),
        );
    }
    if let Some(bounds) = overall.tally.absence_bounds(policy.unrecorded())
        && overall.tally.unrecorded() > 0
    {
        let of = overall.tally.amount(overall.tally.membership).text(1);
        let unrecorded = overall.tally.amount(overall.tally.unrecorded()).text(1);
        let (low, high) = (percent(bounds.upper.complement()), percent(bounds.lower.complement()));
        line(
            text,
            format!(
                "Not recorded: {unrecorded} of {of} {}; attendance lies between {low} and {high}, and {} statuses could change.",
                policy.unit().plural(),
                count(overall.uncertain)
            ),
        );
    }
    for (reason, number) in &overall.not_eligible {
        line(text, format!("Not counted: {} ({reason})", count(*number)));
    }
}

// The public name of a school or district, or its identifier.
pub(super) fn named<'a>(input: &'a Input, kind: &str, id: &'a str) -> &'a str {
    let roster = &input.dataset.roster;
    let name = match kind {
        "school" => roster.school(id).and_then(|school| school.name.as_deref()),
        "district" => {
            let known = roster.districts().find(|district| district.id.as_str() == id);
            known.and_then(|district| district.name.as_deref())
        }
        _ => None,
    };
    name.unwrap_or(id)
}

fn differences(text: &mut String, input: &Input, figures: &Figures) {
    for (policy, difference) in input.compare.iter().zip(&figures.differences) {
        let (gained, lost): (Vec<_>, Vec<_>) = (difference.gained().collect(), difference.lost().collect());
        title(text, &format!("Under {} instead of {}", policy.id(), input.policy.id()));
        let clauses: Vec<_> = difference.clauses.iter().map(ToString::to_string).collect();
        let clauses = if clauses.is_empty() { "nothing".to_owned() } else { clauses.join(", ") };
        line(text, format!("The two differ in: {clauses}."));
        for (what, changes) in [("become chronically absent", gained), ("are so no longer", lost)] {
            line(text, format!("{} {what}{}", changes.len(), if changes.is_empty() { "." } else { ":" }));
            list_changes(text, input, &changes);
        }
        let others = difference.changes.len() - difference.gained().count() - difference.lost().count();
        if others > 0 {
            line(text, format!("{others} change otherwise (counted or not counted)."));
        }
    }
}

// Every student is named, those of one clause together.
fn list_changes(text: &mut String, input: &Input, changes: &[&StatusChange]) {
    let mut by_clause: std::collections::BTreeMap<String, Vec<&str>> = std::collections::BTreeMap::new();
    for change in changes {
        let clauses: Vec<_> = change.clauses.iter().map(ToString::to_string).collect();
        let by = clauses.join(if change.together { " and " } else { " or " });
        by_clause.entry(by).or_default().push(input.register().student_id(change.student));
    }
    for (clause, students) in by_clause {
        line(text, format!("  by {clause}:"));
        wrap(text, "    ", &students.join(" "));
    }
}

fn early_warning(text: &mut String, input: &Input, figures: &Figures) {
    title(text, &format!("Early warning: {} students", count(figures.warnings.len() as u64)));
    // Those who missed most first.
    let mut warnings: Vec<_> = figures.warnings.iter().collect();
    warnings.sort_by_key(|warning| (Reverse((warning.tier, warning.absence_rate)), warning.student));
    for warning in warnings.iter().take(LISTED) {
        let signs: Vec<_> = warning.warnings.iter().map(sign).collect();
        let student = input.register().student_id(warning.student);
        let key = input.register().key(input.register().rows_of(warning.student).start);
        let school = input.register().school_id(key.school as usize);
        let grade = key.grade.map_or_else(String::new, |grade| format!(", grade {grade}"));
        let begins = format!("  tier {}  {student} ({school}{grade}): ", warning.tier);
        wrap(text, &begins, &signs.join("; "));
    }
    if warnings.len() > LISTED {
        line(text, format!("  and {} more (--json lists them all)", count((warnings.len() - LISTED) as u64)));
    }
}

/// A sign in words, with its numbers.
pub(super) fn sign(warning: &Warning) -> String {
    match warning {
        Warning::FirstMonth(FirstMonth::High, days) => {
            format!("{} days in the first school month, more than 4", days.text(1))
        }
        Warning::FirstMonth(_, days) => format!("{} days in the first school month, 2 to 4", days.text(1)),
        Warning::TwoAMonth(days, months) => {
            format!("{} days in {months} school months, two a month or more", days.text(1))
        }
        Warning::PriorYear(_, rate) => format!("missed {rate} of last year"),
        Warning::SevereNow(rate) => format!("missed {rate} of this year"),
        _ => "another sign".to_owned(),
    }
}

fn last_year(text: &mut String, input: &Input, change: &Change) {
    title(text, "The change from last year");
    let mut table =
        table(&["", "absence before", "after", "relative", "chronic before", "after", "relative"]);
    let signed = |change: Option<RelativeChange>| {
        change.map_or_else(|| "-".to_owned(), |change| format!("{} %", change.percent(1)))
    };
    let mut add = |label: String, group: &GroupOutcome| {
        table.add_row([
            label,
            percent(group.before.absence_rate),
            percent(group.after.absence_rate),
            signed(group.absence_change),
            format!("{} of {}", count(group.before.chronically_absent), count(group.before.eligible)),
            format!("{} of {}", count(group.after.chronically_absent), count(group.after.eligible)),
            signed(group.chronic_change),
        ]);
    };
    let outcome = &change.outcome;
    add("all, pooled".to_owned(), &outcome.pooled);
    for group in &outcome.by_district {
        add(format!("district {}", named(input, "district", &group.label)), group);
    }
    for group in &outcome.by_grade {
        add(format!("grade {}", group.label), group);
    }
    put(text, &table);
    line(
        text,
        format!(
            "Each student once over all schools; {} of last year against {}. Changes are relative: of the rate, and \
             of the number.",
            change.then, input.as_of
        ),
    );
    if let Some(mean) = outcome.mean_of_districts {
        line(text, format!("Mean over districts of the change in the absence rate: {:.1} %", mean * 100.0));
    }
    let moves: Vec<_> = Movement::ALL
        .iter()
        .map(|movement| format!("{movement} {}", change.transitions.count(*movement)))
        .collect();
    line(text, format!("Chronic absence: {}", moves.join(", ")));
    for warning in &outcome.warnings {
        line(text, format!("Careful: {warning}"));
    }
    line(text, homeroom::OUTCOME_NOTE);
}
