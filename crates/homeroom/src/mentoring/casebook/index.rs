//! Assignments as the casebook keeps them, and the stretches of dates on which one plan is in force.

use super::super::{Assignment, AssignmentRole, ContactPlan};
use chrono::NaiveDate;

/// An assignment with its mentor's index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Assigned {
    pub(in super::super) mentor: u32,
    pub(in super::super) assignment: Assignment,
}

/// Dates on which an assignment is in force, with its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Segment {
    pub(in super::super) first: NaiveDate,
    pub(in super::super) last: NaiveDate,
    pub(in super::super) mentor: u32,
    pub(in super::super) role: AssignmentRole,
    /// The plan's index; `None` where no plan is in force and nothing is expected.
    pub(in super::super) plan: Option<u32>,
}

impl Segment {
    pub(in super::super) fn holds(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}

/// Cuts an assignment into segments of one plan each.
///
/// The plan is the assignment's own; else the plan of its tier in force on the date; else the one of all tiers. Of
/// several in force the one with the least identifier counts. Outside its own plan's dates nothing is expected.
pub(super) fn segments(assigned: &Assigned, plans: &[ContactPlan]) -> Vec<Segment> {
    let Assigned { mentor, assignment } = assigned;
    let last = assignment.end.unwrap_or(NaiveDate::MAX);
    let mut cuts = vec![assignment.begin];
    for plan in plans {
        let edges = [plan.begin, plan.end.and_then(|end| end.succ_opt())];
        cuts.extend(edges.into_iter().flatten().filter(|cut| assignment.begin < *cut && *cut <= last));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts[1..].iter().map(|cut| cut.pred_opt().unwrap_or(*cut)).chain([last]);
    let mut segments: Vec<Segment> = Vec::new();
    for (first, last) in cuts.iter().copied().zip(ends) {
        let plan = plan_on(assignment, plans, first);
        match segments.last_mut() {
            Some(before) if before.plan == plan => before.last = last,
            _ => segments.push(Segment { first, last, mentor: *mentor, role: assignment.role, plan }),
        }
    }
    segments
}

fn plan_on(assignment: &Assignment, plans: &[ContactPlan], date: NaiveDate) -> Option<u32> {
    let find = |fits: &dyn Fn(&ContactPlan) -> bool| {
        plans.iter().position(|plan| plan.holds(date) && fits(plan)).map(|plan| plan as u32)
    };
    if let Some(own) = &assignment.plan {
        return find(&|plan| plan.id == *own);
    }
    let of_tier = assignment.tier.and_then(|tier| find(&|plan| plan.tier == Some(tier)));
    of_tier.or_else(|| find(&|plan| plan.tier.is_none()))
}
