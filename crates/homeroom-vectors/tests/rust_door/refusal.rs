//! Refusals: the crate's errors by their codes.

use homeroom::mentoring::{LadderError, LadderRefusal, StatusError};
use homeroom::{
    AmendError, EnrollmentError, InvalidFraction, MergeError, PolicyError, RegisterError, TooFine, WireError,
};

/// A question refused.
#[derive(Debug)]
pub struct Refused {
    pub code: String,
    pub field: Option<String>,
    /// What the error says, for whoever reads a failure.
    pub text: String,
}

impl Refused {
    // The name of the variant that `Debug` begins with, in lower_snake.
    fn of(error: &(impl std::fmt::Debug + std::fmt::Display)) -> Self {
        let name: String = format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect();
        let mut code = String::new();
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.push(letter.to_ascii_lowercase());
        }
        Self { code, field: None, text: error.to_string() }
    }
}

impl From<PolicyError> for Refused {
    fn from(error: PolicyError) -> Self {
        Self { code: "policy".into(), field: Some(error.field().into()), text: error.to_string() }
    }
}

impl From<LadderError> for Refused {
    fn from(error: LadderError) -> Self {
        Self { code: "ladder".into(), field: Some(error.field().into()), text: error.to_string() }
    }
}

macro_rules! refused {
    ($($error:ty),*) => {$(
        impl From<$error> for Refused {
            fn from(error: $error) -> Self {
                Self::of(&error)
            }
        }
    )*};
}

refused!(
    AmendError,
    EnrollmentError,
    InvalidFraction,
    LadderRefusal,
    MergeError,
    RegisterError,
    StatusError,
    TooFine,
    WireError
);
