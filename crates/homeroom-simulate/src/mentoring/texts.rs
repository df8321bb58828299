//! Sentences that mentors write. All are invented, none names anyone, and none holds a semicolon.

pub(super) const STRENGTHS: [&str; 12] = [
    "keeps going after a setback",
    "kind to younger children",
    "draws wonderfully",
    "good with numbers",
    "made the team",
    "asks good questions",
    "helps at home without being asked",
    "tells stories that everyone listens to",
    "fixed the broken shelf in the workshop",
    "reads for an hour in the evening",
    "says when something is wrong",
    "came early twice this week",
];

pub(super) const GOALS: [&str; 10] = [
    "be at school every Monday this month",
    "pack the bag in the evening",
    "take the early bus",
    "ask for help in mathematics",
    "go to bed before ten",
    "hand in the two missing essays",
    "eat breakfast at school",
    "try the robotics club",
    "talk with the nurse before going home",
    "five days in a row",
];

pub(super) const NOTES: [&str; 12] = [
    "Was quiet today and would rather walk than sit.",
    "Proud of the science project.",
    "Little sleep because of the noise at home.",
    "Worried about the test on Friday.",
    "The morning goes better since the alarm is across the room.",
    "Would like to change seats in class.",
    "Looks after a small brother until the bus comes.",
    "The inhaler was forgotten, the nurse has a spare one now.",
    "Wants to talk about what comes after school.",
    "Laughed a lot, first time in weeks.",
    "Asked not to be met in the corridor.",
    "Family may move in spring.",
];

pub(super) const PROMISES: [&str; 8] = [
    "ask the office about a bus pass",
    "bring the book from the library",
    "talk with the teacher about the seat",
    "find out when the club meets",
    "call the family about the doctor's appointment",
    "ask the nurse for a plan",
    "look for a quiet place at lunch",
    "print the list of missing work",
];

pub(super) const CIRCLE_NOTES: [&str; 5] = [
    "Mornings were the topic.",
    "Two would like to walk to school together.",
    "The families asked for messages in their own language.",
    "Everybody named one good thing of the week.",
    "The bus is late on Mondays.",
];

pub(super) const FAMILY_NOTES: [&str; 6] = [
    "Feels seen by one adult at school and would like a second.",
    "School begins before the first bus.",
    "Letters about absence are read as threats.",
    "School would be easier if lunch were less loud.",
    "Nobody had said that two days a month add up.",
    "Mornings are hard when the shift at work changes.",
];

pub(super) const ADULT_NOTES: [&str; 4] = [
    "The team lacks time to look at the numbers together.",
    "Families hear from school only when something is wrong.",
    "Would mentor if there were a quiet room for it.",
    "The list of absences comes a week late.",
];

pub(super) const SHARED: [&str; 6] = [
    "What families told us in the interviews.",
    "How the three districts choose their mentors.",
    "A morning routine that two schools tried.",
    "First figures of the pilot year.",
    "What to do when a mentor leaves.",
    "What we keep for the second year.",
];
