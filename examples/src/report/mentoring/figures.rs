//! The figures about mentoring, all from the core: nothing is calculated here.

use super::super::{Input, ReportError};
use homeroom::{
    Dimension, Reading,
    mentoring::{
        Agenda, AgendaRules, BarrierGap, BarrierGroup, BarrierResponse, CapacityRules, CoordinatorView,
        LadderLog, LearningShare, MatchProposal, MatchRules, MentorRecognition, MentoringReading, NeedRules,
        Scorecard, Worklist, WorklistRules,
    },
};

/// Everything the report prints about mentoring.
#[derive(Debug)]
pub struct MentoringFigures {
    /// Coverage, dosage, loads and what is overdue.
    pub coordinator: CoordinatorView,
    /// The barriers: of all, by school, by grade and by tier.
    pub barriers: [(&'static str, Vec<BarrierGroup>); 4],
    /// How each barrier is met.
    pub responses: Vec<BarrierResponse>,
    /// Barriers that nothing meets.
    pub gaps: Vec<BarrierGap>,
    /// A proposal for students without a mentor.
    pub proposal: MatchProposal,
    /// Who was trained in what.
    pub learning: Vec<LearningShare>,
    /// The aims.
    pub scorecard: Scorecard,
    /// Mentors who kept the plan.
    pub kept_plan: Vec<MentorRecognition>,
    /// The worklist of the mentor asked for.
    pub worklist: Option<Worklist>,
    /// The agenda of the school asked for.
    pub agenda: Option<Agenda>,
}

impl MentoringFigures {
    /// Measures the mentoring, where anything of it was recorded.
    pub(in super::super) fn measure(
        input: &Input,
        reading: &Reading<'_>,
        prior: Option<&Reading<'_>>,
    ) -> Result<Option<Self>, ReportError> {
        let (casebook, roster, as_of) = (&input.dataset.casebook, &input.dataset.roster, input.as_of);
        if casebook.mentors().is_empty() && casebook.students().is_empty() {
            return if input.asks_for_mentoring() { Err(ReportError::NoMentoring) } else { Ok(None) };
        }
        let mentoring = MentoringReading::new(casebook, reading)?;
        let worklist_rules = WorklistRules::default();
        let worklist = input.mentor.as_ref().map(|id| {
            let mentor = casebook.find_mentor(id).ok_or_else(|| ReportError::UnknownMentor(id.clone()))?;
            Ok::<_, ReportError>(mentoring.worklist(&worklist_rules, mentor, as_of))
        });
        let agenda = input.team.as_ref().map(|id| {
            let school = reading.register().find_school(id);
            let school = school.ok_or_else(|| ReportError::UnknownSchool(id.clone()))?;
            let ladder = &input.ladder;
            let mut log = LadderLog::new(ladder, reading.register().year());
            log.update(ladder, reading, prior, as_of)?;
            let steps = ladder.open_steps(&log, &casebook.contacts_made(), reading, as_of)?;
            Ok::<_, ReportError>(mentoring.agenda(&AgendaRules::default(), school, as_of, &steps, prior))
        });
        let capacity = CapacityRules::default();
        let rules = (&NeedRules::default(), &capacity, &worklist_rules);
        let coordinator = mentoring.coordinator(roster, rules, as_of, prior);
        let matching = (&capacity, &MatchRules::default());
        let by = |dimension: &Dimension| mentoring.barriers_by(roster, as_of, Some(dimension));
        Ok(Some(Self {
            barriers: [
                ("all", mentoring.barriers_by(roster, as_of, None)),
                ("by_school", by(&Dimension::School)),
                ("by_grade", by(&Dimension::Grade)),
                ("by_tier", mentoring.barriers_by_tier(as_of)),
            ],
            responses: mentoring.barrier_responses(as_of),
            gaps: mentoring.barrier_gaps(as_of, AgendaRules::default().unmet_school_days),
            proposal: mentoring.propose_matches(&coordinator.needs, matching, roster, as_of),
            learning: casebook.learning_shares(as_of),
            scorecard: mentoring.scorecard(&coordinator, &[]),
            kept_plan: mentoring.mentor_recognition(&worklist_rules.recognition, as_of),
            worklist: worklist.transpose()?,
            agenda: agenda.transpose()?,
            coordinator,
        }))
    }
}
