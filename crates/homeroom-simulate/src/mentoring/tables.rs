//! The mentoring program as a whole: its records, and its files.

use super::{
    File, cast,
    child::Child,
    defects::{Defect, spoil},
    entry::{Entry, Row, apart},
    plans, program, remedies, team,
};
use crate::Collaborative;
use homeroom::mentoring::{
    Assignment, BarrierRecord, Celebration, CheckIn, Circle, ContactPlan, Convening, EmpathyInterview,
    FollowUp, HomeCall, LearningSession, Mentor, Norm, Phase, StaffMember, TeamMeeting,
};
use std::fmt;

macro_rules! tables {
    ($($(#[$doc:meta])* $field:ident: $record:ty, $file:literal, $header:literal, $order:expr;)*) => {
        /// What was recorded of the mentoring program, each kind in the order of its file.
        ///
        /// The records are sound; the defects that the files hold besides are in
        /// [`defects`](Self::defects). Interventions are in the files only.
        ///
        /// ```
        /// use homeroom_simulate::{DefectKind, Settings, simulate};
        /// let mentoring = simulate(&Settings::default()).mentoring();
        /// assert_eq!(mentoring.mentors.len(), 29);
        /// assert_eq!(mentoring.defects.len(), DefectKind::ALL.len());
        /// ```
        #[derive(Clone)]
        #[non_exhaustive]
        pub struct SimulatedMentoring {
            $($(#[$doc])* pub $field: Vec<$record>,)*
            /// What is wrong on purpose in the files.
            pub defects: Vec<Defect>,
            rows: Rows,
        }

        // The rows of the files, which hold texts that the records do not give out.
        #[derive(Clone)]
        struct Rows {
            $($field: Vec<Row>,)*
            interventions: Vec<Row>,
            student_interventions: Vec<Row>,
        }

        // Everything before it is put in order.
        struct Entries {
            $($field: Vec<Entry<$record>>,)*
            interventions: Vec<Row>,
            student_interventions: Vec<Row>,
        }

        // The columns by which each file is in order.
        struct Orders;

        impl Orders {
            $(#[allow(non_upper_case_globals, reason = "named as the fields are")]
            const $field: &'static [usize] = &$order;)*
        }

        impl SimulatedMentoring {
            fn new(entries: Entries) -> Self {
                $(let $field = apart(sorted(entries.$field, Orders::$field));)*
                let Entries { interventions, student_interventions, .. } = entries;
                let rows = Rows { $($field: $field.1,)* interventions, student_interventions };
                Self { $($field: $field.0,)* defects: Vec::new(), rows }
            }

            /// The files with their headers.
            pub(crate) fn tables(&self) -> Vec<File<'_>> {
                vec![
                    $(($file, $header, &self.rows.$field),)*
                    (
                        "interventions",
                        "intervention_id,organization_id,tier,class,aim,delivery,barriers,min_minutes,max_minutes,begin,end",
                        &self.rows.interventions,
                    ),
                    (
                        "student_interventions",
                        "student_id,intervention_id,date,status",
                        &self.rows.student_interventions,
                    ),
                ]
            }
        }

        impl fmt::Debug for SimulatedMentoring {
            /// Counts only: the rows hold texts about persons.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = f.debug_struct("SimulatedMentoring");
                $(shown.field(stringify!($field), &self.$field.len());)*
                shown.field("defects", &self.defects).finish_non_exhaustive()
            }
        }
    };
}

tables! {
    /// The mentors.
    mentors: Mentor, "mentors",
        "mentor_id,kind,name,organization_type,organization_id,school_ids,languages,availability,capacity", [0];
    /// The contact plans.
    contact_plans: ContactPlan, "contact_plans",
        "plan_id,tier,contacts_per_week,days_per_week,min_minutes,modes,circles_count,begin,end", [0];
    /// The assignments.
    assignments: Assignment, "assignments",
        "mentor_id,student_id,begin,end,role,tier,plan_id,end_reason", [1, 2, 0];
    /// The check-ins.
    check_ins: CheckIn, "check_ins",
        "student_id,mentor_id,date,time,mode,minutes,outcome,feeling,strengths,goals,barriers,note,visibility",
        [2, 0, 3, 1];
    /// The follow-ups.
    follow_ups: FollowUp, "follow_ups", "student_id,mentor_id,raised_on,due,done_on,what", [2, 0, 1];
    /// The circles.
    circles: Circle, "circles",
        "circle_id,kind,date,mode,minutes,student_ids,mentor_ids,guardians,staff,note,visibility", [2, 0];
    /// The calls home.
    home_calls: HomeCall, "home_calls", "student_id,mentor_id,date,outcome,barriers", [2, 0];
    /// The barriers.
    barriers: BarrierRecord, "barriers", "student_id,barrier,learnt_on,learnt_from,resolved_on", [2, 0, 1];
    /// The staff of the schools.
    staff: StaffMember, "staff", "staff_id,school_id,mentor_id,team_role", [1];
    /// The meetings of the schools' attendance teams.
    team_meetings: TeamMeeting, "team_meetings", "school_id,date,staff_ids", [1, 0];
    /// The learning sessions.
    learning_sessions: LearningSession, "learning_sessions",
        "topic,date,school_id,minutes,mentor_ids,staff_ids", [1, 2];
    /// The convenings.
    convenings: Convening, "convenings", "date,district_ids,shared,feedback", [0];
    /// The empathy interviews.
    interviews: EmpathyInterview, "interviews",
        "date,party,school_id,student_id,mentor_id,barriers,note,visibility", [0, 2, 3, 1];
    /// The norms.
    norms: Norm, "norms", "district_id,agreed_on,text", [1, 0];
    /// The celebrations.
    celebrations: Celebration, "celebrations", "date,occasion,student_id,mentor_id,school_id", [0, 2, 3, 4, 1];
    /// The phases.
    phases: Phase, "phases", "network_id,phase,begin,end", [2];
}

fn sorted<T>(mut entries: Vec<Entry<T>>, columns: &[usize]) -> Vec<Entry<T>> {
    let key = |row: &Row| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
    entries.sort_by_cached_key(|entry| key(&entry.row));
    entries
}

/// The records that are more than one student's, before they are put with the others.
pub(super) struct Records {
    pub(super) circles: Vec<Entry<Circle>>,
    pub(super) interviews: Vec<Entry<EmpathyInterview>>,
    pub(super) barriers: Vec<Entry<BarrierRecord>>,
    pub(super) celebrations: Vec<Entry<Celebration>>,
}

impl Records {
    pub(super) fn gather(
        self,
        network: &Collaborative,
        children: &[Child],
        mut tried: Vec<Row>,
    ) -> SimulatedMentoring {
        let [_, year] = network.settings().years();
        let spells = children.iter().flat_map(|child| &child.spells);
        let contacts = || children.iter().map(|child| &child.contacts);
        tried.sort_by(|a, b| a[..2].cmp(&b[..2]));
        let mut mentoring = SimulatedMentoring::new(Entries {
            mentors: cast::mentors(),
            contact_plans: plans::plans(year),
            assignments: spells.map(super::matching::Spell::entry).collect(),
            check_ins: contacts().flat_map(|contacts| contacts.check_ins.clone()).collect(),
            follow_ups: contacts().flat_map(|contacts| contacts.follow_ups.clone()).collect(),
            circles: self.circles,
            home_calls: children.iter().flat_map(|child| child.calls.clone()).collect(),
            barriers: self.barriers,
            staff: team::staff(),
            team_meetings: team::meetings(network),
            learning_sessions: program::learning(network),
            convenings: program::convenings(network),
            interviews: self.interviews,
            norms: program::norms(network),
            celebrations: self.celebrations,
            phases: program::phases(network),
            interventions: remedies::catalogue(year),
            student_interventions: tried,
        });
        let Rows { check_ins, assignments, .. } = &mut mentoring.rows;
        let order = [Orders::check_ins, Orders::assignments];
        mentoring.defects = spoil(children, check_ins, assignments, order);
        mentoring
    }
}
