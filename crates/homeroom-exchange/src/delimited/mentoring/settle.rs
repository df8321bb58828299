//! The program's records in a defined order, each once.

use homeroom::{
    Action, Finding, FindingCode, Place,
    mentoring::{
        CasebookReport, Celebration, Convening, EmpathyInterview, LearningSession, Norm, Phase, Program,
        StaffMember, TeamMeeting,
    },
};

/// The records of a program as they were read.
#[derive(Default)]
pub(super) struct ProgramRecords {
    pub(super) phases: Vec<(Phase, Place)>,
    pub(super) staff: Vec<(StaffMember, Place)>,
    pub(super) team_meetings: Vec<(TeamMeeting, Place)>,
    pub(super) learning_sessions: Vec<(LearningSession, Place)>,
    pub(super) convenings: Vec<(Convening, Place)>,
    pub(super) interviews: Vec<(EmpathyInterview, Place)>,
    pub(super) norms: Vec<(Norm, Place)>,
    pub(super) celebrations: Vec<(Celebration, Place)>,
}

impl ProgramRecords {
    /// The program, and what became of its records. The same again is merged; of two records of one member of the
    /// staff at one school the one that says more counts, whatever their order.
    pub(super) fn settle(self) -> (Program, CasebookReport) {
        let mut report = CasebookReport::default();
        let mut program = Program::default();
        program.phases =
            once(self.phases, |p| (p.begin, p.end, p.network.clone(), p.kind), Phase::eq, &mut report);
        program.staff = once(
            self.staff,
            |s| {
                let more = (s.mentor.is_none(), s.team_role.is_none());
                (s.id.clone(), s.school.clone(), more, s.mentor.clone(), s.team_role)
            },
            |a, b| (&a.id, &a.school) == (&b.id, &b.school),
            &mut report,
        );
        program.team_meetings = once(
            self.team_meetings,
            |m| (m.date, m.school.clone(), m.staff.clone()),
            TeamMeeting::eq,
            &mut report,
        );
        program.learning_sessions = once(
            self.learning_sessions,
            |s| (s.date, s.topic, s.school.clone(), s.minutes, s.attended.clone()),
            LearningSession::eq,
            &mut report,
        );
        program.convenings = once(
            self.convenings,
            |c| (c.date, c.districts.clone(), c.shared.clone(), c.feedback),
            Convening::eq,
            &mut report,
        );
        program.interviews = once(
            self.interviews,
            |i| {
                let note = i.note.clone().map(|note| (note.visibility, note.text));
                let whom = (i.party, i.school.clone(), i.student.clone(), i.mentor.clone());
                (i.date, whom, i.barriers.clone(), note)
            },
            EmpathyInterview::eq,
            &mut report,
        );
        program.norms =
            once(self.norms, |n| (n.agreed_on, n.district.clone(), n.text.clone()), Norm::eq, &mut report);
        program.celebrations =
            once(self.celebrations, |c| (c.date, c.of.clone(), c.occasion), Celebration::eq, &mut report);
        (program, report)
    }
}

// Records in the order of a key that holds all they say. Of those that are the same by `same` the first counts.
fn once<T: PartialEq, K: Ord>(
    mut records: Vec<(T, Place)>,
    key: impl Fn(&T) -> K,
    same: impl Fn(&T, &T) -> bool,
    report: &mut CasebookReport,
) -> Vec<T> {
    records.sort_by_cached_key(|(record, place)| (key(record), place.file.clone(), place.row));
    let mut kept: Vec<T> = Vec::with_capacity(records.len());
    for (record, place) in records {
        let intake = report.intakes.entry(place.file.clone()).or_default();
        intake.read += 1;
        let code = match kept.last().filter(|before| same(before, &record)) {
            None => {
                intake.applied += 1;
                kept.push(record);
                continue;
            }
            Some(before) if *before == record => FindingCode::DuplicateRecord,
            Some(_) => FindingCode::ConflictingRecords,
        };
        if code.action() == Action::Merged {
            intake.merged += 1;
        } else {
            intake.superseded += 1;
        }
        report.findings.push(Finding::new(code, place));
    }
    kept
}
