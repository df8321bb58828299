//! Caseloads: who has how many students, who needs a mentor, who has room, and a proposal of matches.

mod capacity;
mod load;
mod matching;
mod need;
mod propose;

pub use capacity::{CASELOAD_NORMS, CapacityRules, CaseloadNorm};
pub use load::MentorLoad;
pub use matching::{MatchRules, MatchSign, NoMatch};
pub use need::{Need, NeedRules};
pub use propose::{Match, MatchProposal, Unmatched};
