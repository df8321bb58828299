//! The aims of a success-mentors program.

use crate::terms::terms;

terms! {
    /// What an intervention is for: the aims by which a success-mentors program sorts what it does.
    pub enum Aim {
        Proactive = "proactive" #[doc = "To reach out before absences add up."],
        JoyfulAndPositive = "joyful_and_positive" #[doc = "To make school a place where the child is glad to be and is missed."],
        NavigatingBarriers = "navigating_barriers" #[doc = "To find what stands between child and school, and a way round it."],
        TrackingAndRecognizingResults = "tracking_and_recognizing_results" #[doc = "To keep count of what comes of it, and to recognise good and improved attendance."],
    }
}
