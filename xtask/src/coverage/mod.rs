//! Every public item of the core is reached from both packages, or stands in a list with the reason why not.

mod contract;
mod list;
mod macros;
mod packages;
mod source;
#[cfg(test)]
mod tests;

use crate::command::{Outcome, root};
use contract::Contract;
use list::List;
use packages::Packages;
use std::{collections::BTreeSet, fs};

/// The crates whose public items users need, and the list that says where they reach them.
const CRATES: [&str; 2] = ["homeroom", "homeroom-exchange"];
const LIST: &str = "bindings/coverage.toml";

/// Compares the core with the list, and the list with the contract and the packages.
pub fn run() -> Outcome<Vec<String>> {
    let root = root();
    let mut items = BTreeSet::new();
    for of in CRATES {
        for item in source::public_items(&root.join("crates").join(of).join("src/lib.rs"))? {
            if let Some(item) = items.replace(item) {
                return Err(format!("two public items of {} are called {item}", CRATES.join(" and ")));
            }
        }
    }
    let text = fs::read_to_string(root.join(LIST)).map_err(|error| format!("{LIST}: {error}"))?;
    let list: List = toml::from_str(&text).map_err(|error| format!("{LIST}: {error}"))?;
    let contract = Contract::read(&root.join("crates/homeroom-wire/schema"))?;
    let packages = Packages::read(&root.join("bindings"))?;
    let counts = list::check(&list, &items, &contract, &packages).map_err(|problems| {
        let count = problems.len();
        format!("{LIST}: {count} problems\n{}", problems.join("\n"))
    })?;
    let line = format!(
        "core items: {} public, {} reached by name, {} left out with a reason, {} missing",
        items.len(),
        counts.reached,
        counts.left_out,
        counts.missing
    );
    println!("{line}");
    Ok(vec![line])
}
