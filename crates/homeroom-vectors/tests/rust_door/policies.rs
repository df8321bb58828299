//! The policies of a case.

use crate::refusal::Refused;
use homeroom::Policy;
use homeroom_vectors::PolicyChoice;

pub fn policy(choice: Option<&PolicyChoice>) -> Result<Policy, Refused> {
    let choice = choice.expect("the case names a policy");
    let preset = Policy::preset(&choice.preset).expect("the preset exists");
    if choice.overrides.is_none() {
        return Ok(preset);
    }
    let json = serde_json::from_str(&preset.to_json()).expect("a policy's JSON");
    Ok(Policy::from_json(&choice.merged_into(json).to_string())?)
}
