//! What a coordinator and a school's attendance team look at.

mod agenda;
mod coordinator;
mod scorecard;

pub use agenda::{Agenda, AgendaRules, BecameChronic, OverdueStudent};
pub use coordinator::{CoordinatorRow, CoordinatorView, Coverage};
pub use scorecard::{AimMeasure, AimTarget, ScoreLine, Scorecard};
