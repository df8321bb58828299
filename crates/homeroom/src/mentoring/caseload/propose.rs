//! A fair proposal of matches: as many students as can be matched are, those in greatest need first.

use super::{CapacityRules, MatchRules, MatchSign, Need, NoMatch};
use crate::{Rate, Roster, StudentId, mentoring::MentoringReading};
use chrono::NaiveDate;

/// A proposed match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The student's index in the register.
    pub student: usize,
    /// The mentor's index in the casebook.
    pub mentor: usize,
    /// What speaks for it.
    pub signs: Vec<MatchSign>,
}

/// A student for whom nobody can be proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmatched {
    /// The student's index in the register.
    pub student: usize,
    /// Why.
    pub reason: NoMatch,
}

/// Matches for the students who qualify and have no mentor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchProposal {
    /// The matches, those in greatest need first.
    pub matches: Vec<Match>,
    /// The students left without, in the same order.
    pub unmatched: Vec<Unmatched>,
}

struct Seeker {
    need: Need,
    id: StudentId,
    mentors: Vec<usize>,
}

impl MentoringReading<'_> {
    /// Proposes a mentor for each student of `needs` who has none on the date.
    ///
    /// Students come by tier, then by their rate of absence, then by identifier. A student takes the mentor known from
    /// before, then one who speaks the language of the home, then the one with the least load against capacity; where
    /// all are full, students matched before move to others they fit with, so that no set of students could be matched in
    /// place of this one that is larger, or comes earlier in the order of need. The same facts always give the same
    /// proposal.
    pub fn propose_matches(
        &self,
        needs: &[Need],
        (capacity, rules): (&CapacityRules, &MatchRules),
        roster: &Roster,
        as_of: NaiveDate,
    ) -> MatchProposal {
        let register = self.register();
        let mut waiting: Vec<&Need> = needs.iter().filter(|need| !need.mentored).collect();
        waiting.sort_by_key(|need| self.order_of_need(**need));
        let loads = self.loads(capacity, as_of);
        let room: Vec<usize> = loads.iter().map(|load| load.room().unwrap_or(0)).collect();
        let mut table = Table { room, taken: vec![Vec::new(); loads.len()] };
        let load_after = |mentor: usize, taken: usize| {
            let (students, most) = (loads[mentor].primary.len() + taken, loads[mentor].capacity.unwrap_or(0));
            Rate::new(students as u64, u64::from(most.max(1))).map(Rate::reduced)
        };
        let mut seekers: Vec<Seeker> = Vec::new();
        let mut unmatched = Vec::new();
        for need in waiting {
            let Ok(id) = StudentId::new(register.student_id(need.student)) else { continue };
            let school = register.school_id(register.key(need.row).school as usize);
            let found = self.candidates(rules, roster, (id.as_str(), school.as_str(), need.tier), as_of);
            if let Some(reason) = found.none {
                unmatched.push((*need, Unmatched { student: need.student, reason }));
                continue;
            }
            let mut mentors = found.mentors;
            mentors.sort_by_key(|mentor| {
                let before = self.had_mentor(&id, *mentor, as_of);
                let language = self.shares_language(rules, roster, id.as_str(), *mentor);
                let load = load_after(*mentor, table.taken[*mentor].len() + 1);
                (!before, !language, load, *mentor)
            });
            seekers.push(Seeker { need: *need, id, mentors });
            let seeker = seekers.len() - 1;
            if !table.place(&seekers, seeker, &mut vec![false; loads.len()]) {
                unmatched.push((*need, Unmatched { student: need.student, reason: NoMatch::NoRoom }));
            }
        }
        let mut matches: Vec<(usize, usize)> = Vec::new();
        for (mentor, taken) in table.taken.iter().enumerate() {
            matches.extend(taken.iter().map(|seeker| (*seeker, mentor)));
        }
        matches.sort_unstable();
        let explain = |(seeker, mentor): (usize, usize)| {
            let Seeker { need, id, .. } = &seekers[seeker];
            let school = register.school_id(register.key(need.row).school as usize).clone();
            let mut signs = vec![MatchSign::School(school)];
            if self.shares_language(rules, roster, id.as_str(), mentor) {
                signs.push(MatchSign::Language);
            }
            if self.had_mentor(id, mentor, as_of) {
                signs.push(MatchSign::EarlierMentor);
            }
            let students = loads[mentor].primary.len() + table.taken[mentor].len();
            signs.push(MatchSign::Load { students, capacity: loads[mentor].capacity.unwrap_or(0).into() });
            Match { student: need.student, mentor, signs }
        };
        let matches = matches.into_iter().map(explain).collect();
        unmatched.sort_by_key(|(need, _)| self.order_of_need(*need));
        MatchProposal { matches, unmatched: unmatched.into_iter().map(|(_, unmatched)| unmatched).collect() }
    }
}

/// Who is matched with whom so far.
struct Table {
    room: Vec<usize>,
    // Of each mentor the seekers matched.
    taken: Vec<Vec<usize>>,
}

impl Table {
    // Finds a place for a seeker: with the first mentor who has room, or by moving another along. Whoever has a place keeps
    // one, so those who came first are never left out for those who come later.
    fn place(&mut self, seekers: &[Seeker], seeker: usize, seen: &mut [bool]) -> bool {
        for mentor in &seekers[seeker].mentors {
            if self.taken[*mentor].len() < self.room[*mentor] {
                self.taken[*mentor].push(seeker);
                return true;
            }
        }
        for mentor in &seekers[seeker].mentors {
            if std::mem::replace(&mut seen[*mentor], true) {
                continue;
            }
            for place in 0..self.taken[*mentor].len() {
                let other = self.taken[*mentor][place];
                if self.place(seekers, other, seen) {
                    self.taken[*mentor][place] = seeker;
                    return true;
                }
            }
        }
        false
    }
}
