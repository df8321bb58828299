// Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.

/** A date, YYYY-MM-DD. */
export type ISODate = string;

/** What a merge patch (RFC 7396) may change: `null` takes a member away. */
export type Patch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Patch<T[K]> | null }
    : T;

/** A time of day, HH:MM:SS. */
export type Time = string;

/**
 * An exact number as text: a decimal number where it ends within four places (`17.5`), else a fraction in
 * lowest terms (`11/6`). Where it is given, `50%` is another way to write `1/2`.
 */
export type Exact = string;

/** A percentage with its decimals as text, rounded half up on the exact ratio (`10.0`). */
export type Percent = string;

/** A barrier: a published term, or one of your own under a root cause, `root_cause:name`. */
export type Barrier = string;

/** An Ed-Fi descriptor as it is written: `uri://ed-fi.org/DeliveryMethodDescriptor#Individual`. */
export type Descriptor = string;

/** The first and the last of some school days: the instructional days of the school, counted from 1. */
export type SchoolDayRange = readonly [number, number];

/** A part and its whole. */
export type PartAndWhole = readonly [number, number];

/**
 * What a code says of a student on a day (CEDS Attendance Status 000076), with three states that CEDS lacks
 * and systems need: an absence whose excusal is not known, a student who is not expected, and an explicit
 * "attendance not taken". The order is that of certainty in a conflict: see `ConflictRule::Certainty`.
 *
 * - `not_recorded`: The system says that attendance was not taken.
 * - `not_expected`: Not expected that day: the day leaves membership (Vermont SNE, England X, Y).
 * - `present`: Present.
 * - `absence`: Absent; whether excused is not known.
 * - `unexcused_absence`: Absent without acceptable cause or authorization.
 * - `excused_absence`: Absent for an accepted cause.
 * - `early_departure`: Present, and left before the end.
 * - `tardy`: Absent at the start, and came before the end.
 */
export type AttendanceStatus =
  | "not_recorded"
  | "not_expected"
  | "present"
  | "absence"
  | "unexcused_absence"
  | "excused_absence"
  | "early_departure"
  | "tardy";

/**
 * How the day is spent (NCES Forum 2009-804, CEDS 000599 and 000600; 1F is Rhode Island's addition).
 *
 * - `in_school`: 1A: in school, regular program.
 * - `nontraditional_setting`: 1B: hospital, homebound or another setting.
 * - `disciplinary_with_instruction`: 1C: discipline, receiving instruction (usually in-school suspension).
 * - `out_of_school_activity`: 1D: regular program activity elsewhere (field trip, work-study).
 * - `extracurricular_activity`: 1E: approved extra- or co-curricular activity.
 * - `remote_learning`: 1F: distance learning provided by the school.
 * - `noninstructional_activity`: 2A: noninstructional activity recognised by state or school.
 * - `religious_observation`: 2B: religious observation.
 * - `illness_or_health`: 2C: illness, injury, health treatment or examination.
 * - `family_emergency`: 2D: family emergency or bereavement.
 * - `disciplinary_without_instruction`: 2E: discipline, not receiving instruction (usually out-of-school
 *   suspension).
 * - `legal_or_judicial`: 2F: legal or judicial requirement.
 * - `family_activity`: 2G: family activity (vacation, deployment).
 * - `student_employment`: 2H: student employment.
 * - `transportation_not_available`: 2I: transportation not available.
 * - `skipping`: 2J: student is skipping school.
 * - `situation_unknown`: 2K: situation unknown.
 * - `extended_medical`: A long medical absence under its own rule (New York).
 * - `independent_study`: Independent study that earns attendance (California).
 * - `independent_study_not_earned`: Independent study that earns no attendance (California).
 */
export type AttendanceCategory =
  | "in_school"
  | "nontraditional_setting"
  | "disciplinary_with_instruction"
  | "out_of_school_activity"
  | "extracurricular_activity"
  | "remote_learning"
  | "noninstructional_activity"
  | "religious_observation"
  | "illness_or_health"
  | "family_emergency"
  | "disciplinary_without_instruction"
  | "legal_or_judicial"
  | "family_activity"
  | "student_employment"
  | "transportation_not_available"
  | "skipping"
  | "situation_unknown"
  | "extended_medical"
  | "independent_study"
  | "independent_study_not_earned";

/**
 * What happens at a school on a date (Ed-Fi `CalendarEventDescriptor`, v5.2).
 *
 * - `instructional_day`: An ordinary school day.
 * - `make_up_day`: An instructional day in place of a lost one.
 * - `early_release`: An instructional day that begins late or ends early.
 * - `non_instructional_day`: A day without instruction.
 * - `holiday`: A holiday.
 * - `weather_day`: Closed for weather.
 * - `emergency_day`: Closed for an emergency.
 * - `teacher_only_day`: Staff only.
 * - `strike`: Closed by a strike.
 * - `other`: Another event; not instructional.
 */
export type CalendarEvent =
  | "instructional_day"
  | "make_up_day"
  | "early_release"
  | "non_instructional_day"
  | "holiday"
  | "weather_day"
  | "emergency_day"
  | "teacher_only_day"
  | "strike"
  | "other";

/**
 * How an exit date is meant. Ed-Fi recommends inclusive dates and leaves the choice to states.
 *
 * - `inclusive`: The exit date is the last day in membership.
 * - `exclusive`: The exit date is the first day out of membership.
 */
export type ExitDay =
  | "inclusive"
  | "exclusive";

/**
 * What was wrong: one closed list for every reader and the roll.
 *
 * - `empty_file`: A file holds no record.
 * - `wrong_encoding`: A file or field is not text in the stated encoding.
 * - `malformed_row`: A row does not have the form of its file.
 * - `truncated_file`: A file ends in the middle of a record.
 * - `field_too_long`: A field is longer than any value can be.
 * - `forbidden_markup`: XML declares entities or a document type, which data has no use for.
 * - `unknown_column`: A column that the mapping does not name; it was not read.
 * - `missing_column`: A column that the mapping names and the file lacks.
 * - `missing_value`: A required value is missing.
 * - `invalid_id`: A value is not an identifier.
 * - `invalid_date`: A value is not a date of the calendar.
 * - `ambiguous_date`: A date reads as two dates and the mapping does not settle which.
 * - `invalid_grade`: A value is not a grade level.
 * - `invalid_number`: A value is not the number it should be.
 * - `invalid_descriptor`: A value is not an Ed-Fi descriptor: a namespace, `#` and a code value.
 * - `range_reversed`: A least value is above the most, or an end is before the beginning.
 * - `unknown_element`: An element or attribute that the model does not hold; it was not read.
 * - `not_written`: A value for which the form written has no place; it was not written.
 * - `part_out_of_range`: A part of a day is below 0 or above 1.
 * - `minutes_out_of_range`: More minutes than a day has.
 * - `part_missing`: An event speaks of a part of the day and does not say how much.
 * - `unmapped_code`: An attendance code that the code table does not hold; never taken for present.
 * - `unmapped_calendar_event`: A calendar event the model does not know; taken as not instructional.
 * - `date_outside_year`: A date outside the school year.
 * - `exit_before_entry`: An enrolment ends before it begins.
 * - `enrollment_without_days`: An enrolment that holds no school day (a no-show).
 * - `duplicate_enrollment`: The same enrolment twice.
 * - `overlapping_enrollment`: Two enrolments hold the same day; it counts once for the student.
 * - `transfer_day`: One school's last day is the next one's first; it counts at one of them.
 * - `grade_changed`: Two enrolments at one school give two grades; the later one counts.
 * - `membership_changed`: Two enrolments at one school differ in share or in being primary; the later one
 *   counts.
 * - `unknown_student`: A record of a student whom no enrolment names.
 * - `unknown_school`: A record of a school that has no calendar.
 * - `event_without_enrollment`: An event of a student not enrolled at that school on that day.
 * - `event_on_non_school_day`: An event on a day that is not instructional at that school.
 * - `duplicate_event`: The same event twice; it counts once.
 * - `duplicate_record`: The same student, school, calendar day or other entry twice; it counts once.
 * - `conflicting_records`: Two entries about one thing other than attendance contradict each other.
 * - `conflicting_events`: Two events of one day contradict each other; the rule says which counts.
 * - `parts_exceed_day`: The parts of one day add up to more than the day.
 * - `sections_unknown`: A section event, and nothing says how many sections the day has.
 * - `two_schools_one_day`: Two schools recorded the same student's day; it counts once for the student.
 * - `calendar_contradiction`: The declared number of instructional days is not the number listed.
 * - `calendar_without_days`: A calendar without an instructional day.
 * - `calendar_inferred`: A calendar was inferred, by the rule stated.
 * - `enrollment_assumed`: Enrolment was assumed, by the rule stated.
 * - `school_assumed`: A student's school is not known; a stand-in holds the enrolment.
 * - `unknown_term`: A value that is not a term of its closed list.
 * - `dates_out_of_order`: A record ends, is due, done or resolved before it begins.
 * - `unknown_mentor`: A record of a mentor whom no record of mentors names.
 * - `unknown_plan`: An assignment names a contact plan that there is not.
 * - `unknown_intervention`: A record of an intervention that the catalogue lacks.
 * - `invalid_plan`: A contact plan asks for what no week can hold.
 * - `illegal_status`: An intervention's status does not follow from the one before.
 * - `overlapping_assignment`: Two mentors answer for one student on the same days; contacts are expected
 *   once.
 * - `contact_outside_assignment`: A contact before, after or without any assignment of the student; it is
 *   kept and does not count for a plan.
 * - `contact_by_other_mentor`: A contact by a mentor who is not assigned to the student, while another is; it
 *   counts for the student.
 * - `contact_on_non_school_day`: A contact on a day on which the student has no school; it counts.
 * - `contact_on_absent_day`: A contact in person at school on a day on which the student was absent all day;
 *   it counts.
 * - `contact_minutes_out_of_range`: No contact is so long or so short: the contact counts, its minutes do
 *   not.
 * - `simultaneous_contacts`: Two mentors met the student at the same time; both count.
 * - `duplicate_contact`: The same check-in or call twice; it counts once.
 * - `circle_member_unknown`: A circle names a student or mentor whom nothing else names; the others count.
 * - `value_left_out`: A value that says more about a record cannot be read; the record counts without it.
 * - `unknown_reference`: A record names someone or something besides what it is about that nothing else
 *   names; it counts without.
 * - `unknown_organization`: A record of a district or network that nothing else names.
 * - `unused_record`: A record of a kind that this reader does not use.
 */
export type FindingCode =
  | "empty_file"
  | "wrong_encoding"
  | "malformed_row"
  | "truncated_file"
  | "field_too_long"
  | "forbidden_markup"
  | "unknown_column"
  | "missing_column"
  | "missing_value"
  | "invalid_id"
  | "invalid_date"
  | "ambiguous_date"
  | "invalid_grade"
  | "invalid_number"
  | "invalid_descriptor"
  | "range_reversed"
  | "unknown_element"
  | "not_written"
  | "part_out_of_range"
  | "minutes_out_of_range"
  | "part_missing"
  | "unmapped_code"
  | "unmapped_calendar_event"
  | "date_outside_year"
  | "exit_before_entry"
  | "enrollment_without_days"
  | "duplicate_enrollment"
  | "overlapping_enrollment"
  | "transfer_day"
  | "grade_changed"
  | "membership_changed"
  | "unknown_student"
  | "unknown_school"
  | "event_without_enrollment"
  | "event_on_non_school_day"
  | "duplicate_event"
  | "duplicate_record"
  | "conflicting_records"
  | "conflicting_events"
  | "parts_exceed_day"
  | "sections_unknown"
  | "two_schools_one_day"
  | "calendar_contradiction"
  | "calendar_without_days"
  | "calendar_inferred"
  | "enrollment_assumed"
  | "school_assumed"
  | "unknown_term"
  | "dates_out_of_order"
  | "unknown_mentor"
  | "unknown_plan"
  | "unknown_intervention"
  | "invalid_plan"
  | "illegal_status"
  | "overlapping_assignment"
  | "contact_outside_assignment"
  | "contact_by_other_mentor"
  | "contact_on_non_school_day"
  | "contact_on_absent_day"
  | "contact_minutes_out_of_range"
  | "simultaneous_contacts"
  | "duplicate_contact"
  | "circle_member_unknown"
  | "value_left_out"
  | "unknown_reference"
  | "unknown_organization"
  | "unused_record";

/**
 * What was done about a finding.
 *
 * - `rejected`: The record was not used.
 * - `superseded`: Another record of the same day counts instead.
 * - `merged`: The record counts once together with another.
 * - `assumed`: Something was assumed in the place of what is missing.
 * - `noted`: The record was used as it stands.
 */
export type Action =
  | "rejected"
  | "superseded"
  | "merged"
  | "assumed"
  | "noted";

/**
 * A student's grade level, ordered from youngest to oldest; the terms are the CEDS codes.
 *
 * - `IT`: Infant or toddler.
 * - `PR`: Preschool.
 * - `PK`: Prekindergarten.
 * - `TK`: Transitional kindergarten.
 * - `KG`: Kindergarten.
 * - `01`: First grade.
 * - `02`: Second grade.
 * - `03`: Third grade.
 * - `04`: Fourth grade.
 * - `05`: Fifth grade.
 * - `06`: Sixth grade.
 * - `07`: Seventh grade.
 * - `08`: Eighth grade.
 * - `09`: Ninth grade.
 * - `10`: Tenth grade.
 * - `11`: Eleventh grade.
 * - `12`: Twelfth grade.
 * - `13`: Grade 13.
 * - `AE`: Adult education.
 * - `UG`: Ungraded.
 * - `OTHER`: Another level of the school's own.
 */
export type GradeLevel =
  | "IT"
  | "PR"
  | "PK"
  | "TK"
  | "KG"
  | "01"
  | "02"
  | "03"
  | "04"
  | "05"
  | "06"
  | "07"
  | "08"
  | "09"
  | "10"
  | "11"
  | "12"
  | "13"
  | "AE"
  | "UG"
  | "OTHER";

/**
 * What the first month of school says (Olson 2014, Baltimore).
 *
 * - `elevated`: 2 to 4 days missed: about half became chronically absent.
 * - `high`: More than 4 days missed: nearly 9 of 10 did.
 */
export type FirstMonth =
  | "elevated"
  | "high";

/**
 * What the year before says (Attendance Works).
 *
 * - `chronic`: At least 10 % of the days: tier 2.
 * - `severe`: At least 20 % of the days: tier 3.
 */
export type PriorYear =
  | "chronic"
  | "severe";

/**
 * Why two periods may not be comparable.
 *
 * - `different_policies`: The two periods are read under two policies.
 * - `shorter_period`: One period has at least a tenth fewer school days.
 * - `different_roll_rules`: The rolls were read by different rules.
 * - `movers`: At least a tenth of the students are in one period only.
 * - `unrecorded_days`: At least a hundredth of the days of a period is not recorded.
 */
export type ComparabilityWarning =
  | "different_policies"
  | "shorter_period"
  | "different_roll_rules"
  | "movers"
  | "unrecorded_days";

/**
 * A clause of a policy by which two can differ.
 *
 * - `unit`: Days, sessions or hours.
 * - `scope`: Over all schools or at each.
 * - `unrecorded`: How days without a record count.
 * - `limit`: The limit itself: another share, or a number of days.
 * - `comparator`: Whether the limit itself is chronic.
 * - `suspension`: How disciplinary days count.
 * - `treatment`: How other statuses and categories count.
 * - `day_rule`: How a part of a day counts.
 * - `minimum_days`: Days in membership or attended, or share of the year, asked for.
 * - `grades`: Which grades count.
 * - `leavers`: Whether those who left count.
 */
export type Clause =
  | "unit"
  | "scope"
  | "unrecorded"
  | "limit"
  | "comparator"
  | "suspension"
  | "treatment"
  | "day_rule"
  | "minimum_days"
  | "grades"
  | "leavers";

/**
 * The stretches of time a series is made of.
 *
 * - `day`: Each school day.
 * - `week`: Weeks from Monday, labelled by their Monday.
 * - `month`: Calendar months, labelled by their first.
 * - `weekday`: Days of the week over the whole window, labelled 1 (Monday) to 7.
 */
export type Period =
  | "day"
  | "week"
  | "month"
  | "weekday";

/**
 * Why a student does not count among the chronically absent or those who are not, in the order in which the
 * reasons are looked for.
 *
 * - `no_membership`: No day in membership up to the date.
 * - `grade_not_counted`: The policy does not count the grade, or it is unknown.
 * - `left`: Left before the date, and the policy leaves leavers out.
 * - `too_few_days`: Fewer days in membership than the policy asks for.
 * - `small_share_of_year`: In membership for a smaller share of the school's days than the policy asks for.
 * - `nothing_recorded`: No day on which attendance is known.
 * - `too_few_attended`: Attended on fewer days than the policy asks for.
 */
export type Ineligible =
  | "no_membership"
  | "grade_not_counted"
  | "left"
  | "too_few_days"
  | "small_share_of_year"
  | "nothing_recorded"
  | "too_few_attended";

/**
 * How a student moved between two dates.
 *
 * - `entered`: Not chronically absent before, chronically absent after.
 * - `left`: Chronically absent before, not after.
 * - `stayed`: Chronically absent before and after.
 * - `stayed_out`: Not chronically absent before or after.
 * - `new`: Counted only after: a new student, or one not eligible before.
 * - `gone`: Counted only before: a student who left, or is not eligible after.
 */
export type Movement =
  | "entered"
  | "left"
  | "stayed"
  | "stayed_out"
  | "new"
  | "gone";

/**
 * Whether a mentor answers for the student's plan.
 *
 * - `primary`: Answers for the plan: contacts are expected of this mentor.
 * - `secondary`: Stands in or helps: none are expected; contacts count for the student as long as another
 *   answers for the plan.
 */
export type AssignmentRole =
  | "primary"
  | "secondary";

/**
 * Why an assignment ended.
 *
 * - `completed`: The student no longer needs a mentor.
 * - `handed_over`: Another mentor took over.
 * - `mentor_left`: The mentor left the program.
 * - `student_moved`: The student left the school or district.
 * - `not_a_match`: The two did not get on.
 * - `declined`: The student or family declined.
 * - `year_ended`: The school year ended.
 * - `other`: Another reason.
 */
export type EndReason =
  | "completed"
  | "handed_over"
  | "mentor_left"
  | "student_moved"
  | "not_a_match"
  | "declined"
  | "year_ended"
  | "other";

/**
 * The root causes of absence (Attendance Works).
 *
 * - `barriers`: Something stands between the child and school.
 * - `aversion`: Something at school keeps the child away.
 * - `disengagement`: School holds nothing for the child.
 * - `misconceptions`: The family thinks that absence does not matter.
 */
export type RootCause =
  | "barriers"
  | "aversion"
  | "disengagement"
  | "misconceptions";

/**
 * The published barriers (root causes of Attendance Works, as in New York City's orientation of mentors).
 *
 * - `illness`: Chronic or acute illness.
 * - `family_responsibilities`: Family responsibilities or the situation at home.
 * - `trauma`: Trauma.
 * - `transportation`: Poor transportation.
 * - `housing_and_food`: Housing and food insecurity.
 * - `access_to_services`: Inequitable access to services.
 * - `system_involvement`: Involvement with the justice or welfare system.
 * - `unpredictable_schedule`: No predictable schedule for learning.
 * - `technology_access`: No access to technology.
 * - `struggling`: Struggling with lessons or behaviour.
 * - `unwelcoming_climate`: An unwelcoming school climate.
 * - `social_challenges`: Trouble with other students.
 * - `anxiety`: Anxiety.
 * - `biased_discipline`: Biased discipline or suspension.
 * - `undiagnosed_disability`: A disability not diagnosed, or no accommodation for it.
 * - `negative_parent_experience`: Parents' own bad experience of school.
 * - `unchallenging_instruction`: Instruction that is not challenging or not culturally responsive.
 * - `boredom`: Boredom.
 * - `no_meaningful_relationship`: No meaningful relationship with an adult at school.
 * - `no_enrichment`: No enrichment.
 * - `no_support`: No academic or behavioural support.
 * - `credits_not_earned`: Credits not earned.
 * - `drawn_to_work`: Drawn to a low-wage job.
 * - `only_unexcused_matters`: Absences are thought to matter only if unexcused.
 * - `two_days_a_month_do_not_matter`: Two days a month are thought not to matter.
 * - `loses_track`: The family loses track of absences or underestimates them.
 * - `sporadic_is_no_problem`: Sporadic absences are thought to be no problem.
 * - `only_older_grades_matter`: Attendance is thought to matter only in older grades.
 * - `suspension_does_not_count`: Suspensions are thought not to count as absence.
 */
export type BarrierTerm =
  | "illness"
  | "family_responsibilities"
  | "trauma"
  | "transportation"
  | "housing_and_food"
  | "access_to_services"
  | "system_involvement"
  | "unpredictable_schedule"
  | "technology_access"
  | "struggling"
  | "unwelcoming_climate"
  | "social_challenges"
  | "anxiety"
  | "biased_discipline"
  | "undiagnosed_disability"
  | "negative_parent_experience"
  | "unchallenging_instruction"
  | "boredom"
  | "no_meaningful_relationship"
  | "no_enrichment"
  | "no_support"
  | "credits_not_earned"
  | "drawn_to_work"
  | "only_unexcused_matters"
  | "two_days_a_month_do_not_matter"
  | "loses_track"
  | "sporadic_is_no_problem"
  | "only_older_grades_matter"
  | "suspension_does_not_count";

/**
 * Where a barrier was learnt of.
 *
 * - `check_in`: A check-in.
 * - `home_call`: A call home.
 * - `interview`: An empathy interview.
 * - `circle`: A student or family circle.
 * - `survey`: A survey.
 */
export type BarrierSource =
  | "check_in"
  | "home_call"
  | "interview"
  | "circle"
  | "survey";

/**
 * What a contact was recorded as.
 *
 * - `check_in`: A check-in of one mentor with one student.
 * - `circle`: The student's presence in a circle.
 */
export type ContactOrigin =
  | "check_in"
  | "circle";

/**
 * Why nobody can be proposed, the first of these that leaves no mentor.
 *
 * - `no_mentor_at_school`: No mentor works at the student's school.
 * - `none_of_kind`: None there is of a kind that the tier asks for.
 * - `none_speaks_language`: None of these speaks the language of the home, and one must.
 * - `only_unfit`: With each of these a match was ended as unfit, or declined.
 * - `no_room`: None of these has room, even if others are matched otherwise.
 */
export type NoMatch =
  | "no_mentor_at_school"
  | "none_of_kind"
  | "none_speaks_language"
  | "only_unfit"
  | "no_room";

/**
 * How a contact took place.
 *
 * - `in_person`: Face to face at school.
 * - `call`: By telephone.
 * - `video`: By video.
 * - `home_visit`: At the student's home.
 * - `message`: By text message, e-mail or letter.
 */
export type ContactMode =
  | "in_person"
  | "call"
  | "video"
  | "home_visit"
  | "message";

/**
 * Whether a contact was made, or why it was only attempted.
 *
 * - `met`: Mentor and student were in contact.
 * - `student_absent`: Attempted; the student was not at school.
 * - `student_unavailable`: Attempted; the student was at school and could not come.
 * - `declined`: Attempted; the student did not want to.
 * - `no_answer`: Attempted; nobody answered.
 * - `not_met`: Attempted; the reason is another or not known.
 */
export type ContactOutcome =
  | "met"
  | "student_absent"
  | "student_unavailable"
  | "declined"
  | "no_answer"
  | "not_met";

/**
 * Who may read a note.
 *
 * - `private`: Its author, as long as assigned to the student.
 * - `mentors`: The student's mentors, present and later ones.
 * - `team`: The student's mentors, the school's team and the coordinator.
 */
export type Visibility =
  | "private"
  | "mentors"
  | "team";

/**
 * What a circle gathers.
 *
 * - `student`: A student circle: students with one or more mentors.
 * - `family`: A family circle: students with their guardians.
 */
export type CircleKind =
  | "student"
  | "family";

/**
 * A tier of support (Attendance Works).
 *
 * - `foundational`: What the whole school does for everybody.
 * - `tier_1`: For all students.
 * - `tier_2`: Early intervention: some 10 to 19 % of days missed.
 * - `tier_3`: Intensive: 20 % and more.
 */
export type Tier =
  | "foundational"
  | "tier_1"
  | "tier_2"
  | "tier_3";

/**
 * A measure of an aim. All are shares, and more is better.
 *
 * - `coverage`: Proactive: qualifying students who have a mentor.
 * - `first_contact_in_a_week`: Proactive: assignments begun whose student was met within five school days, or
 *   is still within them.
 * - `weeks_on_plan`: Joyful and positive: weeks in which the contacts of the plan were made.
 * - `students_in_circles`: Joyful and positive: mentored students who were in a circle.
 * - `barriers_met`: Navigating barriers: standing barriers that an intervention meets.
 * - `same_day_calls`: Navigating barriers: days of absence with a call home on the same day.
 * - `attendance_recorded`: Tracking and recognising results: days of mentored students on which attendance is
 *   known.
 * - `students_celebrated`: Tracking and recognising results: mentored students who were celebrated.
 * - `mentors_in_data_learning`: Tracking and recognising results: mentors who learnt to read the data.
 */
export type AimMeasure =
  | "coverage"
  | "first_contact_in_a_week"
  | "weeks_on_plan"
  | "students_in_circles"
  | "barriers_met"
  | "same_day_calls"
  | "attendance_recorded"
  | "students_celebrated"
  | "mentors_in_data_learning";

/**
 * What became of a call home.
 *
 * - `reached`: The caller spoke with the family.
 * - `message_left`: The caller left a message.
 * - `no_answer`: Nobody answered.
 * - `wrong_number`: The number is not the family's.
 */
export type CallOutcome =
  | "reached"
  | "message_left"
  | "no_answer"
  | "wrong_number";

/**
 * What an intervention is for: the aims by which a success-mentors program sorts what it does.
 *
 * - `proactive`: To reach out before absences add up.
 * - `joyful_and_positive`: To make school a place where the child is glad to be and is missed.
 * - `navigating_barriers`: To find what stands between child and school, and a way round it.
 * - `tracking_and_recognizing_results`: To keep count of what comes of it, and to recognise good and improved
 *   attendance.
 */
export type Aim =
  | "proactive"
  | "joyful_and_positive"
  | "navigating_barriers"
  | "tracking_and_recognizing_results";

/**
 * The way in which an intervention is used (`InterventionClassDescriptor`).
 *
 * - `curriculum`: A course of teaching of its own.
 * - `practice`: A way of working, such as mentoring.
 * - `supplement`: Beside the usual teaching.
 * - `other`: Another.
 */
export type InterventionClass =
  | "curriculum"
  | "practice"
  | "supplement"
  | "other";

/**
 * To how many at once an intervention is given (`DeliveryMethodDescriptor`).
 *
 * - `individual`: To one student.
 * - `small_group`: To a few students.
 * - `whole_class`: To a class.
 * - `whole_school`: To all.
 */
export type DeliveryMethod =
  | "individual"
  | "small_group"
  | "whole_class"
  | "whole_school";

/**
 * What an intervention is meant against (`DiagnosisDescriptor`); no diagnosis of a child's health.
 *
 * - `low_attendance`: Low attendance.
 * - `dropout_risk`: A risk of leaving school without finishing.
 */
export type Diagnosis =
  | "low_attendance"
  | "dropout_risk";

/**
 * For whom an intervention is (`PopulationServedDescriptor`).
 *
 * - `adult_basic_education`: Students of adult basic education.
 * - `bilingual`: Bilingual students.
 * - `career_and_technical_education`: Students of career and technical education.
 * - `compensatory_education`: Students of compensatory or remedial education.
 * - `economic_disadvantaged`: Economically disadvantaged students.
 * - `english_as_second_language`: Students who learn English as a second language.
 * - `gifted_and_talented`: Gifted and talented students.
 * - `honors`: Honors students.
 * - `migrant`: Migrant students.
 * - `regular`: Regular students.
 * - `special_education`: Students of special education.
 */
export type PopulationServed =
  | "adult_basic_education"
  | "bilingual"
  | "career_and_technical_education"
  | "compensatory_education"
  | "economic_disadvantaged"
  | "english_as_second_language"
  | "gifted_and_talented"
  | "honors"
  | "migrant"
  | "regular"
  | "special_education";

/**
 * What a study found (`InterventionEffectivenessRatingDescriptor`, from the What Works Clearinghouse).
 *
 * - `positive_effects`: Strong evidence of a good effect.
 * - `potentially_positive_effects`: Evidence of a good effect, nothing that overrides it.
 * - `mixed_effects`: Evidence of effects that contradict each other.
 * - `no_discernible_effects`: No effect that could be told from chance.
 * - `potentially_negative_effects`: Evidence of a bad effect, nothing that overrides it.
 * - `negative_effects`: Strong evidence of a bad effect.
 * - `other`: Another.
 */
export type InterventionEffectivenessRating =
  | "positive_effects"
  | "potentially_positive_effects"
  | "mixed_effects"
  | "no_discernible_effects"
  | "potentially_negative_effects"
  | "negative_effects"
  | "other";

/**
 * What a published content is (`ContentClassDescriptor`).
 *
 * - `education_research`: Research.
 * - `presentation`: A presentation.
 * - `vendor_intervention_offering`: A vendor's offer of an intervention.
 * - `video`: A video.
 * - `written_activity`: A written activity.
 */
export type ContentClass =
  | "education_research"
  | "presentation"
  | "vendor_intervention_offering"
  | "video"
  | "written_activity";

/**
 * Whether a student attended (`AttendanceEventCategoryDescriptor`).
 *
 * - `in_attendance`: Attended.
 * - `present`: Attended; another word of the standard's.
 * - `partial`: Attended in part.
 * - `tardy`: Came late.
 * - `early_departure`: Left early.
 * - `excused_absence`: Was absent and excused.
 * - `unexcused_absence`: Was absent and not excused.
 */
export type AttendanceEventCategory =
  | "in_attendance"
  | "present"
  | "partial"
  | "tardy"
  | "early_departure"
  | "excused_absence"
  | "unexcused_absence";

/**
 * How an intervention stands with a student.
 *
 * - `proposed`: Somebody proposed it; nothing is agreed.
 * - `planned`: It is agreed and has not begun.
 * - `active`: It takes place.
 * - `paused`: It rests and is to go on.
 * - `completed`: It ended as it was meant to.
 * - `discontinued`: It ended before it was done, or was dropped before it began.
 * - `declined`: The student or family did not want it.
 */
export type InterventionStatus =
  | "proposed"
  | "planned"
  | "active"
  | "paused"
  | "completed"
  | "discontinued"
  | "declined";

/**
 * A step of outreach.
 *
 * - `contact`: A contact with the family by whatever means.
 * - `call`: A call home.
 * - `letter`: A letter home, or another message in writing.
 * - `home_visit`: A visit at the student's home.
 * - `mentor`: A success mentor.
 * - `check_in`: Check-in and check-out with an adult at school.
 * - `peer_group`: A group of students.
 * - `plan`: An attendance or success plan.
 * - `conference`: A conference with the family.
 * - `student_support_team`: The student support team takes the case up.
 * - `case_management`: A case manager.
 * - `services`: Support by other agencies, such as for health or housing.
 * - `court_referral`: Referral to a court, the last resort.
 */
export type OutreachStep =
  | "contact"
  | "call"
  | "letter"
  | "home_visit"
  | "mentor"
  | "check_in"
  | "peer_group"
  | "plan"
  | "conference"
  | "student_support_team"
  | "case_management"
  | "services"
  | "court_referral";

/**
 * With whom a contact was made.
 *
 * - `student`: The student.
 * - `family`: A guardian or another member of the family.
 */
export type ContactParty =
  | "student"
  | "family";

/**
 * Whose contact clears a step.
 *
 * - `student`: A contact with the student.
 * - `family`: A contact with the family.
 * - `either`: A contact with the student or the family.
 */
export type ClearedBy =
  | "student"
  | "family"
  | "either";

/**
 * What kind of person a mentor is.
 *
 * - `teacher`: A teacher of the school.
 * - `paraprofessional`: A teaching assistant or aide.
 * - `counselor`: A school counsellor.
 * - `social_worker`: A social worker, or an intern in social work.
 * - `coach`: A coach of a team or club.
 * - `administrator`: A principal or other administrator.
 * - `safety_officer`: A school safety officer.
 * - `other_staff`: Anyone else on the staff of the school or district.
 * - `community_partner`: Someone of a community partner.
 * - `volunteer`: A volunteer of no partner organisation.
 * - `peer`: An older student.
 */
export type MentorKind =
  | "teacher"
  | "paraprofessional"
  | "counselor"
  | "social_worker"
  | "coach"
  | "administrator"
  | "safety_officer"
  | "other_staff"
  | "community_partner"
  | "volunteer"
  | "peer";

/**
 * Where a mentor comes from, as New York City's program divides them.
 *
 * - `internal`: The school's or district's own staff.
 * - `external`: A partner's people and volunteers.
 * - `peer`: Older students.
 */
export type Placement =
  | "internal"
  | "external"
  | "peer";

/**
 * What is celebrated.
 *
 * - `improvement`: Fewer absences than in one's own past.
 * - `days_in_a_row`: School days attended in a row.
 * - `perfect_weeks`: Weeks without an absence.
 * - `plan_kept`: Weeks in which the contacts of the plan were made.
 * - `goal`: A goal that the student had set.
 * - `other`: Something else.
 */
export type Occasion =
  | "improvement"
  | "days_in_a_row"
  | "perfect_weeks"
  | "plan_kept"
  | "goal"
  | "other";

/**
 * With whom an empathy interview was held.
 *
 * - `student`: A student.
 * - `guardian`: A guardian.
 * - `staff`: Someone on the staff.
 * - `community_partner`: Someone of a community partner.
 * - `other`: Someone else with a stake.
 */
export type InterviewParty =
  | "student"
  | "guardian"
  | "staff"
  | "community_partner"
  | "other";

/**
 * What a learning session is about.
 *
 * - `empathy_work`: Listening to students and families: empathy interviews.
 * - `chronic_absenteeism`: What chronic absence is, and what it does.
 * - `data_literacy`: Reading and keeping the numbers.
 * - `mentoring`: How to mentor.
 * - `other`: Anything else.
 */
export type LearningTopic =
  | "empathy_work"
  | "chronic_absenteeism"
  | "data_literacy"
  | "mentoring"
  | "other";

/**
 * What a phase of a program is.
 *
 * - `design`: Listening, planning and recruiting, before any student has a mentor.
 * - `pilot_year`: The first year with mentors.
 * - `second_year`: The second year with mentors.
 * - `third_year`: The third year with mentors.
 * - `sustaining`: The years after.
 */
export type PhaseKind =
  | "design"
  | "pilot_year"
  | "second_year"
  | "third_year"
  | "sustaining";

/**
 * What someone does on a school's attendance team.
 *
 * - `principal`: Leads the school.
 * - `coordinator`: Coordinates the mentors of the school.
 * - `counselor`: A school counsellor or social worker.
 * - `nurse`: The school nurse.
 * - `family_liaison`: Keeps in touch with families.
 * - `teacher`: A teacher.
 * - `data_lead`: Keeps the records.
 * - `partner`: Someone of a community partner.
 */
export type TeamRole =
  | "principal"
  | "coordinator"
  | "counselor"
  | "nurse"
  | "family_liaison"
  | "teacher"
  | "data_lead"
  | "partner";

/**
 * What a reason is, the most pressing first.
 *
 * - `returned`: Back after days of absence: welcome the student.
 * - `absent_today`: Recorded absent on the date: call home.
 * - `absent_last_school_day`: Absent all of the last school day.
 * - `not_met_yet`: No contact since the assignment began.
 * - `follow_up_due`: Something promised is due.
 * - `overdue`: The next contact of the plan is overdue.
 * - `budget_nearly_spent`: Few absences are left before the line.
 * - `due`: The next contact of the plan is due.
 * - `celebrate`: There is something to celebrate.
 * - `not_enrolled`: The student is at none of the schools on the date.
 */
export type WorkReasonKind =
  | "returned"
  | "absent_today"
  | "absent_last_school_day"
  | "not_met_yet"
  | "follow_up_due"
  | "overdue"
  | "budget_nearly_spent"
  | "due"
  | "celebrate"
  | "not_enrolled";

/**
 * The unit in which a policy counts.
 *
 * - `day`: School days.
 * - `session`: Sessions, two a day (England).
 * - `hour`: Hours of instruction, by the calendar's minutes (Ohio).
 */
export type Unit =
  | "day"
  | "session"
  | "hour";

/**
 * Over which days a student's status is decided.
 *
 * - `student`: Over all the student's schools together: the status follows the student.
 * - `school`: At each school apart: a mobile student may have several statuses (EDFacts).
 */
export type Scope =
  | "student"
  | "school";

/**
 * How days of membership without a record count.
 *
 * - `excluded`: Not at all: the rate is one of the recorded days; the bounds say how far off it can be.
 * - `present`: As attended.
 */
export type Unrecorded =
  | "excluded"
  | "present";

/**
 * Whether a value that equals the limit meets it.
 *
 * - `at_least`: The limit itself meets it (federal, Massachusetts: 10 % is chronic).
 * - `more_than`: Only values past the limit meet it (Iowa).
 */
export type Comparator =
  | "at_least"
  | "more_than";

/**
 * How a part of a day counts.
 *
 * - `present`: As attended.
 * - `absent`: As an absence.
 * - `excluded`: Not at all: it leaves membership too.
 */
export type CountsAs =
  | "present"
  | "absent"
  | "excluded";

/**
 * Which absences a truancy rule counts.
 *
 * - `unexcused`: Unexcused absences only, the usual meaning of truancy.
 * - `all`: All absences, with or without excuse (Ohio's excessive absence).
 */
export type TruancyCounts =
  | "unexcused"
  | "all";

/**
 * What a day without a record does to a streak. Days without school or membership never touch one.
 *
 * - `skip_unrecorded`: Nothing: the streak goes on over it and does not grow.
 * - `unrecorded_ends`: It ends the streak: only recorded absences in unbroken succession count.
 */
export type StreakRule =
  | "skip_unrecorded"
  | "unrecorded_ends";

/**
 * Which of two contradicting whole-day records counts. No rule depends on the order of reading.
 *
 * - `certainty`: The record that knows more: tardy and early departure over an absence, an excused absence
 *   over an unexcused one, any absence over plain presence. A whole-day absence stands over parts of the day.
 * - `most_absent`: The record with more of the day absent, then by certainty.
 * - `least_absent`: The record with less of the day absent, then by certainty.
 */
export type ConflictRule =
  | "certainty"
  | "most_absent"
  | "least_absent";

/**
 * Where a day counts that is one school's last and the next one's first.
 *
 * - `arriving_school`: At the school the student comes to.
 * - `departing_school`: At the school the student leaves.
 * - `both_schools`: At both; the student's own total still counts it once.
 */
export type TransferDay =
  | "arriving_school"
  | "departing_school"
  | "both_schools";

/**
 * What it means that a student has no record on a day in membership.
 *
 * - `exceptions_only`: Only exceptions are recorded: no record means present.
 * - `full_roll`: Every student is recorded every day: no record means that attendance was not taken.
 */
export type RollBasis =
  | "exceptions_only"
  | "full_roll";

/**
 * Whether a student is chronically absent, or why the student does not count.
 *
 * - `not_chronic`: Eligible, and short of the limit.
 * - `chronic`: Eligible, and at or past the limit.
 * - `no_membership`: Not counted: no day in membership up to the date.
 * - `grade_not_counted`: Not counted: the policy does not count the grade, or it is unknown.
 * - `left`: Not counted: left before the date, and the policy leaves leavers out.
 * - `too_few_days`: Not counted: fewer days in membership than the policy asks for.
 * - `small_share_of_year`: Not counted: in membership for a smaller share of the school's days than the
 *   policy asks for.
 * - `nothing_recorded`: Not counted: no day on which attendance is known.
 * - `too_few_attended`: Not counted: attended on fewer days than the policy asks for.
 */
export type Status =
  | "not_chronic"
  | "chronic"
  | "no_membership"
  | "grade_not_counted"
  | "left"
  | "too_few_days"
  | "small_share_of_year"
  | "nothing_recorded"
  | "too_few_attended";

/**
 * What it takes to be short of the line again.
 *
 * - `not_needed`: Nothing: the student is short of the line.
 * - `full_attendance`: Some days of full attendance from the next school day on.
 * - `not_this_year`: Not within the days of membership that this year still has.
 */
export type Recovery =
  | "not_needed"
  | "full_attendance"
  | "not_this_year";

/**
 * A sign of early warning.
 *
 * - `first_month`: Days missed in the first month of school.
 * - `two_a_month`: Two days a month missed.
 * - `prior_year`: The rate of the year before.
 * - `severe_now`: At least 20 % of this year's days missed, by a student who is eligible.
 */
export type WarningSign =
  | "first_month"
  | "two_a_month"
  | "prior_year"
  | "severe_now";

/**
 * What speaks for a match.
 *
 * - `school`: The mentor works at the student's school.
 * - `language`: The mentor speaks the language of the student's home.
 * - `earlier_mentor`: The student had this mentor before.
 * - `load`: With this match the mentor has so many students of so many.
 */
export type MatchSignKind =
  | "school"
  | "language"
  | "earlier_mentor"
  | "load";

/**
 * What there is to celebrate with a student.
 *
 * - `improvement`: Fewer days absent in the last stretch of school days than in the one before.
 * - `days_in_a_row`: School days attended in a row, up to the last day of which anything is known.
 * - `perfect_weeks`: Weeks in a row without any absence, up to the last whole one.
 */
export type RecognitionKind =
  | "improvement"
  | "days_in_a_row"
  | "perfect_weeks";

/**
 * By what a rule of a ladder was met.
 *
 * - `absences`: Days of absence.
 * - `unexcused`: Days of unexcused absence.
 * - `absence_rate`: A rate of absence.
 * - `streak`: School days in a row with an absence.
 * - `early_warning`: Signs of early warning.
 * - `chronic`: Chronically absent.
 * - `no_improvement`: No improvement.
 */
export type FactKind =
  | "absences"
  | "unexcused"
  | "absence_rate"
  | "streak"
  | "early_warning"
  | "chronic"
  | "no_improvement";

/**
 * A role that may see some of the records.
 *
 * - `mentor`: A mentor: the students assigned on the date.
 * - `team`: The attendance team of a school: its students on the date.
 * - `coordinator`: The coordinator of a district, or of all.
 * - `network`: The network: totals, and what was shared at convenings.
 * - `analyst`: An analyst: all students, under numbers that hold within one view.
 */
export type Role =
  | "mentor"
  | "team"
  | "coordinator"
  | "network"
  | "analyst";

/**
 * What a problem is about.
 *
 * - `request`: The request itself: it is no JSON of the contract, or something that the question needs is
 *   missing.
 * - `unknown`: An identifier or the name of a preset that nothing has.
 * - `record`: A record that cannot be read.
 * - `column`: A column that is missing, of another length or kind than it must be, or given twice.
 * - `enrollment`: An enrolment that contradicts itself.
 * - `policy`: A policy that cannot be read.
 * - `ladder`: A ladder that cannot be read, or not be evaluated under the policy.
 * - `register`: A register that cannot be made.
 * - `amend`: A change that cannot be made to a register.
 * - `merge`: Registers that cannot be merged.
 * - `bytes`: Bytes that are not a register.
 * - `number`: A number that cannot be held or counted exactly.
 * - `status`: A history of statuses that may not go on so.
 * - `read`: Files that cannot be read.
 */
export type ProblemKind =
  | "request"
  | "unknown"
  | "record"
  | "column"
  | "enrollment"
  | "policy"
  | "ladder"
  | "register"
  | "amend"
  | "merge"
  | "bytes"
  | "number"
  | "status"
  | "read";

/** A run of instructional days: `count` dates from `first` on, Saturdays and Sundays left out. */
export interface Weekdays {
  /** The first date, itself a weekday. */
  readonly first: ISODate;
  /** How many days. */
  readonly count: number;
}

/** One date of a calendar. */
export interface CalendarDay {
  /** The date. */
  readonly date: ISODate;
  /** What happens on it. */
  readonly event: CalendarEvent;
  /** Its length in minutes of instruction where it differs from the calendar's own. */
  readonly minutes?: number | null;
  /** Grades that stay home although the day is instructional for the others. Where it is left out: `[]`. */
  readonly closedGrades?: readonly GradeLevel[];
}

/** A school's calendar for one school year. */
export interface Calendar {
  /** The school. */
  readonly school: string;
  /** The minutes of an ordinary day, 360 where nothing is said. */
  readonly dayMinutes?: number | null;
  /** Runs of instructional days. Where it is left out: `[]`. */
  readonly weekdays?: readonly Weekdays[];
  /** Single dates; they replace what the runs say of the same date. Where it is left out: `[]`. */
  readonly days?: readonly CalendarDay[];
  /** The number of instructional days that the school declares for the whole year. */
  readonly declaredDays?: number | null;
}

/**
 * A student's membership in a school: by dates (`entry`, and `exit` with its meaning), or by
 * `school_days`. With none of them it is open from the school's first day.
 */
export interface Enrollment {
  /** The student. */
  readonly student: string;
  /** The school. */
  readonly school: string;
  /** The grade level. */
  readonly grade?: GradeLevel | null;
  /** The first date. */
  readonly entry?: ISODate | null;
  /** The exit date. */
  readonly exit?: ISODate | null;
  /** How the exit date is meant, inclusive where nothing is said. */
  readonly exitDay?: ExitDay | null;
  /** The first and the last school day, in the place of dates. */
  readonly schoolDays?: SchoolDayRange | null;
  /** The share of full-time membership, 1 where nothing is said. */
  readonly share?: Exact | null;
  /** Whether this is the student's primary school; it is where nothing is said. */
  readonly primary?: boolean | null;
}

/** One of the day's class periods or sections; the parts are equal, and are rolled up to the day. */
export interface Section {
  /** The section's name, unique within the day. */
  readonly section: string;
  /**
   * How many sections the student's day has. A full roll may leave it out: then the day has as many as
   * were recorded.
   */
  readonly of?: number | null;
}

/** A part of a day: one of the three. */
export type PartOfDay =
  | {
      /** An exact part of the day (Ed-Fi EventDuration): parts of one day add up. */
      readonly part: Exact;
    }
  | {
      /** Minutes of the day: the calendar says how long the day is. */
      readonly minutes: number;
    }
  | {
      /** A class period or section. */
      readonly section: Section;
    };

/** How much of the day an event speaks of. */
export type Extent = "whole_day" | "morning" | "afternoon" | PartOfDay;

/** Attendance events that differ only in their date: on `date` or on `dates`, then on `school_days`. */
export interface AttendanceEvent {
  /** The student. */
  readonly student: string;
  /** The school. */
  readonly school: string;
  /** The status. */
  readonly status: AttendanceStatus;
  /** The date. */
  readonly date?: ISODate | null;
  /** The dates, where there are several. Where it is left out: `[]`. */
  readonly dates?: readonly ISODate[];
  /** Ranges of school days. Where it is left out: `[]`. */
  readonly schoolDays?: readonly SchoolDayRange[];
  /** The category. */
  readonly category?: AttendanceCategory | null;
  /** How much of the day, the whole of it where nothing is said. */
  readonly extent?: Extent | null;
}

/** A school took attendance on some of its days. */
export interface AttendanceTaken {
  /** The school. */
  readonly school: string;
  /** The dates. Where it is left out: `[]`. */
  readonly dates?: readonly ISODate[];
  /** Ranges of school days. Where it is left out: `[]`. */
  readonly schoolDays?: readonly SchoolDayRange[];
}

/** The rules by which a roll is read. */
export interface RollRules {
  /** What it means that there is no record. Where it is left out: `"exceptions_only"`. */
  readonly basis?: RollBasis;
  /** Which of two contradicting records counts. Where it is left out: `"certainty"`. */
  readonly conflict?: ConflictRule;
  /**
   * Where a transfer day counts. A spell of a single day is never trimmed away. Where it is left out:
   * `"arriving_school"`.
   */
  readonly transferDay?: TransferDay;
}

/** The organisation that a mentor belongs to: one of the three. */
export type Organization =
  | {
      /** A school. */
      readonly school: string;
    }
  | {
      /** A district. */
      readonly district: string;
    }
  | {
      /** A community partner. */
      readonly partner: string;
    };

/** When a mentor is there in an ordinary week. */
export interface Availability {
  /** Minutes on Monday, Tuesday and so on to Sunday. Where it is left out: `[0,0,0,0,0,0,0]`. */
  readonly minutes?: readonly number[];
}

/** A mentor. */
export interface Mentor {
  /** The identifier. */
  readonly id: string;
  /** What kind of person. */
  readonly kind: MentorKind;
  /** The name, shown only to roles that may see it. */
  readonly name?: string | null;
  /** The organisation. */
  readonly organization?: Organization | null;
  /** The schools in which the mentor can meet students. Where it is left out: `[]`. */
  readonly schools?: readonly string[];
  /**
   * The languages spoken, as lower-case codes (ISO 639: `es`, `pt`), besides that of instruction. Where
   * it is left out: `[]`.
   */
  readonly languages?: readonly string[];
  /** When the mentor is there, where it is known. */
  readonly availability?: Availability | null;
  /** The most students, where a number was agreed; otherwise the norm of the kind. */
  readonly capacity?: number | null;
}

/** How often a student is to be met in an average week, and what counts as a contact. */
export interface ContactPlan {
  /** The identifier. */
  readonly id: string;
  /** Contacts in an average week. Where it is left out: `"3"`. */
  readonly contactsPerWeek?: Exact;
  /** School days of an average week. Where it is left out: `5`. */
  readonly daysPerWeek?: number;
  /**
   * The fewest minutes that make a contact; a contact of unknown length counts. Where it is left out:
   * `0`.
   */
  readonly minMinutes?: number;
  /** The modes that count. Where it is left out: `["in_person","call","video","home_visit"]`. */
  readonly modes?: readonly ContactMode[];
  /** Whether presence in a circle counts as a contact, whatever its mode. Where it is left out: `true`. */
  readonly circlesCount?: boolean;
  /** The tier whose assignments follow it; every tier where none is named. */
  readonly tier?: Tier | null;
  /** Its first date. */
  readonly begin?: ISODate | null;
  /** Its last date. */
  readonly end?: ISODate | null;
}

/**
 * A mentor assigned to a student. One that ends with `handed_over` and another that begins are a
 * hand-over; both stay in the records.
 */
export interface Assignment {
  /** The mentor. */
  readonly mentor: string;
  /** The student. */
  readonly student: string;
  /** The first date. */
  readonly begin: ISODate;
  /** The last date; open where there is none. */
  readonly end?: ISODate | null;
  /** Whether the mentor answers for the plan. Where it is left out: `"primary"`. */
  readonly role?: AssignmentRole;
  /** The tier of support that it belongs to. */
  readonly tier?: Tier | null;
  /** A plan of its own; otherwise the plan of the tier, or the one of all. */
  readonly plan?: string | null;
  /** Why it ended. */
  readonly endReason?: EndReason | null;
}

/** A note: what was said that no field holds. */
export interface Note {
  /** The text. */
  readonly text: string;
  /** Who may read it. */
  readonly visibility: Visibility;
}

/**
 * One check-in of a mentor with a student, made or attempted. Two records that agree in student, mentor,
 * date, time, mode, minutes and outcome are the same check-in; two hellos of one day are told apart by
 * their time.
 */
export interface CheckIn {
  /** The student. */
  readonly student: string;
  /** The mentor. */
  readonly mentor: string;
  /** The date. */
  readonly date: ISODate;
  /** Whether it took place. */
  readonly outcome: ContactOutcome;
  /** The time, where it was recorded. */
  readonly time?: Time | null;
  /** How it took place. Where it is left out: `"in_person"`. */
  readonly mode?: ContactMode;
  /** Its length in minutes, 1 to 480, where it was recorded. */
  readonly minutes?: number | null;
  /** How the student feels about school, from 1 (very bad) to 5 (very good). */
  readonly feeling?: number | null;
  /** Strengths that showed. Where it is left out: `[]`. */
  readonly strengths?: readonly string[];
  /** Goals that were set. Where it is left out: `[]`. */
  readonly goals?: readonly string[];
  /** Barriers that were raised. Where it is left out: `[]`. */
  readonly barriers?: readonly Barrier[];
  /** A note. */
  readonly note?: Note | null;
}

/** A student or family circle: one event, and one contact for each child present. */
export interface Circle {
  /** The identifier. */
  readonly id: string;
  /** What it gathers. */
  readonly kind: CircleKind;
  /** The date. */
  readonly date: ISODate;
  /** The students present. */
  readonly students: readonly string[];
  /** How it took place. Where it is left out: `"in_person"`. */
  readonly mode?: ContactMode;
  /** Its length in minutes, 1 to 480, where it was recorded. */
  readonly minutes?: number | null;
  /** The mentors present. Where it is left out: `[]`. */
  readonly mentors?: readonly string[];
  /** How many guardians were present. Where it is left out: `0`. */
  readonly guardians?: number;
  /** How many of the staff were present besides the mentors. Where it is left out: `0`. */
  readonly staff?: number;
  /** A note. */
  readonly note?: Note | null;
}

/** A call to a student's family. It is no contact with the student. */
export interface HomeCall {
  /** The student. */
  readonly student: string;
  /** The date. */
  readonly date: ISODate;
  /** What became of it. */
  readonly outcome: CallOutcome;
  /** The mentor who called; none where the school did. */
  readonly mentor?: string | null;
  /** Barriers that were learnt of. Where it is left out: `[]`. */
  readonly barriers?: readonly Barrier[];
}

/** Something a mentor promised to do for a student. */
export interface FollowUp {
  /** The student. */
  readonly student: string;
  /** Who is to do it. */
  readonly mentor: string;
  /** When it was promised. */
  readonly raisedOn: ISODate;
  /** By when. */
  readonly due: ISODate;
  /** When it was done. */
  readonly doneOn?: ISODate | null;
  /** What. */
  readonly what?: string | null;
}

/** A barrier of a student, from the day it was learnt of to the day it was resolved. */
export interface BarrierRecord {
  /** The student. */
  readonly student: string;
  /** The barrier. */
  readonly barrier: Barrier;
  /** When it was learnt of. */
  readonly learntOn: ISODate;
  /** Where. */
  readonly learntFrom: BarrierSource;
  /** When it was resolved. */
  readonly resolvedOn?: ISODate | null;
}

/** The least and the most minutes planned, as far as they are said. */
export interface PlannedDosage {
  /** The least, in minutes. */
  readonly min?: number | null;
  /** The most, in minutes. */
  readonly max?: number | null;
}

/** A published content by its identifier. */
export interface EducationContentReference {
  /** The content. */
  readonly id: string;
  /** Whose identifier it is, where that is said. */
  readonly namespace?: string | null;
}

/** The published content behind something (Ed-Fi EducationContentSource). */
export interface EducationContentSource {
  /** Contents by their identifiers. Where it is left out: `[]`. */
  readonly contents?: readonly EducationContentReference[];
  /** Contents by entries of a repository of metadata. Where it is left out: `[]`. */
  readonly metadataUris?: readonly string[];
  /** Contents by their addresses. Where it is left out: `[]`. */
  readonly uris?: readonly string[];
}

/** What an intervention is: what is done, for whom, against what, and how much. */
export interface Approach {
  /** The way in which it is used (InterventionClassDescriptor). */
  readonly class: Descriptor;
  /** To how many at once it is given (DeliveryMethodDescriptor). */
  readonly delivery: Descriptor;
  /** The tier of support. Ed-Fi has no place for it. */
  readonly tier?: Tier | null;
  /** What it is for. Ed-Fi has no place for it. */
  readonly aim?: Aim | null;
  /** The barriers that it meets. Ed-Fi has no place for them. Where it is left out: `[]`. */
  readonly addresses?: readonly Barrier[];
  /** What it is meant against (DiagnosisDescriptor). Where it is left out: `[]`. */
  readonly diagnoses?: readonly Descriptor[];
  /**
   * For whom it is (PopulationServedDescriptor); for all where nobody is named. Where it is left out:
   * `[]`.
   */
  readonly populations?: readonly Descriptor[];
  /** The sexes that it is for (SexDescriptor); all where none is named. Where it is left out: `[]`. */
  readonly sexes?: readonly Descriptor[];
  /**
   * The grade levels that it is for (GradeLevelDescriptor); all where none is named. Where it is left
   * out: `[]`.
   */
  readonly grades?: readonly Descriptor[];
  /** How many minutes are planned. Where it is left out: `{}`. */
  readonly dosage?: PlannedDosage;
  /** What describes it. Where it is left out: `{}`. */
  readonly content?: EducationContentSource;
  /** Whose identifier it bears, where that is said. */
  readonly namespace?: string | null;
}

/** A prescription by its identifier and organisation, which only together name it. */
export interface PrescriptionReference {
  /** The prescription. */
  readonly id: string;
  /** The organisation that answers for it. */
  readonly organization: string;
}

/** An intervention as a school or district carries it out (Ed-Fi Intervention). */
export interface Intervention {
  /** The identifier. */
  readonly id: string;
  /** The organisation that answers for it. */
  readonly organization: string;
  /** Its first date. */
  readonly begin: ISODate;
  /** What is done. */
  readonly approach: Approach;
  /** Its last date; open where there is none. */
  readonly end?: ISODate | null;
  /** The prescriptions that it follows. Where it is left out: `[]`. */
  readonly prescriptions?: readonly PrescriptionReference[];
  /** Who of the staff does it. Where it is left out: `[]`. */
  readonly staff?: readonly string[];
}

/** A status of an intervention, from a date on. */
export interface InterventionStatusChange {
  /** The status. */
  readonly status: InterventionStatus;
  /** The first date on which it stands. */
  readonly date: ISODate;
}

/** An intervention for a student, from the day it was proposed or planned. */
export interface StudentIntervention {
  /** The student. */
  readonly student: string;
  /** The intervention. */
  readonly intervention: string;
  /** The legal history of statuses, from the first to the last. */
  readonly history: readonly InterventionStatusChange[];
  /** The tier for this student, where it is not the intervention's own. */
  readonly tier?: Tier | null;
  /** How many minutes the student is to have. */
  readonly dosage?: number | null;
  /** Why the student has it (Ed-Fi DiagnosticStatement). */
  readonly diagnosticStatement?: string | null;
}

/** One line of a student's history: from a date on, the intervention has a status. */
export interface InterventionStatusRecord {
  /** The student. */
  readonly student: string;
  /** The intervention. */
  readonly intervention: string;
  /** The first date on which the status stands. */
  readonly date: ISODate;
  /** The status. */
  readonly status: InterventionStatus;
}

/** Someone on the staff of a school. Names are not held. */
export interface StaffMember {
  /** The identifier. */
  readonly id: string;
  /** The school. */
  readonly school: string;
  /** The mentor that this person is, where that is so: one person, counted once. */
  readonly mentor?: string | null;
  /** The role on the school's attendance team; none where not on it. */
  readonly teamRole?: TeamRole | null;
}

/** Someone who attended a learning session: one of the two. */
export type Attendee =
  | {
      /** A mentor. */
      readonly mentor: string;
    }
  | {
      /** A member of the staff. */
      readonly staff: string;
    };

/** A learning session for the adults of a program. */
export interface LearningSession {
  /** What it was about. */
  readonly topic: LearningTopic;
  /** The date. */
  readonly date: ISODate;
  /** The school that held it; none where districts came together. */
  readonly school?: string | null;
  /** Its length in minutes, 1 to 480. */
  readonly minutes?: number | null;
  /** Who attended. Where it is left out: `[]`. */
  readonly attended?: readonly Attendee[];
}

/** A convening of a network's districts. */
export interface Convening {
  /** The date. */
  readonly date: ISODate;
  /** The districts that came. */
  readonly districts: readonly string[];
  /** What was shared, in free text. */
  readonly shared?: string | null;
  /** How many rated it 1 (of no use) to 5 (of great use). Where it is left out: `[0,0,0,0,0]`. */
  readonly feedback?: readonly number[];
}

/** An empathy interview: what it is like, and what gets in the way. */
export interface EmpathyInterview {
  /** The date. */
  readonly date: ISODate;
  /** With whom. */
  readonly party: InterviewParty;
  /** The school it is about. */
  readonly school?: string | null;
  /** The student it is with or about; its barriers become that student's. */
  readonly student?: string | null;
  /** Who held it, where it was a mentor. */
  readonly mentor?: string | null;
  /** Barriers that were named. Where it is left out: `[]`. */
  readonly barriers?: readonly Barrier[];
  /** A note. */
  readonly note?: Note | null;
}

/** Who is celebrated: one of the three. */
export type Celebrated =
  | {
      /** A student. */
      readonly student: string;
    }
  | {
      /** A mentor. */
      readonly mentor: string;
    }
  | {
      /** A school. */
      readonly school: string;
    };

/** A celebration that took place. */
export interface Celebration {
  /** The date. */
  readonly date: ISODate;
  /** Who. */
  readonly of: Celebrated;
  /** What. */
  readonly occasion: Occasion;
}

/** The program around the mentoring. */
export interface ProgramRecords {
  /** The staff of the schools. Where it is left out: `[]`. */
  readonly staff?: readonly StaffMember[];
  /** Learning sessions for adults. Where it is left out: `[]`. */
  readonly learningSessions?: readonly LearningSession[];
  /** Convenings of the districts. Where it is left out: `[]`. */
  readonly convenings?: readonly Convening[];
  /** Empathy interviews. Where it is left out: `[]`. */
  readonly interviews?: readonly EmpathyInterview[];
  /** Celebrations. Where it is left out: `[]`. */
  readonly celebrations?: readonly Celebration[];
}

/** The records of a mentoring program. */
export interface MentoringRecords {
  /** The mentors. Where it is left out: `[]`. */
  readonly mentors?: readonly Mentor[];
  /** The contact plans. Where it is left out: `[]`. */
  readonly plans?: readonly ContactPlan[];
  /** The assignments. Where it is left out: `[]`. */
  readonly assignments?: readonly Assignment[];
  /** The check-ins, made and attempted. Where it is left out: `[]`. */
  readonly checkIns?: readonly CheckIn[];
  /** The circles. Where it is left out: `[]`. */
  readonly circles?: readonly Circle[];
  /** The calls home. Where it is left out: `[]`. */
  readonly homeCalls?: readonly HomeCall[];
  /** The follow-ups. Where it is left out: `[]`. */
  readonly followUps?: readonly FollowUp[];
  /** The barriers. Where it is left out: `[]`. */
  readonly barriers?: readonly BarrierRecord[];
  /** The catalogue of interventions. Where it is left out: `[]`. */
  readonly interventions?: readonly Intervention[];
  /** Students' interventions with their whole histories. Where it is left out: `[]`. */
  readonly studentInterventions?: readonly StudentIntervention[];
  /** Single lines of such histories. Where it is left out: `[]`. */
  readonly interventionStatuses?: readonly InterventionStatusRecord[];
  /** The program around the mentoring. */
  readonly program?: ProgramRecords | null;
}

/** Everything of which one register is built: one school year. */
export interface Records {
  /** The school year by the calendar year in which it ends. */
  readonly schoolYear: number;
  /** The calendars, one a school. */
  readonly calendars: readonly Calendar[];
  /** The rules by which the roll is read. */
  readonly rules?: RollRules | null;
  /** The enrolments. Where it is left out: `[]`. */
  readonly enrollments?: readonly Enrollment[];
  /** The attendance events. Where it is left out: `[]`. */
  readonly events?: readonly AttendanceEvent[];
  /** The days on which a school took attendance. Where it is left out: `[]`. */
  readonly attendanceTaken?: readonly AttendanceTaken[];
  /** The district of each school. Where it is left out: `{}`. */
  readonly districts?: Readonly<Record<string, string>>;
  /** The network of each district. Where it is left out: `{}`. */
  readonly networks?: Readonly<Record<string, string>>;
  /** Each student's subgroup attributes: name and value. Where it is left out: `{}`. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was recorded of a mentoring program. */
  readonly mentoring?: MentoringRecords | null;
}

/** A contact that was made. An attempt is none, and neither is a note. */
export interface ContactMade {
  /** The student whom it was about. */
  readonly student: string;
  /** The date. */
  readonly date: ISODate;
  /** With whom. */
  readonly with: ContactParty;
}

/** Where a definition comes from. */
export interface Source {
  /** What it is: a statute, a specification, a guidance. */
  readonly citation: string;
  /** Whether the definition was read there. What was not is listed in `unverified`. */
  readonly verified: boolean;
  /** Where it can be read. */
  readonly url?: string | null;
  /** The clauses that were not read in the source. Where it is left out: `[]`. */
  readonly unverified?: readonly string[];
  /** What a reader should know about the reading of the source. */
  readonly note?: string | null;
}

/** A limit and a comparator: either a share or a number. */
export interface Threshold {
  /** Whether a value that equals the limit meets it. */
  readonly comparator: Comparator;
  /** A share of the days that count, such as `10%`. */
  readonly share?: Exact | null;
  /** A number of the policy's units: days, sessions or hours. */
  readonly count?: number | null;
}

/** One band: from its threshold up to the next band's. The first band has none and begins at no absence. */
export interface Band {
  /** Its identifier, in lower_snake. */
  readonly id: string;
  /** Where it begins. */
  readonly from?: Threshold | null;
}

/** What counts as absent: by status, and by category where a category has a rule of its own. */
export interface Treatment {
  /** By status: absences, tardies and early departures. Where it is left out: `{}`. */
  readonly statuses?: Readonly<Partial<Record<AttendanceStatus, CountsAs>>>;
  /** By category; stronger than the status. Where it is left out: `{}`. */
  readonly categories?: Readonly<Partial<Record<AttendanceCategory, CountsAs>>>;
}

/** One step of a day rule: from this part of the day on, the day counts as absent for so much. */
export interface DayStep {
  /** Whether the part itself is on the step. */
  readonly comparator: Comparator;
  /** The part of the expected day that was missed. */
  readonly part: Exact;
  /** How much of the day counts as absent. */
  readonly counts: Exact;
}

/** How much of a day counts as absent; without a step, exactly what was missed. */
export interface DayRule {
  /** The steps, ascending; below the first nothing is absent. Where it is left out: `[]`. */
  readonly steps?: readonly DayStep[];
}

/** The clauses of eligibility; a clause that is not said does not apply. */
export interface Eligibility {
  /** At least so many days in membership. */
  readonly minMembershipDays?: number | null;
  /** In membership for at least this share of the school's days. */
  readonly minShareOfYear?: Exact | null;
  /** Attended on at least so many days. */
  readonly minAttendedDays?: number | null;
  /** Only in these grades; a student of unknown grade is not in them. */
  readonly grades?: readonly GradeLevel[] | null;
  /** Students who left before the date asked for do not count. Where it is left out: `false`. */
  readonly leaversExcluded?: boolean;
}

/** Any so many calendar days in a row. */
export interface CalendarDays {
  /** How many days. */
  readonly calendarDays: number;
}

/**
 * The stretch of time in which absences are counted: the school year, a calendar month, any so many
 * calendar days, or school days in a row.
 */
export type Within = "year" | "month" | "consecutive" | CalendarDays;

/** One rule of truancy: met on the first day on which `at_least` is reached. */
export interface TruancyRule {
  /** Its identifier, in lower_snake. */
  readonly id: string;
  /** Which absences count. */
  readonly counts: TruancyCounts;
  /** How many make it. */
  readonly atLeast: number;
  /** Within which time. */
  readonly within: Within;
  /** In days or in hours. Where it is left out: `"day"`. */
  readonly unit?: Unit;
}

/** A definition of absence: what counts, how much, against which limit, and for whom. */
export interface PolicyDocument {
  /** The identifier, in lower_snake. */
  readonly id: string;
  /** The version. */
  readonly version: string;
  /** What it is. */
  readonly title: string;
  /** Where it comes from. */
  readonly source: Source;
  /** Who is chronically absent. */
  readonly chronic: Threshold;
  /** In what it counts. Where it is left out: `"day"`. */
  readonly unit?: Unit;
  /** Over which days a student's status is decided. Where it is left out: `"student"`. */
  readonly scope?: Scope;
  /** How days of membership without a record count. Where it is left out: `"excluded"`. */
  readonly unrecorded?: Unrecorded;
  /** What counts as absent. Where it is left out: `{}`. */
  readonly treatment?: Treatment;
  /** How much of a day. Where it is left out: `{}`. */
  readonly dayRule?: DayRule;
  /** For whom. Where it is left out: `{}`. */
  readonly eligibility?: Eligibility;
  /** The bands, ascending. Where it is left out: `[]`. */
  readonly bands?: readonly Band[];
  /** The rules of truancy. Where it is left out: `[]`. */
  readonly truancy?: readonly TruancyRule[];
}

/** A policy: either a preset or a document of one's own, changed where it is said. */
export interface PolicyChoice {
  /** The preset's identifier. */
  readonly preset?: string;
  /** The policy's own document. */
  readonly document?: PolicyDocument;
  /** What is different from it: a JSON merge patch (RFC 7396) on its document. */
  readonly overrides?: Patch<PolicyDocument>;
}

/** A number of days of absence within a stretch of time. */
export interface AbsenceCount {
  /** How many days. */
  readonly atLeast: number;
  /**
   * Within which time: the school year, a calendar month, or so many calendar days. Where it is left out:
   * `"year"`.
   */
  readonly within?: Within;
}

/** A rate of absence, looked at from some days of membership on. */
export interface RateTrigger {
  /** The rate, such as `10%`. */
  readonly atLeast: Exact;
  /** The fewest days in membership: one absence on the first day is a rate of 100 %. */
  readonly minMembershipDays: number;
}

/** School days in a row with an absence. */
export interface StreakTrigger {
  /** How many. */
  readonly atLeast: number;
  /** What a day without a record does to a streak. Where it is left out: `"skip_unrecorded"`. */
  readonly rule?: StreakRule;
}

/** A tier of support, or a higher one, as the signs of early warning name it. */
export interface TierTrigger {
  /** 2 or 3. */
  readonly tier: number;
}

/**
 * No improvement: the rate of the last so many school days is not below that of as many before, and on
 * each of the last the signs named the tier.
 */
export interface NoImprovement {
  /** 2 or 3; a higher tier holds the lower one. */
  readonly tier: number;
  /** How many days each of the two stretches has. */
  readonly schoolDays: number;
}

/** What a rule of a ladder asks for, with its numbers: one of these. */
export type TriggerOf =
  | {
      /** So many days of absence, with or without excuse, as the policy counts them. */
      readonly absences: AbsenceCount;
    }
  | {
      /** So many days of unexcused absence, as the policy counts them. */
      readonly unexcused: AbsenceCount;
    }
  | {
      /** Such a rate of absence in the year to date, over all schools. */
      readonly absenceRate: RateTrigger;
    }
  | {
      /** So many school days in a row with an absence. */
      readonly streak: StreakTrigger;
    }
  | {
      /** Signs of early warning that name such a tier of support. */
      readonly earlyWarning: TierTrigger;
    }
  | {
      /** A rate of absence that does not fall while the signs name a tier of support. */
      readonly noImprovement: NoImprovement;
    };

/**
 * What a rule of a ladder asks for: `chronic`, by the policy and its scope, or something with numbers. It
 * is met on the first date on which it holds.
 */
export type Trigger = "chronic" | TriggerOf;

/** One rung: when the trigger is met, the step is to be taken. */
export interface LadderRule {
  /** Its identifier, lower_snake and one of its kind in the ladder. */
  readonly id: string;
  /** The step it leads to. */
  readonly step: OutreachStep;
  /** When it is met. */
  readonly when: Trigger;
  /** Whose contact clears the step; what is usual for the step where nothing is said. */
  readonly clearedBy?: ClearedBy | null;
}

/** A ladder: rules over measures that lead to steps of outreach, in order. */
export interface LadderDocument {
  /** The identifier, in lower_snake. */
  readonly id: string;
  /** The version. */
  readonly version: string;
  /** What it is. */
  readonly title: string;
  /** Where it comes from. */
  readonly source: Source;
  /** The rules, in order. */
  readonly rules: readonly LadderRule[];
}

/** A ladder: one of a preset, a document of one's own, and rules alone. */
export type LadderChoice =
  | {
      /** The preset's identifier. */
      readonly preset: string;
    }
  | {
      /** The ladder's own document. */
      readonly document: LadderDocument;
    }
  | {
      /** The rules, in order, of a ladder `own`. */
      readonly rules: readonly LadderRule[];
    };

/** Some of the days, counted from a date: one of these. */
export type WindowOf =
  | {
      /** The last so many days of the student's membership. */
      readonly schoolDays: number;
    }
  | {
      /** The last so many dates, the date asked for included. */
      readonly calendarDays: number;
    }
  | {
      /** The first so many days of the student's membership. */
      readonly firstSchoolDays: number;
    }
  | {
      /** From a date on. */
      readonly since: ISODate;
    };

/**
 * The days a measure looks at. School days are those of the student's own membership; calendar days are
 * dates, weekends and holidays included.
 */
export type Window = "year_to_date" | WindowOf;

/** Of whom a dosage is: one of these. */
export type DosageGroup =
  | {
      /** Of a student. */
      readonly student: string;
    }
  | {
      /** Of a mentor. */
      readonly mentor: string;
    }
  | {
      /** Of a school. */
      readonly school: string;
    }
  | {
      /** Of a district. */
      readonly district: string;
    }
  | {
      /** Of a network. */
      readonly network: string;
    };

/** Of whom a dosage is. */
export type DosageOf = "overall" | DosageGroup;

/** Who looks: one of these. */
export type ViewerOf =
  | {
      /** A mentor: the students assigned on the date. */
      readonly mentor: string;
    }
  | {
      /** The attendance team of a school: its students on the date. */
      readonly team: string;
    }
  | {
      /** The coordinator of a district; of all where it is null. */
      readonly coordinator: string | null;
    };

/** Who looks: a role, and whose records it is about. */
export type Viewer = "network" | "analyst" | ViewerOf;

/** The most students of mentors with whom no number was agreed. */
export interface CapacityRules {
  /** Of the school's or district's own staff (5: My Brother's Keeper). Where it is left out: `5`. */
  readonly internal?: number | null;
  /** Of partners and volunteers (15: New York City). Where it is left out: `15`. */
  readonly external?: number | null;
  /** Of older students; no source gives a number. */
  readonly peer?: number | null;
}

/**
 * Who qualifies for a mentor: enrolled students with early-warning signs of a tier, in some grades or
 * all.
 */
export interface NeedRules {
  /**
   * The least tier of the signs, 2 or 3. A prior year of chronic absence is tier 2. Where it is left out:
   * `2`.
   */
  readonly fromTier?: number;
  /** The grades looked at; all where none is named. */
  readonly grades?: readonly GradeLevel[] | null;
}

/** What a match must have. */
export interface MatchRules {
  /**
   * The kinds of mentors for students of a tier (2 or 3); a tier not named takes any kind. Where it is
   * left out: `{}`.
   */
  readonly kinds?: Readonly<Record<string, readonly MentorKind[]>>;
  /** The student's attribute that holds the language of the home. Where it is left out: `"home_language"`. */
  readonly languageAttribute?: string;
  /** The language that every mentor speaks. Where it is left out: `"en"`. */
  readonly commonLanguage?: string;
  /**
   * Whether a mentor must speak the language of the home; otherwise one who does comes first. Where it is
   * left out: `false`.
   */
  readonly languageRequired?: boolean;
}

/** When something is celebrated. */
export interface RecognitionRules {
  /** School days attended in a row. Where it is left out: `10`. */
  readonly daysInARow?: number;
  /** Weeks in a row without an absence. Where it is left out: `2`. */
  readonly perfectWeeks?: number;
  /**
   * School days of each of the two stretches that an improvement is seen over. Where it is left out:
   * `20`.
   */
  readonly improvementDays?: number;
  /** Days fewer absent in the later stretch than in the one before. Where it is left out: `2`. */
  readonly improvement?: number;
  /** Weeks in a row in which all contacts of the plan were made. Where it is left out: `4`. */
  readonly planWeeks?: number;
}

/** From when on something is a reason to see a student. */
export interface WorklistRules {
  /** School days absent in a row after which a return is welcomed. Where it is left out: `2`. */
  readonly returnedAfter?: number;
  /** Absences left from which on the budget is nearly spent. Where it is left out: `3`. */
  readonly budgetLeft?: number;
  /** What is celebrated. Where it is left out: `{}`. */
  readonly recognition?: RecognitionRules;
}

/** What a team looks at. */
export interface AgendaRules {
  /** School days after which a barrier that nothing meets is looked at. Where it is left out: `10`. */
  readonly unmetSchoolDays?: number;
  /** School days in a row with an absence from which on a student is looked at. Where it is left out: `3`. */
  readonly streak?: number;
  /** What the worklists are made by. Where it is left out: `{}`. */
  readonly worklist?: WorklistRules;
}

/** A target that a network has set. */
export interface AimTarget {
  /** The measure. */
  readonly measure: AimMeasure;
  /** The least share, such as `90%`. */
  readonly atLeast: Exact;
}

/** What one of a system's codes means. */
export interface Coded {
  /** The status. */
  readonly status: AttendanceStatus;
  /** The category. */
  readonly category?: AttendanceCategory | null;
  /** The part of the day that it covers; the whole day where nothing is said. */
  readonly extent?: Exact | null;
}

/** An exact rate of days. */
export interface Rate {
  /** The part, in the policy's unit (days, sessions or hours). */
  readonly part: Exact;
  /** The whole, in the same unit; never 0. */
  readonly whole: Exact;
  /** The rate in percent, one decimal, rounded half up on the exact ratio. */
  readonly percent: Percent;
  /** The double nearest to part / whole. */
  readonly value: number;
}

/** An exact rate of students, weeks or calls. */
export interface CountRate {
  /** The part. */
  readonly part: number;
  /** The whole; never 0. */
  readonly whole: number;
  /** The rate in percent, one decimal, rounded half up on the exact ratio. */
  readonly percent: Percent;
  /** The double nearest to part / whole. */
  readonly value: number;
}

/**
 * What is known of a rate of absence when some days are not recorded: the observed rate, and the two it
 * lies between.
 */
export interface RateBounds {
  /** As if the student had been present on every unrecorded day. */
  readonly lower: Rate;
  /** Of the days that the policy counts; null where nothing was recorded. */
  readonly observed: Rate | null;
  /** As if the student had been absent on every unrecorded day. */
  readonly upper: Rate;
}

/**
 * What one or many students' days amount to under a policy. Amounts are exact, in the policy's unit:
 * days, sessions or hours.
 */
export interface Tally {
  /** In membership (policy's unit). */
  readonly membership: Exact;
  /** In membership and recorded (policy's unit). */
  readonly recorded: Exact;
  /** In membership and not recorded (policy's unit). */
  readonly unrecorded: Exact;
  /** Absent, of any kind (policy's unit). */
  readonly absent: Exact;
  /** Absent and excused (policy's unit). */
  readonly excused: Exact;
  /** Absent and unexcused (policy's unit). */
  readonly unexcused: Exact;
  /** Absent, with an excusal that is not known (policy's unit). */
  readonly excusalUnknown: Exact;
  /** Absent for discipline (policy's unit). */
  readonly disciplinary: Exact;
  /** Attended remotely (policy's unit). */
  readonly remote: Exact;
  /** Days with a tardy (days). */
  readonly tardyDays: number;
  /** Days with an early departure (days). */
  readonly earlyDepartureDays: number;
  /** The rate of absence; null where no day counts. */
  readonly absenceRate: Rate | null;
  /** The rate of attendance; null where no day counts. */
  readonly attendanceRate: Rate | null;
  /** Between what the rate of absence lies; null without a day in membership. */
  readonly bounds: RateBounds | null;
}

/** A student's standing, at one school or over all. */
export interface Standing extends Tally {
  /** Days in membership, whole ones, whatever the policy counts in (days). */
  readonly membershipDays: number;
  /** Chronically absent or not, or not eligible and why. */
  readonly status: Status;
  /** The band of the policy; null where the student is not eligible. */
  readonly band: string | null;
  /** Whether the status would be the same however the unrecorded days had been. */
  readonly certain: boolean;
}

/**
 * Streaks of absence: school days in a row, in the student's own membership, on each of which any part
 * was counted absent.
 */
export interface Streaks {
  /** The streak that reaches to the last day looked at, 0 where that day was attended (school days). */
  readonly current: number;
  /** The longest streak (school days). */
  readonly longest: number;
}

/** A truancy rule that a student met, and when first. */
export interface Truancy {
  /** The rule. */
  readonly rule: string;
  /** The first date on which it was met. */
  readonly metOn: ISODate;
}

/** The policy's truancy rules that a student met. */
export interface Truancies {
  /** The rules, in the policy's order. */
  readonly met: readonly Truancy[];
}

/**
 * A student's budget of absences, under the policy's line, eligibility aside. Days to come count as
 * recorded.
 */
export interface AbsenceBudget {
  /** Days in membership still to come (days). */
  readonly daysToCome: number;
  /**
   * How many whole days can still be missed without being at the line when the year ends; 0 where the
   * line will be reached even with full attendance (days).
   */
  readonly absencesLeft: number;
  /** What leads back under the line. */
  readonly recovery: Recovery;
  /** The days of full attendance that lead back, where they do (days). */
  readonly fullAttendance: number | null;
}

/** A student's absence budget, where there is one. */
export interface BudgetAnswer {
  /** The budget; null without a day that counts. */
  readonly budget: AbsenceBudget | null;
}

/**
 * A projection of days absent to the end of the year: the days to come are missed at the rate so far. It
 * knows nothing of illness waves, weekdays or of what the school will do.
 */
export interface Projection {
  /** Days in membership still to come (days). */
  readonly daysToCome: number;
  /** Days absent so far (days). */
  readonly absentDays: number;
  /** Days absent at the end of the year, as projected (days). */
  readonly projected: number;
  /** The lower end of the 95 % interval (days). */
  readonly low: number;
  /** The upper end of the 95 % interval (days). */
  readonly high: number;
}

/** A student's projection, where there is one. */
export interface ProjectionAnswer {
  /** The projection; null without a day that counts. */
  readonly projection: Projection | null;
}

/** A sign of early warning, with its numbers. */
export type Warning =
  | {
      /** Days missed in the first month of school. */
      readonly sign: "first_month";
      /** What the first month says. */
      readonly level: FirstMonth;
      /** Days missed in it (days). */
      readonly days: Exact;
    }
  | {
      /** Two days a month missed. */
      readonly sign: "two_a_month";
      /** Days missed (days). */
      readonly days: Exact;
      /** The month of school that the student is in (months). */
      readonly months: number;
    }
  | {
      /** The rate of the year before. */
      readonly sign: "prior_year";
      /** What the year before says. */
      readonly level: PriorYear;
      /** The rate of absence of that year. */
      readonly rate: Rate;
    }
  | {
      /** At least 20 % of this year's days missed, by a student who is eligible. */
      readonly sign: "severe_now";
      /** The rate of absence of this year. */
      readonly rate: Rate;
    };

/** A student's signs of early warning. */
export interface EarlyWarning {
  /** The student. */
  readonly student: string;
  /** The tier of support that Attendance Works names for the signs: 2 or 3. */
  readonly tier: number;
  /** The rate of absence this year; null where no day counts. */
  readonly absenceRate: Rate | null;
  /** The signs. */
  readonly signs: readonly Warning[];
}

/** The students with a sign of early warning. */
export interface EarlyWarnings {
  /** The students, in the register's order. */
  readonly students: readonly EarlyWarning[];
}

/** One point of a series: the days of all students in a stretch of time. */
export interface SeriesPoint extends Tally {
  /** The stretch: an ISO date, or the number of a weekday. */
  readonly label: string;
  /** The first of its school days. */
  readonly first: ISODate;
  /** The last of its school days. */
  readonly last: ISODate;
}

/** A series of points in order of time. */
export interface Series {
  /** The points; stretches without a school day are left out. */
  readonly points: readonly SeriesPoint[];
}

/** How many students are in a band. */
export interface BandCount {
  /** The band of the policy. */
  readonly band: string;
  /** The eligible students in it (students). */
  readonly students: number;
}

/** How many students do not count for one reason. */
export interface NotEligible {
  /** The reason. */
  readonly status: Ineligible;
  /** The students (students). */
  readonly students: number;
}

/** What a group of students comes to. */
export interface Summary extends Tally {
  /** Students with at least one day in membership (students). */
  readonly students: number;
  /** Students who count (students). */
  readonly eligible: number;
  /** Of them, the chronically absent (students). */
  readonly chronicallyAbsent: number;
  /** The share of the eligible who are chronically absent; null where nobody is eligible. */
  readonly chronicRate: CountRate | null;
  /** Students who do not count, by reason; those without a day in membership too. */
  readonly notEligible: readonly NotEligible[];
  /** Eligible students in each band of the policy. */
  readonly bands: readonly BandCount[];
  /** Eligible students whose status the unrecorded days could change (students). */
  readonly uncertain: number;
}

/** One group under a policy, counted both ways. */
export interface GroupMeasure {
  /** The group's labels, one a dimension; none for the whole. */
  readonly labels: readonly string[];
  /** School-answerable: each school's own days, a student once at every school attended. */
  readonly bySchool: Summary;
  /**
   * Student-following: each student once, all schools together, a day of two schools once, in the group
   * of the school of the last day in membership.
   */
  readonly byStudent: Summary;
  /** The one of the two that the policy's scope asks for. */
  readonly headline: Summary;
  /** Average daily membership, full-time equivalent (students); null where it is not defined. */
  readonly averageDailyMembership: Exact | null;
  /** Average daily attendance, full-time equivalent (students); null where it is not defined. */
  readonly averageDailyAttendance: Exact | null;
  /** Average daily attendance of average daily membership (percent). */
  readonly percentAttendance: Percent | null;
}

/** Measures of groups under one policy as of one date. */
export interface MeasureTable {
  /** The groups, in order of their labels; grades from the youngest up, the unknown last. */
  readonly groups: readonly GroupMeasure[];
}

/** One student's measures over all schools. */
export interface StudentRow extends Standing {
  /** The student. */
  readonly student: string;
  /** Streaks of absence. */
  readonly streaks: Streaks;
}

/** Every student's measures. */
export interface StudentTable {
  /** One row a student, in the register's order. */
  readonly students: readonly StudentRow[];
}

/** One student's move between two dates. */
export interface Transition {
  /** The student. */
  readonly student: string;
  /** How the student moved. */
  readonly movement: Movement;
  /** The band before, of the first policy; null where not counted then. */
  readonly before: string | null;
  /** The band after, of the second policy; null where not counted then. */
  readonly after: string | null;
}

/** Every student counted at one of two dates at least, and how they moved. */
export interface Transitions {
  /** The moves in order of identifiers. */
  readonly moves: readonly Transition[];
}

/** A student whose status differs between two policies. */
export interface StatusChange {
  /** The student. */
  readonly student: string;
  /** The status under the first policy. */
  readonly before: Status;
  /** The status under the second. */
  readonly after: Status;
  /**
   * The clauses each of which alone, taken over from the second policy, gives the student its status;
   * where no clause does so alone, all clauses that differ.
   */
  readonly clauses: readonly Clause[];
  /** Whether no clause alone makes the change. */
  readonly together: boolean;
}

/** The difference between two policies over one register. */
export interface PolicyDifference {
  /** The clauses in which the two differ. */
  readonly clauses: readonly Clause[];
  /** The students whose status differs, in the register's order. */
  readonly changes: readonly StatusChange[];
}

/** One period's counts. */
export interface PeriodTotals {
  /** Students in membership (students). */
  readonly students: number;
  /** The rate of absence; null where no day counts. */
  readonly absenceRate: Rate | null;
  /** Eligible students (students). */
  readonly eligible: number;
  /** Of them, the chronically absent (students). */
  readonly chronicallyAbsent: number;
}

/** One group in two periods. */
export interface GroupOutcome {
  /** The group's label, a district's identifier or a grade. */
  readonly label: string;
  /** Before. */
  readonly before: PeriodTotals;
  /** After. */
  readonly after: PeriodTotals;
  /** The relative change in the rate of absence (percent); null where there was nothing before. */
  readonly absenceChange: Percent | null;
  /**
   * The relative change in the number of chronically absent students (percent); null where there was
   * nothing before.
   */
  readonly chronicChange: Percent | null;
}

/** The change between two periods. */
export interface Outcome {
  /** All students together. */
  readonly pooled: GroupOutcome;
  /** Each district. */
  readonly byDistrict: readonly GroupOutcome[];
  /** Each grade level. */
  readonly byGrade: readonly GroupOutcome[];
  /**
   * The plain mean of the districts' relative changes in the rate of absence, as a fraction of 1; null
   * unless every district has one.
   */
  readonly meanOfDistricts: number | null;
  /** Why the two periods may not be comparable. */
  readonly warnings: readonly ComparabilityWarning[];
}

/** A part of a day with what is recorded of it. */
export interface MarkPart {
  /** The status. */
  readonly status: AttendanceStatus;
  /** The category, where there is one. */
  readonly category: AttendanceCategory | null;
  /** The part of the day. */
  readonly part: Exact;
}

/** One student's day at one school. */
export interface Day {
  /** Whether the student was in membership. */
  readonly member: boolean;
  /** Whether attendance is known. */
  readonly recorded: boolean;
  /** What is recorded, part by part. */
  readonly mark: readonly MarkPart[];
}

/** What became of the records read: every record is counted in exactly one of the four ends. */
export interface Intake {
  /** Records read. */
  readonly read: number;
  /** Records that count as they stand. */
  readonly applied: number;
  /** Records that say again what another said. */
  readonly merged: number;
  /** Records that another of the same day supersedes. */
  readonly superseded: number;
  /** Records not used, each with a finding. */
  readonly rejected: number;
}

/** How many findings of one code there are. */
export interface FindingCount {
  /** What was wrong. */
  readonly code: FindingCode;
  /** How many. */
  readonly count: number;
}

/** What became of every enrolment and event of a register's records, and what was found. */
export interface RollReport {
  /** What became of the attendance events. */
  readonly events: Intake;
  /** What became of the enrolments. */
  readonly enrollments: Intake;
  /** The findings, by code. */
  readonly findings: readonly FindingCount[];
}

/** One finding. It holds identifiers, codes and dates, never names, notes or other free text. */
export interface Finding {
  /** What was wrong. */
  readonly code: FindingCode;
  /** What was done. */
  readonly action: Action;
  /** The file, without its folder. */
  readonly file: string | null;
  /** The row or record, from 1. */
  readonly row: number | null;
  /** The field, where one is to blame. */
  readonly field: string | null;
  /** The student, where the record names one. */
  readonly student: string | null;
  /** The school, where the record names one. */
  readonly school: string | null;
  /** The date, where the record has one. */
  readonly date: ISODate | null;
  /** What was decided and by which rule, in the model's terms. */
  readonly detail: string | null;
}

/** The findings: counted, and the first thousand of each code one by one. */
export interface Findings {
  /** How many there are. */
  readonly total: number;
  /** The findings, by code. */
  readonly findings: readonly Finding[];
}

/** A student's row at a school. */
export interface RegisterRow {
  /** The student. */
  readonly student: string;
  /** The school. */
  readonly school: string;
  /** Days in membership (days). */
  readonly membershipDays: number;
}

/** What a register holds. */
export interface RegisterShape {
  /** How many students. */
  readonly students: number;
  /** How many dates on which any school teaches. */
  readonly schoolDays: number;
  /** The rows, one a student and school. */
  readonly rows: readonly RegisterRow[];
}

/** What a merged register holds. */
export interface MergedShape extends RegisterShape {
  /** Whether the parts merged backwards are an equal register. */
  readonly anyOrder: boolean;
  /** Whether it equals the register of the records; null where there are none. */
  readonly equalsRecords: boolean | null;
}

/** A register written as bytes and read back. */
export interface BytesAnswer {
  /** The first ten bytes in hexadecimal. */
  readonly head: string;
  /** Whether what was read back is the register. */
  readonly equal: boolean;
}

/** A percentage. */
export interface PercentAnswer {
  /** The percentage; null where there is nothing to compare with. */
  readonly percent: Percent | null;
}

/** An amount as text. */
export interface TextAnswer {
  /** The text. */
  readonly text: string;
}

/** An exact fraction. */
export interface FractionAnswer {
  /** The fraction. */
  readonly fraction: Exact;
}

/** Whether parts of wholes meet a threshold. */
export interface ThresholdAnswer {
  /** One answer for each part and whole. */
  readonly met: readonly boolean[];
}

/** The bands that parts of wholes are in. */
export interface BandsAnswer {
  /** The band of each part and whole; null where the policy has no bands or there is no whole. */
  readonly bands: readonly (string | null)[];
}

/** How much of a day counts as absent. */
export interface DayRuleAnswer {
  /** For each part missed, the part that counts (days). */
  readonly counts: readonly Exact[];
}

/** A policy as it was read. */
export interface PolicyAnswer {
  /** Its identifier. */
  readonly id: string;
  /** The whole policy. */
  readonly document: PolicyDocument;
}

/** A system's code in the model's terms. */
export interface AttendanceCode {
  /** The status. */
  readonly status: AttendanceStatus;
  /** The category, where there is one. */
  readonly category: AttendanceCategory | null;
}

/** What a code means. */
export interface CodeAnswer {
  /** The meaning; null where the table does not hold the code. */
  readonly meaning: AttendanceCode | null;
  /** The part of the day that it covers (days); null where the table does not hold the code. */
  readonly extent: Exact | null;
}

/** A mentor, and where from. */
export interface MentorPlacement {
  /** The mentor. */
  readonly mentor: string;
  /** Where the mentor comes from. */
  readonly placement: Placement;
}

/** A contact plan of the casebook. */
export interface PlanContacts {
  /** The plan. */
  readonly plan: string;
  /** Contacts in an average week. */
  readonly contactsPerWeek: Exact;
}

/** One contact of a student, made or attempted. */
export interface Contact {
  /** The date. */
  readonly date: ISODate;
  /** Check-in or circle. */
  readonly origin: ContactOrigin;
  /** The mentor; null of a circle without one. */
  readonly mentor: string | null;
  /** Whether it was made. */
  readonly outcome: ContactOutcome;
}

/** A barrier of a student. */
export interface StudentBarrier {
  /** The barrier. */
  readonly barrier: Barrier;
  /** When it was learnt of. */
  readonly learntOn: ISODate;
  /** Where. */
  readonly learntFrom: BarrierSource;
  /** When it was resolved; null where it stands. */
  readonly resolvedOn: ISODate | null;
}

/** An intervention of a student with its statuses. */
export interface InterventionHistory {
  /** The intervention. */
  readonly intervention: string;
  /** The statuses, from the first to the last. */
  readonly history: readonly InterventionStatusChange[];
}

/** What the casebook holds of a student. */
export interface StudentFile {
  /** The student. */
  readonly student: string;
  /** The contacts, in order of dates. */
  readonly contacts: readonly Contact[];
  /** The barriers. */
  readonly barriers: readonly StudentBarrier[];
  /** The interventions. */
  readonly interventions: readonly InterventionHistory[];
}

/** An intervention of the catalogue. */
export interface CatalogueEntry {
  /** The intervention. */
  readonly intervention: string;
  /** What it is for. */
  readonly aim: Aim | null;
}

/** What became of the records of a program. */
export interface Casebook {
  /** What became of the records; null where a reader read them, whose report has it. */
  readonly intake: Intake | null;
  /** The findings, by code; null where a reader read the records. */
  readonly findings: readonly FindingCount[] | null;
  /** The mentors. */
  readonly mentors: readonly MentorPlacement[];
  /** The contact plans. */
  readonly plans: readonly PlanContacts[];
  /** The students. */
  readonly students: readonly StudentFile[];
  /** The interventions. */
  readonly catalogue: readonly CatalogueEntry[];
  /** The contacts that were made. */
  readonly contactsMade: readonly ContactMade[];
}

/** What became of the contacts of a stretch of dates: each is counted in exactly one of the five. */
export interface ContactCounts {
  /** Made, and such as the plan asks for; circles are among them. */
  readonly made: number;
  /** Attempted and not made. */
  readonly attempted: number;
  /** Made, in a mode (or circle) that the plan does not count. */
  readonly otherMode: number;
  /** Made, shorter than the plan asks for. */
  readonly tooShort: number;
  /**
   * On a date on which nothing is expected: without a primary mentor, or a plan; of a mentor, with a
   * student for whom another answers.
   */
  readonly outside: number;
}

/** Weeks that ask for at least one contact, and those in which all that was asked for was made. */
export interface WeeksOnPlan {
  /** Weeks that ask for a contact. */
  readonly asking: number;
  /** Of these, weeks on plan. */
  readonly onPlan: number;
}

/** Assignments that began, and how long the student waited for the first contact, in school days. */
export interface Starts {
  /** Assignments after whose beginning the mentor met the student. */
  readonly met: number;
  /** School days before the day of the first contact, summed over these (school days). */
  readonly days: number;
  /** Assignments without a contact so far. */
  readonly waiting: number;
  /** School days waited so far, summed over these (school days). */
  readonly waitingDays: number;
  /**
   * Assignments whose student waited less than a school week, or has so far in an assignment that goes
   * on.
   */
  readonly inTime: number;
}

/** Whole days absent while assigned, and calls home on the same day. */
export interface AbsenceCalls {
  /** Days absent all day (days). */
  readonly absences: number;
  /** Of these, days on which somebody called home (days). */
  readonly called: number;
  /** Of these, days on which the family was reached (days). */
  readonly reached: number;
}

/** Moves to another school while assigned, and whether mentoring went on. */
export interface Transfers {
  /** Moves of a student who had a primary mentor on the last day at the school left. */
  readonly transfers: number;
  /** Of these, with a primary mentor on the first day at the new school. */
  readonly mentored: number;
  /** Of these, with one who was there before. */
  readonly sameMentor: number;
  /** Of all moves, with a contact made at the new school. */
  readonly contacted: number;
}

/** Contacts expected and made over a stretch of dates. */
export interface Dosage {
  /** Students with at least one assigned school day (students). */
  readonly students: number;
  /** School days in membership on which a plan is in force (school days). */
  readonly assignedDays: number;
  /** Of these, days on which the student was not absent all day (school days). */
  readonly presentDays: number;
  /** Contacts expected over the assigned days (contacts). */
  readonly expected: Exact;
  /** Contacts expected over the days present (contacts). */
  readonly expectedPresent: Exact;
  /** Average weeks that the assigned days make (weeks). */
  readonly weeks: Exact;
  /** What became of the contacts. */
  readonly contacts: ContactCounts;
  /** Of those made, presences in circles (contacts). */
  readonly inCircles: number;
  /** Dates with a contact made, summed over students (days). */
  readonly contactDays: number;
  /** Minutes of the contacts made (minutes). */
  readonly minutes: number;
  /** Contacts made whose length is not known (contacts). */
  readonly minutesUnknown: number;
  /** Minutes of a contact of known length, on average (minutes); null where there is none. */
  readonly minutesPerContact: Exact | null;
  /** Contacts made of those expected over the assigned days; null where none are expected. */
  readonly fidelity: Rate | null;
  /** Contacts made of those expected over the days present; null where none are expected. */
  readonly fidelityPresent: Rate | null;
  /** Contacts made in an average week (contacts a week); null without an assigned day. */
  readonly contactsPerWeek: Exact | null;
  /** Weeks on plan, by all assigned days. */
  readonly weeksOnPlan: WeeksOnPlan;
  /** The share of weeks on plan; null where no week asks for a contact. */
  readonly weeksOnPlanRate: CountRate | null;
  /** Weeks on plan, by the days present. */
  readonly weeksOnPlanPresent: WeeksOnPlan;
  /** The share of weeks on plan, by the days present; null where no week asks for a contact. */
  readonly weeksOnPlanPresentRate: CountRate | null;
  /** The most school days in a row without a contact made (school days). */
  readonly longestGap: number;
  /** From assignment to first contact. */
  readonly starts: Starts;
  /** School days to the first contact, on average (school days); null where nobody was met. */
  readonly meanDaysToFirstContact: Exact | null;
  /** Calls home on days of absence. */
  readonly calls: AbsenceCalls;
  /** The share of days of absence with a call; null without such a day. */
  readonly callRate: CountRate | null;
  /** The share of days of absence on which the family was reached; null without such a day. */
  readonly reachRate: CountRate | null;
  /** Continuity over changes of school. */
  readonly transfers: Transfers;
}

/** The dosage of a student or a group. */
export interface DosageAnswer extends Dosage {
  /** Circles held; null of a student. */
  readonly circles: number | null;
  /** School days since the last contact made, up to the date asked for (school days); null of a group. */
  readonly daysSinceContact: number | null;
}

/** Contacts expected and made, of one student, mentor, school, district or network. */
export interface Fidelity {
  /** Whose they are; null for schools of no district and districts of no network, taken together. */
  readonly id: string | null;
  /** The contacts. */
  readonly dosage: DosageAnswer;
}

/** Contacts expected and made, of each one. */
export interface FidelityAnswer {
  /** In order of identifiers. */
  readonly rows: readonly Fidelity[];
}

/** A mentor's students on a date. */
export interface MentorLoad {
  /** The mentor. */
  readonly mentor: string;
  /** The students for whom the mentor answers. */
  readonly primary: readonly string[];
  /** The students with whom the mentor helps. */
  readonly secondary: readonly string[];
  /** The most students; null where it is not known. */
  readonly capacity: number | null;
  /** How many more the mentor can take; null where the capacity is not known. */
  readonly room: number | null;
  /** By how many the mentor is over the capacity. */
  readonly over: number;
}

/** The mentors' loads. */
export interface Loads {
  /** The mentors, in the casebook's order. */
  readonly loads: readonly MentorLoad[];
}

/** A student who qualifies for a mentor. */
export interface Need {
  /** The student. */
  readonly student: string;
  /** The tier of the signs: 2 or 3. */
  readonly tier: number;
  /** The rate of absence this year; null where no day counts. */
  readonly absenceRate: Rate | null;
  /** Whether a mentor answers for the student on the date. */
  readonly mentored: boolean;
}

/** Of the students who qualify for a mentor, those who have one. */
export interface Coverage {
  /** Students who qualify (students). */
  readonly qualifying: number;
  /** Of these, students with a primary mentor (students). */
  readonly mentored: number;
  /** The share; null where nobody qualifies. */
  readonly rate: CountRate | null;
}

/** The coverage of a school. */
export interface SchoolCoverage extends Coverage {
  /** The school. */
  readonly school: string;
}

/** Who qualifies for a mentor. */
export interface Needs {
  /**
   * The students who qualify, those in greatest need first: by tier, then by rate of absence, then by
   * identifier.
   */
  readonly needs: readonly Need[];
  /** Coverage of everybody. */
  readonly coverage: Coverage;
  /** Coverage by school. */
  readonly coverageBySchool: readonly SchoolCoverage[];
}

/** What speaks for a match. */
export type MatchSign =
  | {
      /** The mentor works at the student's school. */
      readonly sign: "school";
      /** The school. */
      readonly school: string;
    }
  | {
      /** The mentor speaks the language of the student's home. */
      readonly sign: "language";
    }
  | {
      /** The student had this mentor before. */
      readonly sign: "earlier_mentor";
    }
  | {
      /** With this match the mentor has so many students of so many. */
      readonly sign: "load";
      /** Students with this match and the others proposed (students). */
      readonly students: number;
      /** The most students (students). */
      readonly capacity: number;
    };

/** A proposed match. */
export interface Match {
  /** The student. */
  readonly student: string;
  /** The mentor. */
  readonly mentor: string;
  /** What speaks for it. */
  readonly signs: readonly MatchSign[];
}

/** A student for whom nobody can be proposed. */
export interface Unmatched {
  /** The student. */
  readonly student: string;
  /** Why. */
  readonly reason: NoMatch;
}

/** Matches for the students who qualify and have no mentor. */
export interface MatchProposal {
  /** The matches, those in greatest need first. */
  readonly matches: readonly Match[];
  /** The students left without, in the same order. */
  readonly unmatched: readonly Unmatched[];
}

/** Something to celebrate with a student, with its numbers. */
export type StudentRecognition =
  | {
      /** Fewer days absent in the last stretch of school days than in the one before. */
      readonly kind: "improvement";
      /** Days absent in the stretch before (days). */
      readonly before: Exact;
      /** Days absent in the last one (days). */
      readonly after: Exact;
      /** School days of each (school days). */
      readonly days: number;
    }
  | {
      /** School days attended in a row, up to the last day of which anything is known. */
      readonly kind: "days_in_a_row";
      /** How many (school days). */
      readonly days: number;
    }
  | {
      /** Weeks in a row without any absence, up to the last whole one. */
      readonly kind: "perfect_weeks";
      /** How many (weeks). */
      readonly weeks: number;
    };

/** A reason to see a student, with its numbers. */
export type WorkReason =
  | {
      /** Back after so many school days in a row absent. */
      readonly reason: "returned";
      /** School days in a row with an absence before the return (school days). */
      readonly days: number;
    }
  | {
      /** Recorded absent all day on the date. */
      readonly reason: "absent_today";
      /** School days in a row with an absence, the day included (school days). */
      readonly daysInARow: number;
      /** Whether somebody called home on the day. */
      readonly called: boolean;
    }
  | {
      /** Absent all of the last school day before the date. */
      readonly reason: "absent_last_school_day";
      /** That day. */
      readonly date: ISODate;
      /** School days in a row with an absence, the day included (school days). */
      readonly daysInARow: number;
      /** Whether somebody called home on the day. */
      readonly called: boolean;
    }
  | {
      /** No contact by this mentor since the assignment began. */
      readonly reason: "not_met_yet";
      /** School days since then, before the date (school days). */
      readonly schoolDays: number;
    }
  | {
      /** Follow-ups of this mentor that are due. */
      readonly reason: "follow_up_due";
      /** How many. */
      readonly followUps: number;
      /** When the earliest was due. */
      readonly due: ISODate;
    }
  | {
      /** The next contact of the plan is overdue. */
      readonly reason: "overdue";
      /** By how many school days (school days). */
      readonly by: number;
      /** School days since the last contact made, before the date (school days). */
      readonly since: number;
    }
  | {
      /** Few absences are left before the policy's line. */
      readonly reason: "budget_nearly_spent";
      /** Whole days that can still be missed this year (days). */
      readonly absencesLeft: number;
    }
  | {
      /** The next contact of the plan is due on the date. */
      readonly reason: "due";
      /** School days since the last contact made, before the date (school days). */
      readonly since: number;
    }
  | {
      /** There is something to celebrate. */
      readonly reason: "celebrate";
      /** What. */
      readonly what: StudentRecognition;
    }
  | {
      /** At none of the schools on the date. */
      readonly reason: "not_enrolled";
    };

/** One student of a worklist. */
export interface WorklistItem {
  /** The student. */
  readonly student: string;
  /** Whether the student has school on the date; null where the register does not name the student. */
  readonly hasSchool: boolean | null;
  /** Why, most pressing first; none where nothing is due. */
  readonly reasons: readonly WorkReason[];
}

/** A mentor's students on a date, each once, the most pressing first. */
export interface Worklist {
  /** The students for whom the mentor answers on the date. */
  readonly items: readonly WorklistItem[];
}

/** A student who became chronically absent, by the policy, since the week before. */
export interface BecameChronic {
  /** The student. */
  readonly student: string;
  /** The status a week before. */
  readonly before: Status;
}

/** A student absent for several school days in a row now. */
export interface StudentStreak {
  /** The student. */
  readonly student: string;
  /** How many (school days). */
  readonly days: number;
}

/** A student with early-warning signs and no mentor. */
export interface WithoutMentor {
  /** The student. */
  readonly student: string;
  /** The tier of the signs: 2 or 3. */
  readonly tier: number;
}

/** A student with a mentor whose next contact is overdue, or who was not met yet. */
export interface OverdueStudent {
  /** The student. */
  readonly student: string;
  /** The mentor. */
  readonly mentor: string;
  /** Overdue or not met yet, with its numbers. */
  readonly reason: WorkReason;
}

/** A barrier that was raised and that no intervention meets. */
export interface BarrierGap {
  /** The student. */
  readonly student: string;
  /** The barrier. */
  readonly barrier: Barrier;
  /** When it was learnt of. */
  readonly learntOn: ISODate;
  /** School days of the student since then, that day included, before the date asked for (school days). */
  readonly schoolDays: number;
}

/** A contact that cleared a step. */
export interface Cleared {
  /** The date of the contact. */
  readonly on: ISODate;
  /** With whom it was made. */
  readonly with: ContactParty;
}

/** A step of a ladder as of a date. */
export interface LadderStep {
  /** The student. */
  readonly student: string;
  /** The rule. */
  readonly rule: string;
  /** The step. */
  readonly step: OutreachStep;
  /** Whose contact clears it. */
  readonly clearedBy: ClearedBy;
  /** The first date on which the rule was met. */
  readonly metOn: ISODate;
  /** As of when the facts no longer support the firing; null where they do. */
  readonly unsupportedSince: ISODate | null;
  /** The contact that cleared it, if one has by the date. */
  readonly cleared: Cleared | null;
  /**
   * The student's days in membership after the one on which the rule was met, up to the contact that
   * cleared the step or the date (school days).
   */
  readonly daysOpen: number;
}

/** What there is to celebrate with a student. */
export interface Celebrate {
  /** The student. */
  readonly student: string;
  /** What. */
  readonly celebrated: readonly StudentRecognition[];
}

/**
 * A school team's agenda on a date, over the school's students of that date, in the order in which a team
 * takes it up.
 */
export interface Agenda {
  /** Students who became chronically absent since the same weekday of the week before. */
  readonly becameChronic: readonly BecameChronic[];
  /** Students absent for several school days in a row now. */
  readonly streaks: readonly StudentStreak[];
  /** Students with early-warning signs and no mentor, the higher tier first. */
  readonly withoutMentor: readonly WithoutMentor[];
  /** Students whose next contact is overdue. */
  readonly overdue: readonly OverdueStudent[];
  /** Barriers that nothing meets. */
  readonly unmetBarriers: readonly BarrierGap[];
  /** Steps of the ladder that are open. */
  readonly steps: readonly LadderStep[];
  /** Students with something to celebrate. */
  readonly celebrate: readonly Celebrate[];
}

/** One mentor in the coordinator's view. */
export interface CoordinatorRow {
  /** The mentor. */
  readonly mentor: string;
  /** The students for whom the mentor answers (students). */
  readonly students: number;
  /** Students whose next contact is overdue on the date (students). */
  readonly overdue: number;
  /** Students not met since the assignment began (students). */
  readonly notMetYet: number;
  /** Students with a follow-up of this mentor that is due (students). */
  readonly followUpsDue: number;
}

/** Coverage, fidelity and what is overdue. */
export interface CoordinatorView {
  /** The mentors, in the casebook's order. */
  readonly mentors: readonly CoordinatorRow[];
  /** Students whose next contact is overdue, each once (students). */
  readonly overdue: number;
  /** Coverage of everybody. */
  readonly coverage: Coverage;
  /** Dosage and fidelity of the school year up to the date. */
  readonly dosage: Dosage;
}

/** One barrier in a group. */
export interface BarrierPrevalence {
  /** The barrier. */
  readonly barrier: Barrier;
  /** Students who have it, of those of whom any barrier was ever learnt. */
  readonly rate: CountRate | null;
  /** Of the students who have it, those of whom an intervention meets it (students). */
  readonly met: number;
}

/** How many students have a barrier of a root cause. */
export interface RootCauseCount {
  /** The root cause. */
  readonly rootCause: RootCause;
  /** The students (students). */
  readonly students: number;
}

/** The barriers of a group of students. */
export interface BarrierGroup {
  /** The group's label; `unknown` where it is not known. */
  readonly label: string;
  /** Mentored students of the group on the date (students). */
  readonly mentored: number;
  /** Students of whom any barrier was ever learnt up to the date: the base of the prevalences (students). */
  readonly asked: number;
  /** The barriers that occur, in order of root causes and names. */
  readonly barriers: readonly BarrierPrevalence[];
  /** Students with a barrier of each root cause. */
  readonly byRootCause: readonly RootCauseCount[];
}

/** The barriers of groups. */
export interface BarrierGroups {
  /** The groups, in order of their labels. */
  readonly groups: readonly BarrierGroup[];
}

/** The barriers that nothing meets. */
export interface BarrierGaps {
  /** The barriers, student by student. */
  readonly gaps: readonly BarrierGap[];
}

/** How many students an intervention meets. */
export interface InterventionCount {
  /** The intervention. */
  readonly intervention: string;
  /** The students (students). */
  readonly students: number;
}

/** How one barrier is met. */
export interface BarrierResponse {
  /** The barrier. */
  readonly barrier: Barrier;
  /** Students who have it on the date (students). */
  readonly students: number;
  /** Of these, students of whom nothing meets it (students). */
  readonly unmet: number;
  /** Students of whom an intervention meets it, by intervention; a student may have several. */
  readonly metBy: readonly InterventionCount[];
}

/** What meets each barrier. */
export interface BarrierResponses {
  /** The barriers that students have. */
  readonly responses: readonly BarrierResponse[];
}

/** One barrier on two dates. `before + raised - resolved` is `after`. */
export interface BarrierChange {
  /** The barrier. */
  readonly barrier: Barrier;
  /** Students who had it on the earlier date (students). */
  readonly before: number;
  /** Times it was learnt of after the earlier date, up to the later. */
  readonly raised: number;
  /**
   * Times it was resolved from the earlier date on, before the later: on the day of its resolution it
   * stands.
   */
  readonly resolved: number;
  /** Students who have it on the later date (students). */
  readonly after: number;
}

/** How barriers changed. */
export interface BarrierChanges {
  /** The barriers that stood or changed. */
  readonly changes: readonly BarrierChange[];
}

/** A mentor who kept the plan: in each of so many weeks all that was asked for every student was made. */
export interface MentorRecognition {
  /** The mentor. */
  readonly mentor: string;
  /** The weeks that asked for contacts (weeks). */
  readonly weeks: number;
  /** Weeks of students in them (weeks). */
  readonly studentWeeks: number;
}

/** A school that missed less of its last stretch of school days than of the one before. */
export interface SchoolRecognition {
  /** The school. */
  readonly school: string;
  /** The rate of absence in the stretch before. */
  readonly before: Rate;
  /** The rate of absence in the last one. */
  readonly after: Rate;
  /** School days of each (school days). */
  readonly days: number;
}

/** What there is to celebrate. */
export interface Recognition {
  /** With the student; null where none was asked for. */
  readonly student: readonly StudentRecognition[] | null;
  /** Mentors who kept the plan. */
  readonly mentors: readonly MentorRecognition[];
  /** Schools that improved. */
  readonly schools: readonly SchoolRecognition[];
}

/** How many of some adults attended. */
export interface Attended {
  /** Those who attended. */
  readonly attended: number;
  /** All of them. */
  readonly all: number;
  /** The share; null where there are none. */
  readonly rate: CountRate | null;
}

/** How many adults attended a session on one topic. */
export interface LearningShare {
  /** The school; null for everybody together. */
  readonly school: string | null;
  /** The topic. */
  readonly topic: LearningTopic;
  /** Mentors who attended, and all mentors. */
  readonly mentors: Attended;
  /** Staff who are not mentors who attended, and all of these. */
  readonly staff: Attended;
}

/** Adults trained, by topic and school. */
export interface LearningShares {
  /** Of everybody first, then by school. */
  readonly shares: readonly LearningShare[];
}

/** One measure of a scorecard. */
export interface ScoreLine {
  /** The aim that it belongs to. */
  readonly aim: Aim;
  /** The share; null where it has no base yet. */
  readonly value: Rate | null;
  /** The target; null where none was set. */
  readonly target: Exact | null;
  /** Whether the target is reached; null without a target or a value. */
  readonly reached: boolean | null;
}

/** The measures of the aims. */
export interface Scorecard {
  /** The measures, each with its value. */
  readonly lines: Readonly<Record<AimMeasure, ScoreLine>>;
}

/** A history of statuses of an intervention. */
export interface StatusHistory {
  /** The last status. */
  readonly last: InterventionStatus;
  /** The status on each date asked for; null before the first. */
  readonly on: readonly (InterventionStatus | null)[];
  /** What may follow the last status. */
  readonly followers: readonly InterventionStatus[];
  /** Whether nothing may follow. */
  readonly final: boolean;
}

/** An assignment in a view. */
export interface AssignmentView {
  /** The first date. */
  readonly begin: ISODate;
  /** The last date, where it is not after the date of the view. */
  readonly end: ISODate | null;
  /** Whether the mentor answers for the plan. */
  readonly role: AssignmentRole;
  /** The tier. */
  readonly tier: Tier | null;
  /** Why it ended, where it has. */
  readonly endReason: EndReason | null;
  /** The mentor, where the role may know. */
  readonly mentor: string | null;
  /** The mentor's name, where the role may know. */
  readonly mentorName: string | null;
}

/** A contact in a view. */
export interface ContactView {
  /** The date. */
  readonly date: ISODate;
  /** The time. */
  readonly time: Time | null;
  /** How it took place. */
  readonly mode: ContactMode;
  /** Its length (minutes). */
  readonly minutes: number | null;
  /** Whether it was made. */
  readonly outcome: ContactOutcome;
  /** Check-in or circle. */
  readonly origin: ContactOrigin;
  /** How the student feels about school, 1 to 5. */
  readonly feeling: number | null;
  /** The mentor, where the role may know. */
  readonly mentor: string | null;
  /** Strengths that showed, where the role may know. */
  readonly strengths: readonly string[];
  /** Goals that were set, where the role may know. */
  readonly goals: readonly string[];
  /** The note, where the role may read it. */
  readonly note: string | null;
}

/** A call home in a view. */
export interface CallView {
  /** The date. */
  readonly date: ISODate;
  /** What became of it. */
  readonly outcome: CallOutcome;
  /** The mentor who called, where the role may know. */
  readonly mentor: string | null;
}

/** A follow-up in a view. */
export interface FollowUpView {
  /** When it was promised. */
  readonly raisedOn: ISODate;
  /** By when. */
  readonly due: ISODate;
  /** When it was done, up to the date of the view. */
  readonly doneOn: ISODate | null;
  /** Who is to do it, where the role may know. */
  readonly mentor: string | null;
  /** What, where the role may know. */
  readonly what: string | null;
}

/** A barrier in a view. */
export interface BarrierView {
  /** When it was learnt of. */
  readonly learntOn: ISODate;
  /** Which. */
  readonly barrier: Barrier;
  /** Where it was learnt of. */
  readonly learntFrom: BarrierSource;
  /** When it was resolved, up to the date of the view. */
  readonly resolvedOn: ISODate | null;
}

/** A student in a view. */
export interface StudentView {
  /** The identifier; for an analyst a number of this view. */
  readonly student: string;
  /** The assignments that began up to the date. */
  readonly assignments: readonly AssignmentView[];
  /** The contacts. */
  readonly contacts: readonly ContactView[];
  /** The calls home. */
  readonly calls: readonly CallView[];
  /** The follow-ups. */
  readonly followUps: readonly FollowUpView[];
  /** The barriers. */
  readonly barriers: readonly BarrierView[];
}

/** A circle in a view. */
export interface CircleView {
  /** The date. */
  readonly date: ISODate;
  /** What it gathered. */
  readonly kind: CircleKind;
  /** How it took place. */
  readonly mode: ContactMode;
  /** Its length (minutes). */
  readonly minutes: number | null;
  /** How many students were present. */
  readonly studentsPresent: number;
  /** How many guardians were present. */
  readonly guardians: number;
  /** How many of the staff were present besides the mentors. */
  readonly staff: number;
  /** Those of the students who are in view, where the role knows persons. */
  readonly students: readonly string[];
  /** The mentors present, where the role knows persons. */
  readonly mentors: readonly string[];
  /** The note, where the role may read it. */
  readonly note: string | null;
}

/** An empathy interview in a view. */
export interface InterviewView {
  /** The date. */
  readonly date: ISODate;
  /** With whom. */
  readonly party: InterviewParty;
  /** Barriers that were named. */
  readonly barriers: readonly Barrier[];
  /** The student, where the role knows persons. */
  readonly student: string | null;
  /** The note, where the role may read it. */
  readonly note: string | null;
}

/** A convening in a view. */
export interface ConveningView {
  /** The date. */
  readonly date: ISODate;
  /** The districts that came. */
  readonly districts: readonly string[];
  /** How many rated it 1 to 5. */
  readonly feedback: readonly number[];
  /** What was shared, for the coordinator and the network. */
  readonly shared: string | null;
}

/** How many records there are up to the date, seen or not, and how many notes the role does not see. */
export interface ViewTotals {
  /** Students whom a record up to the date names. */
  readonly students: number;
  /** Contacts, made and attempted. */
  readonly contacts: number;
  /** Calls home. */
  readonly calls: number;
  /** Circles. */
  readonly circles: number;
  /** Notes on check-ins, circles and interviews of the view that are withheld from the role. */
  readonly notesWithheld: number;
}

/** The records of a casebook as one role may see them on a date. What the role may not see is not in it. */
export interface View {
  /** For whom. */
  readonly role: Role;
  /** As of when. */
  readonly asOf: ISODate;
  /** The students, in the order of identifiers; for an analyst in the order of their numbers. */
  readonly students: readonly StudentView[];
  /** The circles with one of these students, in order of dates. */
  readonly circles: readonly CircleView[];
  /** The interviews with or about one of these students, or about one of the schools, in order of dates. */
  readonly interviews: readonly InterviewView[];
  /** The convenings, in order of dates. */
  readonly convenings: readonly ConveningView[];
  /** What the view is taken from. */
  readonly totals: ViewTotals;
}

/** The numbers by which a rule was met, as of the date on which it was. */
export type Facts =
  | {
      /** Days of absence. */
      readonly kind: "absences";
      /** How many days they amount to (days). */
      readonly counted: Exact;
      /** The dates that counted. */
      readonly dates: readonly ISODate[];
    }
  | {
      /** Days of unexcused absence. */
      readonly kind: "unexcused";
      /** How many days they amount to (days). */
      readonly counted: Exact;
      /** The dates that counted. */
      readonly dates: readonly ISODate[];
    }
  | {
      /** A rate of absence. */
      readonly kind: "absence_rate";
      /** The rate. */
      readonly rate: Rate;
      /** Days in membership (days). */
      readonly membershipDays: number;
    }
  | {
      /** School days in a row with an absence. */
      readonly kind: "streak";
      /** The days, as many as were asked for. */
      readonly dates: readonly ISODate[];
    }
  | {
      /** Signs of early warning. */
      readonly kind: "early_warning";
      /** The tier that they name: 2 or 3. */
      readonly tier: number;
      /** The signs. */
      readonly signs: readonly WarningSign[];
    }
  | {
      /** Chronically absent. */
      readonly kind: "chronic";
      /** Absent (policy's unit). */
      readonly absent: Exact;
      /** What counts (policy's unit). */
      readonly of: Exact;
      /** The school that finds so, where the policy decides at each school. */
      readonly school: string | null;
    }
  | {
      /** No improvement. */
      readonly kind: "no_improvement";
      /** The rate of absence of the earlier stretch. */
      readonly before: Rate;
      /** The rate of absence of the last days. */
      readonly last: Rate;
    };

/** A rule of a ladder that a student met, with everything that it takes to see why. */
export interface Firing {
  /** The student. */
  readonly student: string;
  /** The rule. */
  readonly rule: string;
  /** The step it leads to. */
  readonly step: OutreachStep;
  /** Whose contact clears the step. */
  readonly clearedBy: ClearedBy;
  /** The first date on which the rule was met. */
  readonly metOn: ISODate;
  /** The numbers on that date. */
  readonly facts: Facts;
}

/** The rules of a ladder that students met. */
export interface Firings {
  /** The firings, by student and in the ladder's order. */
  readonly firings: readonly Firing[];
}

/** Of whom and by which rule a firing is. */
export interface FiringKey {
  /** The student. */
  readonly student: string;
  /** The rule. */
  readonly rule: string;
}

/** A firing that is new. */
export interface NewFiring extends FiringKey {
  /** The first date on which the rule was met. */
  readonly metOn: ISODate;
}

/** What an update changed. */
export interface LadderUpdate {
  /** The firings that are new, by student and in the ladder's order. */
  readonly fired: readonly NewFiring[];
  /** The firings that the facts no longer support. */
  readonly unsupported: readonly FiringKey[];
  /** The firings that they support again. */
  readonly supportedAgain: readonly FiringKey[];
}

/** A firing in a log, and whether the facts still support it. */
export interface LogEntry extends FiringKey {
  /** The first date on which the rule was met. */
  readonly metOn: ISODate;
  /** Whether the facts still support it. */
  readonly supported: boolean;
}

/** The firings made in a school year. A student and a rule have one, however often the rule is crossed. */
export interface LadderLog {
  /** What each update changed. */
  readonly updates: readonly LadderUpdate[];
  /** The firings. */
  readonly entries: readonly LogEntry[];
  /** The steps that they lead to. */
  readonly steps: readonly LadderStep[];
  /** Those of the steps that are open. */
  readonly open: readonly FiringKey[];
}

/**
 * Why a question has no answer. The message names fields and identifiers, never what is said about a
 * person.
 */
export interface Problem {
  /** What it is about. */
  readonly kind: ProblemKind;
  /** The error's name in lower_snake. */
  readonly code: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** The field to blame, where there is one. */
  readonly field?: string;
}

/** The answer of each question. */
export interface Answers {
  /**
   */
  readonly rate?: PercentAnswer;
  /**
   */
  readonly amount?: TextAnswer;
  /**
   */
  readonly fraction?: FractionAnswer;
  /**
   */
  readonly threshold?: ThresholdAnswer;
  /**
   */
  readonly bands?: BandsAnswer;
  /**
   */
  readonly dayRule?: DayRuleAnswer;
  /**
   */
  readonly policy?: PolicyAnswer;
  /**
   */
  readonly code?: CodeAnswer;
  /**
   */
  readonly relativeChange?: PercentAnswer;
  /**
   */
  readonly report?: RollReport | null;
  /**
   */
  readonly findings?: Findings | null;
  /**
   */
  readonly day?: Day;
  /**
   */
  readonly tally?: Tally;
  /**
   */
  readonly standing?: Standing;
  /**
   */
  readonly streaks?: Streaks;
  /**
   */
  readonly truancy?: Truancies;
  /**
   */
  readonly absenceBudget?: BudgetAnswer;
  /**
   */
  readonly projection?: ProjectionAnswer;
  /**
   */
  readonly earlyWarnings?: EarlyWarnings;
  /**
   */
  readonly series?: Series;
  /**
   */
  readonly measure?: MeasureTable;
  /**
   */
  readonly studentTable?: StudentTable;
  /**
   */
  readonly transitions?: Transitions;
  /**
   */
  readonly policyDifference?: PolicyDifference;
  /**
   */
  readonly outcome?: Outcome;
  /**
   */
  readonly register?: RegisterShape;
  /**
   */
  readonly merge?: MergedShape;
  /**
   */
  readonly bytes?: BytesAnswer;
}

/** The answer of each question about mentoring. */
export interface MentoringAnswers {
  /**
   */
  readonly casebook?: Casebook;
  /**
   */
  readonly dosage?: DosageAnswer;
  /**
   */
  readonly fidelity?: FidelityAnswer;
  /**
   */
  readonly loads?: Loads;
  /**
   */
  readonly needs?: Needs;
  /**
   */
  readonly proposeMatches?: MatchProposal;
  /**
   */
  readonly worklist?: Worklist;
  /**
   */
  readonly agenda?: Agenda;
  /**
   */
  readonly coordinator?: CoordinatorView;
  /**
   */
  readonly barriers?: BarrierGroups;
  /**
   */
  readonly barrierGaps?: BarrierGaps;
  /**
   */
  readonly barrierResponses?: BarrierResponses;
  /**
   */
  readonly barrierChanges?: BarrierChanges;
  /**
   */
  readonly recognition?: Recognition;
  /**
   */
  readonly learningShares?: LearningShares;
  /**
   */
  readonly scorecard?: Scorecard;
  /**
   */
  readonly statusHistory?: StatusHistory;
  /**
   */
  readonly view?: View;
  /**
   */
  readonly firings?: Firings;
  /**
   */
  readonly ladderLog?: LadderLog;
}
