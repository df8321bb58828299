# Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.
"""Closed lists of terms. A term is a text, and equal to the text that it is written as."""

from enum import StrEnum

__all__ = [
    "Action",
    "Aim",
    "AimMeasure",
    "AssignmentRole",
    "AttendanceCategory",
    "AttendanceEventCategory",
    "AttendanceStatus",
    "BarrierSource",
    "BarrierTerm",
    "CalendarEvent",
    "CallOutcome",
    "CircleKind",
    "Clause",
    "ClearedBy",
    "ComparabilityWarning",
    "Comparator",
    "ConflictRule",
    "ContactMode",
    "ContactOrigin",
    "ContactOutcome",
    "ContactParty",
    "ContentClass",
    "CountsAs",
    "DeliveryMethod",
    "Diagnosis",
    "EndReason",
    "ExitDay",
    "FactKind",
    "FindingCode",
    "FirstMonth",
    "GradeLevel",
    "Ineligible",
    "InterventionClass",
    "InterventionEffectivenessRating",
    "InterventionStatus",
    "InterviewParty",
    "LearningTopic",
    "MatchSignKind",
    "MentorKind",
    "Movement",
    "NoMatch",
    "Occasion",
    "OutreachStep",
    "Period",
    "PhaseKind",
    "Placement",
    "PopulationServed",
    "PriorYear",
    "ProblemKind",
    "RecognitionKind",
    "Recovery",
    "Role",
    "RollBasis",
    "RootCause",
    "Scope",
    "Status",
    "StreakRule",
    "TeamRole",
    "Tier",
    "TransferDay",
    "TruancyCounts",
    "Unit",
    "Unrecorded",
    "Visibility",
    "WarningSign",
    "WorkReasonKind",
]


class AttendanceStatus(StrEnum):
    """What a code says of a student on a day (CEDS Attendance Status 000076), with three
    states that CEDS lacks and systems need: an absence whose excusal is not known, a
    student who is not expected, and an explicit "attendance not taken". The order is that
    of certainty in a conflict: see `ConflictRule::Certainty`.
    """

    NOT_RECORDED = "not_recorded"
    """The system says that attendance was not taken."""
    NOT_EXPECTED = "not_expected"
    """Not expected that day: the day leaves membership (Vermont SNE, England X, Y)."""
    PRESENT = "present"
    """Present."""
    ABSENCE = "absence"
    """Absent; whether excused is not known."""
    UNEXCUSED_ABSENCE = "unexcused_absence"
    """Absent without acceptable cause or authorization."""
    EXCUSED_ABSENCE = "excused_absence"
    """Absent for an accepted cause."""
    EARLY_DEPARTURE = "early_departure"
    """Present, and left before the end."""
    TARDY = "tardy"
    """Absent at the start, and came before the end."""


class AttendanceCategory(StrEnum):
    """How the day is spent (NCES Forum 2009-804, CEDS 000599 and 000600; 1F is Rhode
    Island's addition).
    """

    IN_SCHOOL = "in_school"
    """1A: in school, regular program."""
    NONTRADITIONAL_SETTING = "nontraditional_setting"
    """1B: hospital, homebound or another setting."""
    DISCIPLINARY_WITH_INSTRUCTION = "disciplinary_with_instruction"
    """1C: discipline, receiving instruction (usually in-school suspension)."""
    OUT_OF_SCHOOL_ACTIVITY = "out_of_school_activity"
    """1D: regular program activity elsewhere (field trip, work-study)."""
    EXTRACURRICULAR_ACTIVITY = "extracurricular_activity"
    """1E: approved extra- or co-curricular activity."""
    REMOTE_LEARNING = "remote_learning"
    """1F: distance learning provided by the school."""
    NONINSTRUCTIONAL_ACTIVITY = "noninstructional_activity"
    """2A: noninstructional activity recognised by state or school."""
    RELIGIOUS_OBSERVATION = "religious_observation"
    """2B: religious observation."""
    ILLNESS_OR_HEALTH = "illness_or_health"
    """2C: illness, injury, health treatment or examination."""
    FAMILY_EMERGENCY = "family_emergency"
    """2D: family emergency or bereavement."""
    DISCIPLINARY_WITHOUT_INSTRUCTION = "disciplinary_without_instruction"
    """2E: discipline, not receiving instruction (usually out-of-school suspension)."""
    LEGAL_OR_JUDICIAL = "legal_or_judicial"
    """2F: legal or judicial requirement."""
    FAMILY_ACTIVITY = "family_activity"
    """2G: family activity (vacation, deployment)."""
    STUDENT_EMPLOYMENT = "student_employment"
    """2H: student employment."""
    TRANSPORTATION_NOT_AVAILABLE = "transportation_not_available"
    """2I: transportation not available."""
    SKIPPING = "skipping"
    """2J: student is skipping school."""
    SITUATION_UNKNOWN = "situation_unknown"
    """2K: situation unknown."""
    EXTENDED_MEDICAL = "extended_medical"
    """A long medical absence under its own rule (New York)."""
    INDEPENDENT_STUDY = "independent_study"
    """Independent study that earns attendance (California)."""
    INDEPENDENT_STUDY_NOT_EARNED = "independent_study_not_earned"
    """Independent study that earns no attendance (California)."""


class CalendarEvent(StrEnum):
    """What happens at a school on a date (Ed-Fi `CalendarEventDescriptor`, v5.2)."""

    INSTRUCTIONAL_DAY = "instructional_day"
    """An ordinary school day."""
    MAKE_UP_DAY = "make_up_day"
    """An instructional day in place of a lost one."""
    EARLY_RELEASE = "early_release"
    """An instructional day that begins late or ends early."""
    NON_INSTRUCTIONAL_DAY = "non_instructional_day"
    """A day without instruction."""
    HOLIDAY = "holiday"
    """A holiday."""
    WEATHER_DAY = "weather_day"
    """Closed for weather."""
    EMERGENCY_DAY = "emergency_day"
    """Closed for an emergency."""
    TEACHER_ONLY_DAY = "teacher_only_day"
    """Staff only."""
    STRIKE = "strike"
    """Closed by a strike."""
    OTHER = "other"
    """Another event; not instructional."""


class ExitDay(StrEnum):
    """How an exit date is meant. Ed-Fi recommends inclusive dates and leaves the choice to
    states.
    """

    INCLUSIVE = "inclusive"
    """The exit date is the last day in membership."""
    EXCLUSIVE = "exclusive"
    """The exit date is the first day out of membership."""


class FindingCode(StrEnum):
    """What was wrong: one closed list for every reader and the roll."""

    EMPTY_FILE = "empty_file"
    """A file holds no record."""
    WRONG_ENCODING = "wrong_encoding"
    """A file or field is not text in the stated encoding."""
    MALFORMED_ROW = "malformed_row"
    """A row does not have the form of its file."""
    TRUNCATED_FILE = "truncated_file"
    """A file ends in the middle of a record."""
    FIELD_TOO_LONG = "field_too_long"
    """A field is longer than any value can be."""
    FORBIDDEN_MARKUP = "forbidden_markup"
    """XML declares entities or a document type, which data has no use for."""
    UNKNOWN_COLUMN = "unknown_column"
    """A column that the mapping does not name; it was not read."""
    MISSING_COLUMN = "missing_column"
    """A column that the mapping names and the file lacks."""
    MISSING_VALUE = "missing_value"
    """A required value is missing."""
    INVALID_ID = "invalid_id"
    """A value is not an identifier."""
    INVALID_DATE = "invalid_date"
    """A value is not a date of the calendar."""
    AMBIGUOUS_DATE = "ambiguous_date"
    """A date reads as two dates and the mapping does not settle which."""
    INVALID_GRADE = "invalid_grade"
    """A value is not a grade level."""
    INVALID_NUMBER = "invalid_number"
    """A value is not the number it should be."""
    INVALID_DESCRIPTOR = "invalid_descriptor"
    """A value is not an Ed-Fi descriptor: a namespace, `#` and a code value."""
    RANGE_REVERSED = "range_reversed"
    """A least value is above the most, or an end is before the beginning."""
    UNKNOWN_ELEMENT = "unknown_element"
    """An element or attribute that the model does not hold; it was not read."""
    NOT_WRITTEN = "not_written"
    """A value for which the form written has no place; it was not written."""
    PART_OUT_OF_RANGE = "part_out_of_range"
    """A part of a day is below 0 or above 1."""
    MINUTES_OUT_OF_RANGE = "minutes_out_of_range"
    """More minutes than a day has."""
    PART_MISSING = "part_missing"
    """An event speaks of a part of the day and does not say how much."""
    UNMAPPED_CODE = "unmapped_code"
    """An attendance code that the code table does not hold; never taken for present."""
    UNMAPPED_CALENDAR_EVENT = "unmapped_calendar_event"
    """A calendar event the model does not know; taken as not instructional."""
    DATE_OUTSIDE_YEAR = "date_outside_year"
    """A date outside the school year."""
    EXIT_BEFORE_ENTRY = "exit_before_entry"
    """An enrolment ends before it begins."""
    ENROLLMENT_WITHOUT_DAYS = "enrollment_without_days"
    """An enrolment that holds no school day (a no-show)."""
    DUPLICATE_ENROLLMENT = "duplicate_enrollment"
    """The same enrolment twice."""
    OVERLAPPING_ENROLLMENT = "overlapping_enrollment"
    """Two enrolments hold the same day; it counts once for the student."""
    TRANSFER_DAY = "transfer_day"
    """One school's last day is the next one's first; it counts at one of them."""
    GRADE_CHANGED = "grade_changed"
    """Two enrolments at one school give two grades; the later one counts."""
    MEMBERSHIP_CHANGED = "membership_changed"
    """Two enrolments at one school differ in share or in being primary; the later one
    counts.
    """
    UNKNOWN_STUDENT = "unknown_student"
    """A record of a student whom no enrolment names."""
    UNKNOWN_SCHOOL = "unknown_school"
    """A record of a school that has no calendar."""
    EVENT_WITHOUT_ENROLLMENT = "event_without_enrollment"
    """An event of a student not enrolled at that school on that day."""
    EVENT_ON_NON_SCHOOL_DAY = "event_on_non_school_day"
    """An event on a day that is not instructional at that school."""
    DUPLICATE_EVENT = "duplicate_event"
    """The same event twice; it counts once."""
    DUPLICATE_RECORD = "duplicate_record"
    """The same student, school, calendar day or other entry twice; it counts once."""
    CONFLICTING_RECORDS = "conflicting_records"
    """Two entries about one thing other than attendance contradict each other."""
    CONFLICTING_EVENTS = "conflicting_events"
    """Two events of one day contradict each other; the rule says which counts."""
    PARTS_EXCEED_DAY = "parts_exceed_day"
    """The parts of one day add up to more than the day."""
    SECTIONS_UNKNOWN = "sections_unknown"
    """A section event, and nothing says how many sections the day has."""
    TWO_SCHOOLS_ONE_DAY = "two_schools_one_day"
    """Two schools recorded the same student's day; it counts once for the student."""
    CALENDAR_CONTRADICTION = "calendar_contradiction"
    """The declared number of instructional days is not the number listed."""
    CALENDAR_WITHOUT_DAYS = "calendar_without_days"
    """A calendar without an instructional day."""
    CALENDAR_INFERRED = "calendar_inferred"
    """A calendar was inferred, by the rule stated."""
    ENROLLMENT_ASSUMED = "enrollment_assumed"
    """Enrolment was assumed, by the rule stated."""
    SCHOOL_ASSUMED = "school_assumed"
    """A student's school is not known; a stand-in holds the enrolment."""
    UNKNOWN_TERM = "unknown_term"
    """A value that is not a term of its closed list."""
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    """A record ends, is due, done or resolved before it begins."""
    UNKNOWN_MENTOR = "unknown_mentor"
    """A record of a mentor whom no record of mentors names."""
    UNKNOWN_PLAN = "unknown_plan"
    """An assignment names a contact plan that there is not."""
    UNKNOWN_INTERVENTION = "unknown_intervention"
    """A record of an intervention that the catalogue lacks."""
    INVALID_PLAN = "invalid_plan"
    """A contact plan asks for what no week can hold."""
    ILLEGAL_STATUS = "illegal_status"
    """An intervention's status does not follow from the one before."""
    OVERLAPPING_ASSIGNMENT = "overlapping_assignment"
    """Two mentors answer for one student on the same days; contacts are expected once."""
    CONTACT_OUTSIDE_ASSIGNMENT = "contact_outside_assignment"
    """A contact before, after or without any assignment of the student; it is kept and does
    not count for a plan.
    """
    CONTACT_BY_OTHER_MENTOR = "contact_by_other_mentor"
    """A contact by a mentor who is not assigned to the student, while another is; it counts
    for the student.
    """
    CONTACT_ON_NON_SCHOOL_DAY = "contact_on_non_school_day"
    """A contact on a day on which the student has no school; it counts."""
    CONTACT_ON_ABSENT_DAY = "contact_on_absent_day"
    """A contact in person at school on a day on which the student was absent all day; it
    counts.
    """
    CONTACT_MINUTES_OUT_OF_RANGE = "contact_minutes_out_of_range"
    """No contact is so long or so short: the contact counts, its minutes do not."""
    SIMULTANEOUS_CONTACTS = "simultaneous_contacts"
    """Two mentors met the student at the same time; both count."""
    DUPLICATE_CONTACT = "duplicate_contact"
    """The same check-in or call twice; it counts once."""
    CIRCLE_MEMBER_UNKNOWN = "circle_member_unknown"
    """A circle names a student or mentor whom nothing else names; the others count."""
    VALUE_LEFT_OUT = "value_left_out"
    """A value that says more about a record cannot be read; the record counts without it."""
    UNKNOWN_REFERENCE = "unknown_reference"
    """A record names someone or something besides what it is about that nothing else names;
    it counts without.
    """
    UNKNOWN_ORGANIZATION = "unknown_organization"
    """A record of a district or network that nothing else names."""
    UNUSED_RECORD = "unused_record"
    """A record of a kind that this reader does not use."""


class Action(StrEnum):
    """What was done about a finding."""

    REJECTED = "rejected"
    """The record was not used."""
    SUPERSEDED = "superseded"
    """Another record of the same day counts instead."""
    MERGED = "merged"
    """The record counts once together with another."""
    ASSUMED = "assumed"
    """Something was assumed in the place of what is missing."""
    NOTED = "noted"
    """The record was used as it stands."""


class GradeLevel(StrEnum):
    """A student's grade level, ordered from youngest to oldest; the terms are the CEDS
    codes.
    """

    INFANT_TODDLER = "IT"
    """Infant or toddler."""
    PRESCHOOL = "PR"
    """Preschool."""
    PREKINDERGARTEN = "PK"
    """Prekindergarten."""
    TRANSITIONAL_KINDERGARTEN = "TK"
    """Transitional kindergarten."""
    KINDERGARTEN = "KG"
    """Kindergarten."""
    GRADE_1 = "01"
    """First grade."""
    GRADE_2 = "02"
    """Second grade."""
    GRADE_3 = "03"
    """Third grade."""
    GRADE_4 = "04"
    """Fourth grade."""
    GRADE_5 = "05"
    """Fifth grade."""
    GRADE_6 = "06"
    """Sixth grade."""
    GRADE_7 = "07"
    """Seventh grade."""
    GRADE_8 = "08"
    """Eighth grade."""
    GRADE_9 = "09"
    """Ninth grade."""
    GRADE_10 = "10"
    """Tenth grade."""
    GRADE_11 = "11"
    """Eleventh grade."""
    GRADE_12 = "12"
    """Twelfth grade."""
    GRADE_13 = "13"
    """Grade 13."""
    ADULT_EDUCATION = "AE"
    """Adult education."""
    UNGRADED = "UG"
    """Ungraded."""
    OTHER = "OTHER"
    """Another level of the school's own."""


class FirstMonth(StrEnum):
    """What the first month of school says (Olson 2014, Baltimore)."""

    ELEVATED = "elevated"
    """2 to 4 days missed: about half became chronically absent."""
    HIGH = "high"
    """More than 4 days missed: nearly 9 of 10 did."""


class PriorYear(StrEnum):
    """What the year before says (Attendance Works)."""

    CHRONIC = "chronic"
    """At least 10 % of the days: tier 2."""
    SEVERE = "severe"
    """At least 20 % of the days: tier 3."""


class ComparabilityWarning(StrEnum):
    """Why two periods may not be comparable."""

    DIFFERENT_POLICIES = "different_policies"
    """The two periods are read under two policies."""
    SHORTER_PERIOD = "shorter_period"
    """One period has at least a tenth fewer school days."""
    DIFFERENT_ROLL_RULES = "different_roll_rules"
    """The rolls were read by different rules."""
    MOVERS = "movers"
    """At least a tenth of the students are in one period only."""
    UNRECORDED_DAYS = "unrecorded_days"
    """At least a hundredth of the days of a period is not recorded."""


class Clause(StrEnum):
    """A clause of a policy by which two can differ."""

    UNIT = "unit"
    """Days, sessions or hours."""
    SCOPE = "scope"
    """Over all schools or at each."""
    UNRECORDED = "unrecorded"
    """How days without a record count."""
    LIMIT = "limit"
    """The limit itself: another share, or a number of days."""
    COMPARATOR = "comparator"
    """Whether the limit itself is chronic."""
    SUSPENSION = "suspension"
    """How disciplinary days count."""
    TREATMENT = "treatment"
    """How other statuses and categories count."""
    DAY_RULE = "day_rule"
    """How a part of a day counts."""
    MINIMUM_DAYS = "minimum_days"
    """Days in membership or attended, or share of the year, asked for."""
    GRADES = "grades"
    """Which grades count."""
    LEAVERS = "leavers"
    """Whether those who left count."""


class Period(StrEnum):
    """The stretches of time a series is made of."""

    DAY = "day"
    """Each school day."""
    WEEK = "week"
    """Weeks from Monday, labelled by their Monday."""
    MONTH = "month"
    """Calendar months, labelled by their first."""
    WEEKDAY = "weekday"
    """Days of the week over the whole window, labelled 1 (Monday) to 7."""


class Ineligible(StrEnum):
    """Why a student does not count among the chronically absent or those who are not, in the
    order in which the reasons are looked for.
    """

    NO_MEMBERSHIP = "no_membership"
    """No day in membership up to the date."""
    GRADE_NOT_COUNTED = "grade_not_counted"
    """The policy does not count the grade, or it is unknown."""
    LEFT = "left"
    """Left before the date, and the policy leaves leavers out."""
    TOO_FEW_DAYS = "too_few_days"
    """Fewer days in membership than the policy asks for."""
    SMALL_SHARE_OF_YEAR = "small_share_of_year"
    """In membership for a smaller share of the school's days than the policy asks for."""
    NOTHING_RECORDED = "nothing_recorded"
    """No day on which attendance is known."""
    TOO_FEW_ATTENDED = "too_few_attended"
    """Attended on fewer days than the policy asks for."""


class Movement(StrEnum):
    """How a student moved between two dates."""

    ENTERED = "entered"
    """Not chronically absent before, chronically absent after."""
    LEFT = "left"
    """Chronically absent before, not after."""
    STAYED = "stayed"
    """Chronically absent before and after."""
    STAYED_OUT = "stayed_out"
    """Not chronically absent before or after."""
    NEW = "new"
    """Counted only after: a new student, or one not eligible before."""
    GONE = "gone"
    """Counted only before: a student who left, or is not eligible after."""


class AssignmentRole(StrEnum):
    """Whether a mentor answers for the student's plan."""

    PRIMARY = "primary"
    """Answers for the plan: contacts are expected of this mentor."""
    SECONDARY = "secondary"
    """Stands in or helps: none are expected; contacts count for the student as long as
    another answers for the plan.
    """


class EndReason(StrEnum):
    """Why an assignment ended."""

    COMPLETED = "completed"
    """The student no longer needs a mentor."""
    HANDED_OVER = "handed_over"
    """Another mentor took over."""
    MENTOR_LEFT = "mentor_left"
    """The mentor left the program."""
    STUDENT_MOVED = "student_moved"
    """The student left the school or district."""
    NOT_A_MATCH = "not_a_match"
    """The two did not get on."""
    DECLINED = "declined"
    """The student or family declined."""
    YEAR_ENDED = "year_ended"
    """The school year ended."""
    OTHER = "other"
    """Another reason."""


class RootCause(StrEnum):
    """The root causes of absence (Attendance Works)."""

    BARRIERS = "barriers"
    """Something stands between the child and school."""
    AVERSION = "aversion"
    """Something at school keeps the child away."""
    DISENGAGEMENT = "disengagement"
    """School holds nothing for the child."""
    MISCONCEPTIONS = "misconceptions"
    """The family thinks that absence does not matter."""


class BarrierTerm(StrEnum):
    """The published barriers (root causes of Attendance Works, as in New York City's
    orientation of mentors).
    """

    ILLNESS = "illness"
    """Chronic or acute illness."""
    FAMILY_RESPONSIBILITIES = "family_responsibilities"
    """Family responsibilities or the situation at home."""
    TRAUMA = "trauma"
    """Trauma."""
    TRANSPORTATION = "transportation"
    """Poor transportation."""
    HOUSING_AND_FOOD = "housing_and_food"
    """Housing and food insecurity."""
    ACCESS_TO_SERVICES = "access_to_services"
    """Inequitable access to services."""
    SYSTEM_INVOLVEMENT = "system_involvement"
    """Involvement with the justice or welfare system."""
    UNPREDICTABLE_SCHEDULE = "unpredictable_schedule"
    """No predictable schedule for learning."""
    TECHNOLOGY_ACCESS = "technology_access"
    """No access to technology."""
    STRUGGLING = "struggling"
    """Struggling with lessons or behaviour."""
    UNWELCOMING_CLIMATE = "unwelcoming_climate"
    """An unwelcoming school climate."""
    SOCIAL_CHALLENGES = "social_challenges"
    """Trouble with other students."""
    ANXIETY = "anxiety"
    """Anxiety."""
    BIASED_DISCIPLINE = "biased_discipline"
    """Biased discipline or suspension."""
    UNDIAGNOSED_DISABILITY = "undiagnosed_disability"
    """A disability not diagnosed, or no accommodation for it."""
    NEGATIVE_PARENT_EXPERIENCE = "negative_parent_experience"
    """Parents' own bad experience of school."""
    UNCHALLENGING_INSTRUCTION = "unchallenging_instruction"
    """Instruction that is not challenging or not culturally responsive."""
    BOREDOM = "boredom"
    """Boredom."""
    NO_MEANINGFUL_RELATIONSHIP = "no_meaningful_relationship"
    """No meaningful relationship with an adult at school."""
    NO_ENRICHMENT = "no_enrichment"
    """No enrichment."""
    NO_SUPPORT = "no_support"
    """No academic or behavioural support."""
    CREDITS_NOT_EARNED = "credits_not_earned"
    """Credits not earned."""
    DRAWN_TO_WORK = "drawn_to_work"
    """Drawn to a low-wage job."""
    ONLY_UNEXCUSED_MATTERS = "only_unexcused_matters"
    """Absences are thought to matter only if unexcused."""
    TWO_DAYS_A_MONTH_DO_NOT_MATTER = "two_days_a_month_do_not_matter"
    """Two days a month are thought not to matter."""
    LOSES_TRACK = "loses_track"
    """The family loses track of absences or underestimates them."""
    SPORADIC_IS_NO_PROBLEM = "sporadic_is_no_problem"
    """Sporadic absences are thought to be no problem."""
    ONLY_OLDER_GRADES_MATTER = "only_older_grades_matter"
    """Attendance is thought to matter only in older grades."""
    SUSPENSION_DOES_NOT_COUNT = "suspension_does_not_count"
    """Suspensions are thought not to count as absence."""


class BarrierSource(StrEnum):
    """Where a barrier was learnt of."""

    CHECK_IN = "check_in"
    """A check-in."""
    HOME_CALL = "home_call"
    """A call home."""
    INTERVIEW = "interview"
    """An empathy interview."""
    CIRCLE = "circle"
    """A student or family circle."""
    SURVEY = "survey"
    """A survey."""


class ContactOrigin(StrEnum):
    """What a contact was recorded as."""

    CHECK_IN = "check_in"
    """A check-in of one mentor with one student."""
    CIRCLE = "circle"
    """The student's presence in a circle."""


class NoMatch(StrEnum):
    """Why nobody can be proposed, the first of these that leaves no mentor."""

    NO_MENTOR_AT_SCHOOL = "no_mentor_at_school"
    """No mentor works at the student's school."""
    NONE_OF_KIND = "none_of_kind"
    """None there is of a kind that the tier asks for."""
    NONE_SPEAKS_LANGUAGE = "none_speaks_language"
    """None of these speaks the language of the home, and one must."""
    ONLY_UNFIT = "only_unfit"
    """With each of these a match was ended as unfit, or declined."""
    NO_ROOM = "no_room"
    """None of these has room, even if others are matched otherwise."""


class ContactMode(StrEnum):
    """How a contact took place."""

    IN_PERSON = "in_person"
    """Face to face at school."""
    CALL = "call"
    """By telephone."""
    VIDEO = "video"
    """By video."""
    HOME_VISIT = "home_visit"
    """At the student's home."""
    MESSAGE = "message"
    """By text message, e-mail or letter."""


class ContactOutcome(StrEnum):
    """Whether a contact was made, or why it was only attempted."""

    MET = "met"
    """Mentor and student were in contact."""
    STUDENT_ABSENT = "student_absent"
    """Attempted; the student was not at school."""
    STUDENT_UNAVAILABLE = "student_unavailable"
    """Attempted; the student was at school and could not come."""
    DECLINED = "declined"
    """Attempted; the student did not want to."""
    NO_ANSWER = "no_answer"
    """Attempted; nobody answered."""
    NOT_MET = "not_met"
    """Attempted; the reason is another or not known."""


class Visibility(StrEnum):
    """Who may read a note."""

    PRIVATE = "private"
    """Its author, as long as assigned to the student."""
    MENTORS = "mentors"
    """The student's mentors, present and later ones."""
    TEAM = "team"
    """The student's mentors, the school's team and the coordinator."""


class CircleKind(StrEnum):
    """What a circle gathers."""

    STUDENT = "student"
    """A student circle: students with one or more mentors."""
    FAMILY = "family"
    """A family circle: students with their guardians."""


class Tier(StrEnum):
    """A tier of support (Attendance Works)."""

    FOUNDATIONAL = "foundational"
    """What the whole school does for everybody."""
    TIER_1 = "tier_1"
    """For all students."""
    TIER_2 = "tier_2"
    """Early intervention: some 10 to 19 % of days missed."""
    TIER_3 = "tier_3"
    """Intensive: 20 % and more."""


class AimMeasure(StrEnum):
    """A measure of an aim. All are shares, and more is better."""

    COVERAGE = "coverage"
    """Proactive: qualifying students who have a mentor."""
    FIRST_CONTACT_IN_A_WEEK = "first_contact_in_a_week"
    """Proactive: assignments begun whose student was met within five school days, or is
    still within them.
    """
    WEEKS_ON_PLAN = "weeks_on_plan"
    """Joyful and positive: weeks in which the contacts of the plan were made."""
    STUDENTS_IN_CIRCLES = "students_in_circles"
    """Joyful and positive: mentored students who were in a circle."""
    BARRIERS_MET = "barriers_met"
    """Navigating barriers: standing barriers that an intervention meets."""
    SAME_DAY_CALLS = "same_day_calls"
    """Navigating barriers: days of absence with a call home on the same day."""
    ATTENDANCE_RECORDED = "attendance_recorded"
    """Tracking and recognising results: days of mentored students on which attendance is
    known.
    """
    STUDENTS_CELEBRATED = "students_celebrated"
    """Tracking and recognising results: mentored students who were celebrated."""
    MENTORS_IN_DATA_LEARNING = "mentors_in_data_learning"
    """Tracking and recognising results: mentors who learnt to read the data."""


class CallOutcome(StrEnum):
    """What became of a call home."""

    REACHED = "reached"
    """The caller spoke with the family."""
    MESSAGE_LEFT = "message_left"
    """The caller left a message."""
    NO_ANSWER = "no_answer"
    """Nobody answered."""
    WRONG_NUMBER = "wrong_number"
    """The number is not the family's."""


class Aim(StrEnum):
    """What an intervention is for: the aims by which a success-mentors program sorts what it
    does.
    """

    PROACTIVE = "proactive"
    """To reach out before absences add up."""
    JOYFUL_AND_POSITIVE = "joyful_and_positive"
    """To make school a place where the child is glad to be and is missed."""
    NAVIGATING_BARRIERS = "navigating_barriers"
    """To find what stands between child and school, and a way round it."""
    TRACKING_AND_RECOGNIZING_RESULTS = "tracking_and_recognizing_results"
    """To keep count of what comes of it, and to recognise good and improved attendance."""


class InterventionClass(StrEnum):
    """The way in which an intervention is used (`InterventionClassDescriptor`)."""

    CURRICULUM = "curriculum"
    """A course of teaching of its own."""
    PRACTICE = "practice"
    """A way of working, such as mentoring."""
    SUPPLEMENT = "supplement"
    """Beside the usual teaching."""
    OTHER = "other"
    """Another."""


class DeliveryMethod(StrEnum):
    """To how many at once an intervention is given (`DeliveryMethodDescriptor`)."""

    INDIVIDUAL = "individual"
    """To one student."""
    SMALL_GROUP = "small_group"
    """To a few students."""
    WHOLE_CLASS = "whole_class"
    """To a class."""
    WHOLE_SCHOOL = "whole_school"
    """To all."""


class Diagnosis(StrEnum):
    """What an intervention is meant against (`DiagnosisDescriptor`); no diagnosis of a
    child's health.
    """

    LOW_ATTENDANCE = "low_attendance"
    """Low attendance."""
    DROPOUT_RISK = "dropout_risk"
    """A risk of leaving school without finishing."""


class PopulationServed(StrEnum):
    """For whom an intervention is (`PopulationServedDescriptor`)."""

    ADULT_BASIC_EDUCATION = "adult_basic_education"
    """Students of adult basic education."""
    BILINGUAL = "bilingual"
    """Bilingual students."""
    CAREER_AND_TECHNICAL_EDUCATION = "career_and_technical_education"
    """Students of career and technical education."""
    COMPENSATORY_EDUCATION = "compensatory_education"
    """Students of compensatory or remedial education."""
    ECONOMIC_DISADVANTAGED = "economic_disadvantaged"
    """Economically disadvantaged students."""
    ENGLISH_AS_SECOND_LANGUAGE = "english_as_second_language"
    """Students who learn English as a second language."""
    GIFTED_AND_TALENTED = "gifted_and_talented"
    """Gifted and talented students."""
    HONORS = "honors"
    """Honors students."""
    MIGRANT = "migrant"
    """Migrant students."""
    REGULAR = "regular"
    """Regular students."""
    SPECIAL_EDUCATION = "special_education"
    """Students of special education."""


class InterventionEffectivenessRating(StrEnum):
    """What a study found (`InterventionEffectivenessRatingDescriptor`, from the What Works
    Clearinghouse).
    """

    POSITIVE_EFFECTS = "positive_effects"
    """Strong evidence of a good effect."""
    POTENTIALLY_POSITIVE_EFFECTS = "potentially_positive_effects"
    """Evidence of a good effect, nothing that overrides it."""
    MIXED_EFFECTS = "mixed_effects"
    """Evidence of effects that contradict each other."""
    NO_DISCERNIBLE_EFFECTS = "no_discernible_effects"
    """No effect that could be told from chance."""
    POTENTIALLY_NEGATIVE_EFFECTS = "potentially_negative_effects"
    """Evidence of a bad effect, nothing that overrides it."""
    NEGATIVE_EFFECTS = "negative_effects"
    """Strong evidence of a bad effect."""
    OTHER = "other"
    """Another."""


class ContentClass(StrEnum):
    """What a published content is (`ContentClassDescriptor`)."""

    EDUCATION_RESEARCH = "education_research"
    """Research."""
    PRESENTATION = "presentation"
    """A presentation."""
    VENDOR_INTERVENTION_OFFERING = "vendor_intervention_offering"
    """A vendor's offer of an intervention."""
    VIDEO = "video"
    """A video."""
    WRITTEN_ACTIVITY = "written_activity"
    """A written activity."""


class AttendanceEventCategory(StrEnum):
    """Whether a student attended (`AttendanceEventCategoryDescriptor`)."""

    IN_ATTENDANCE = "in_attendance"
    """Attended."""
    PRESENT = "present"
    """Attended; another word of the standard's."""
    PARTIAL = "partial"
    """Attended in part."""
    TARDY = "tardy"
    """Came late."""
    EARLY_DEPARTURE = "early_departure"
    """Left early."""
    EXCUSED_ABSENCE = "excused_absence"
    """Was absent and excused."""
    UNEXCUSED_ABSENCE = "unexcused_absence"
    """Was absent and not excused."""


class InterventionStatus(StrEnum):
    """How an intervention stands with a student."""

    PROPOSED = "proposed"
    """Somebody proposed it; nothing is agreed."""
    PLANNED = "planned"
    """It is agreed and has not begun."""
    ACTIVE = "active"
    """It takes place."""
    PAUSED = "paused"
    """It rests and is to go on."""
    COMPLETED = "completed"
    """It ended as it was meant to."""
    DISCONTINUED = "discontinued"
    """It ended before it was done, or was dropped before it began."""
    DECLINED = "declined"
    """The student or family did not want it."""


class OutreachStep(StrEnum):
    """A step of outreach."""

    CONTACT = "contact"
    """A contact with the family by whatever means."""
    CALL = "call"
    """A call home."""
    LETTER = "letter"
    """A letter home, or another message in writing."""
    HOME_VISIT = "home_visit"
    """A visit at the student's home."""
    MENTOR = "mentor"
    """A success mentor."""
    CHECK_IN = "check_in"
    """Check-in and check-out with an adult at school."""
    PEER_GROUP = "peer_group"
    """A group of students."""
    PLAN = "plan"
    """An attendance or success plan."""
    CONFERENCE = "conference"
    """A conference with the family."""
    STUDENT_SUPPORT_TEAM = "student_support_team"
    """The student support team takes the case up."""
    CASE_MANAGEMENT = "case_management"
    """A case manager."""
    SERVICES = "services"
    """Support by other agencies, such as for health or housing."""
    COURT_REFERRAL = "court_referral"
    """Referral to a court, the last resort."""


class ContactParty(StrEnum):
    """With whom a contact was made."""

    STUDENT = "student"
    """The student."""
    FAMILY = "family"
    """A guardian or another member of the family."""


class ClearedBy(StrEnum):
    """Whose contact clears a step."""

    STUDENT = "student"
    """A contact with the student."""
    FAMILY = "family"
    """A contact with the family."""
    EITHER = "either"
    """A contact with the student or the family."""


class MentorKind(StrEnum):
    """What kind of person a mentor is."""

    TEACHER = "teacher"
    """A teacher of the school."""
    PARAPROFESSIONAL = "paraprofessional"
    """A teaching assistant or aide."""
    COUNSELOR = "counselor"
    """A school counsellor."""
    SOCIAL_WORKER = "social_worker"
    """A social worker, or an intern in social work."""
    COACH = "coach"
    """A coach of a team or club."""
    ADMINISTRATOR = "administrator"
    """A principal or other administrator."""
    SAFETY_OFFICER = "safety_officer"
    """A school safety officer."""
    OTHER_STAFF = "other_staff"
    """Anyone else on the staff of the school or district."""
    COMMUNITY_PARTNER = "community_partner"
    """Someone of a community partner."""
    VOLUNTEER = "volunteer"
    """A volunteer of no partner organisation."""
    PEER = "peer"
    """An older student."""


class Placement(StrEnum):
    """Where a mentor comes from, as New York City's program divides them."""

    INTERNAL = "internal"
    """The school's or district's own staff."""
    EXTERNAL = "external"
    """A partner's people and volunteers."""
    PEER = "peer"
    """Older students."""


class Occasion(StrEnum):
    """What is celebrated."""

    IMPROVEMENT = "improvement"
    """Fewer absences than in one's own past."""
    DAYS_IN_A_ROW = "days_in_a_row"
    """School days attended in a row."""
    PERFECT_WEEKS = "perfect_weeks"
    """Weeks without an absence."""
    PLAN_KEPT = "plan_kept"
    """Weeks in which the contacts of the plan were made."""
    GOAL = "goal"
    """A goal that the student had set."""
    OTHER = "other"
    """Something else."""


class InterviewParty(StrEnum):
    """With whom an empathy interview was held."""

    STUDENT = "student"
    """A student."""
    GUARDIAN = "guardian"
    """A guardian."""
    STAFF = "staff"
    """Someone on the staff."""
    COMMUNITY_PARTNER = "community_partner"
    """Someone of a community partner."""
    OTHER = "other"
    """Someone else with a stake."""


class LearningTopic(StrEnum):
    """What a learning session is about."""

    EMPATHY_WORK = "empathy_work"
    """Listening to students and families: empathy interviews."""
    CHRONIC_ABSENTEEISM = "chronic_absenteeism"
    """What chronic absence is, and what it does."""
    DATA_LITERACY = "data_literacy"
    """Reading and keeping the numbers."""
    MENTORING = "mentoring"
    """How to mentor."""
    OTHER = "other"
    """Anything else."""


class PhaseKind(StrEnum):
    """What a phase of a program is."""

    DESIGN = "design"
    """Listening, planning and recruiting, before any student has a mentor."""
    PILOT_YEAR = "pilot_year"
    """The first year with mentors."""
    SECOND_YEAR = "second_year"
    """The second year with mentors."""
    THIRD_YEAR = "third_year"
    """The third year with mentors."""
    SUSTAINING = "sustaining"
    """The years after."""


class TeamRole(StrEnum):
    """What someone does on a school's attendance team."""

    PRINCIPAL = "principal"
    """Leads the school."""
    COORDINATOR = "coordinator"
    """Coordinates the mentors of the school."""
    COUNSELOR = "counselor"
    """A school counsellor or social worker."""
    NURSE = "nurse"
    """The school nurse."""
    FAMILY_LIAISON = "family_liaison"
    """Keeps in touch with families."""
    TEACHER = "teacher"
    """A teacher."""
    DATA_LEAD = "data_lead"
    """Keeps the records."""
    PARTNER = "partner"
    """Someone of a community partner."""


class WorkReasonKind(StrEnum):
    """What a reason is, the most pressing first."""

    RETURNED = "returned"
    """Back after days of absence: welcome the student."""
    ABSENT_TODAY = "absent_today"
    """Recorded absent on the date: call home."""
    ABSENT_LAST_SCHOOL_DAY = "absent_last_school_day"
    """Absent all of the last school day."""
    NOT_MET_YET = "not_met_yet"
    """No contact since the assignment began."""
    FOLLOW_UP_DUE = "follow_up_due"
    """Something promised is due."""
    OVERDUE = "overdue"
    """The next contact of the plan is overdue."""
    BUDGET_NEARLY_SPENT = "budget_nearly_spent"
    """Few absences are left before the line."""
    DUE = "due"
    """The next contact of the plan is due."""
    CELEBRATE = "celebrate"
    """There is something to celebrate."""
    NOT_ENROLLED = "not_enrolled"
    """The student is at none of the schools on the date."""


class Unit(StrEnum):
    """The unit in which a policy counts."""

    DAY = "day"
    """School days."""
    SESSION = "session"
    """Sessions, two a day (England)."""
    HOUR = "hour"
    """Hours of instruction, by the calendar's minutes (Ohio)."""


class Scope(StrEnum):
    """Over which days a student's status is decided."""

    STUDENT = "student"
    """Over all the student's schools together: the status follows the student."""
    SCHOOL = "school"
    """At each school apart: a mobile student may have several statuses (EDFacts)."""


class Unrecorded(StrEnum):
    """How days of membership without a record count."""

    EXCLUDED = "excluded"
    """Not at all: the rate is one of the recorded days; the bounds say how far off it can
    be.
    """
    PRESENT = "present"
    """As attended."""


class Comparator(StrEnum):
    """Whether a value that equals the limit meets it."""

    AT_LEAST = "at_least"
    """The limit itself meets it (federal, Massachusetts: 10 % is chronic)."""
    MORE_THAN = "more_than"
    """Only values past the limit meet it (Iowa)."""


class CountsAs(StrEnum):
    """How a part of a day counts."""

    PRESENT = "present"
    """As attended."""
    ABSENT = "absent"
    """As an absence."""
    EXCLUDED = "excluded"
    """Not at all: it leaves membership too."""


class TruancyCounts(StrEnum):
    """Which absences a truancy rule counts."""

    UNEXCUSED = "unexcused"
    """Unexcused absences only, the usual meaning of truancy."""
    ALL = "all"
    """All absences, with or without excuse (Ohio's excessive absence)."""


class StreakRule(StrEnum):
    """What a day without a record does to a streak. Days without school or membership never
    touch one.
    """

    SKIP_UNRECORDED = "skip_unrecorded"
    """Nothing: the streak goes on over it and does not grow."""
    UNRECORDED_ENDS = "unrecorded_ends"
    """It ends the streak: only recorded absences in unbroken succession count."""


class ConflictRule(StrEnum):
    """Which of two contradicting whole-day records counts. No rule depends on the order of
    reading.
    """

    CERTAINTY = "certainty"
    """The record that knows more: tardy and early departure over an absence, an excused
    absence over an unexcused one, any absence over plain presence. A whole-day absence
    stands over parts of the day.
    """
    MOST_ABSENT = "most_absent"
    """The record with more of the day absent, then by certainty."""
    LEAST_ABSENT = "least_absent"
    """The record with less of the day absent, then by certainty."""


class TransferDay(StrEnum):
    """Where a day counts that is one school's last and the next one's first."""

    ARRIVING_SCHOOL = "arriving_school"
    """At the school the student comes to."""
    DEPARTING_SCHOOL = "departing_school"
    """At the school the student leaves."""
    BOTH_SCHOOLS = "both_schools"
    """At both; the student's own total still counts it once."""


class RollBasis(StrEnum):
    """What it means that a student has no record on a day in membership."""

    EXCEPTIONS_ONLY = "exceptions_only"
    """Only exceptions are recorded: no record means present."""
    FULL_ROLL = "full_roll"
    """Every student is recorded every day: no record means that attendance was not taken."""


class Status(StrEnum):
    """Whether a student is chronically absent, or why the student does not count."""

    NOT_CHRONIC = "not_chronic"
    """Eligible, and short of the limit."""
    CHRONIC = "chronic"
    """Eligible, and at or past the limit."""
    NO_MEMBERSHIP = "no_membership"
    """Not counted: no day in membership up to the date."""
    GRADE_NOT_COUNTED = "grade_not_counted"
    """Not counted: the policy does not count the grade, or it is unknown."""
    LEFT = "left"
    """Not counted: left before the date, and the policy leaves leavers out."""
    TOO_FEW_DAYS = "too_few_days"
    """Not counted: fewer days in membership than the policy asks for."""
    SMALL_SHARE_OF_YEAR = "small_share_of_year"
    """Not counted: in membership for a smaller share of the school's days than the policy
    asks for.
    """
    NOTHING_RECORDED = "nothing_recorded"
    """Not counted: no day on which attendance is known."""
    TOO_FEW_ATTENDED = "too_few_attended"
    """Not counted: attended on fewer days than the policy asks for."""


class Recovery(StrEnum):
    """What it takes to be short of the line again."""

    NOT_NEEDED = "not_needed"
    """Nothing: the student is short of the line."""
    FULL_ATTENDANCE = "full_attendance"
    """Some days of full attendance from the next school day on."""
    NOT_THIS_YEAR = "not_this_year"
    """Not within the days of membership that this year still has."""


class WarningSign(StrEnum):
    """A sign of early warning."""

    FIRST_MONTH = "first_month"
    """Days missed in the first month of school."""
    TWO_A_MONTH = "two_a_month"
    """Two days a month missed."""
    PRIOR_YEAR = "prior_year"
    """The rate of the year before."""
    SEVERE_NOW = "severe_now"
    """At least 20 % of this year's days missed, by a student who is eligible."""


class MatchSignKind(StrEnum):
    """What speaks for a match."""

    SCHOOL = "school"
    """The mentor works at the student's school."""
    LANGUAGE = "language"
    """The mentor speaks the language of the student's home."""
    EARLIER_MENTOR = "earlier_mentor"
    """The student had this mentor before."""
    LOAD = "load"
    """With this match the mentor has so many students of so many."""


class RecognitionKind(StrEnum):
    """What there is to celebrate with a student."""

    IMPROVEMENT = "improvement"
    """Fewer days absent in the last stretch of school days than in the one before."""
    DAYS_IN_A_ROW = "days_in_a_row"
    """School days attended in a row, up to the last day of which anything is known."""
    PERFECT_WEEKS = "perfect_weeks"
    """Weeks in a row without any absence, up to the last whole one."""


class FactKind(StrEnum):
    """By what a rule of a ladder was met."""

    ABSENCES = "absences"
    """Days of absence."""
    UNEXCUSED = "unexcused"
    """Days of unexcused absence."""
    ABSENCE_RATE = "absence_rate"
    """A rate of absence."""
    STREAK = "streak"
    """School days in a row with an absence."""
    EARLY_WARNING = "early_warning"
    """Signs of early warning."""
    CHRONIC = "chronic"
    """Chronically absent."""
    NO_IMPROVEMENT = "no_improvement"
    """No improvement."""


class Role(StrEnum):
    """A role that may see some of the records."""

    MENTOR = "mentor"
    """A mentor: the students assigned on the date."""
    TEAM = "team"
    """The attendance team of a school: its students on the date."""
    COORDINATOR = "coordinator"
    """The coordinator of a district, or of all."""
    NETWORK = "network"
    """The network: totals, and what was shared at convenings."""
    ANALYST = "analyst"
    """An analyst: all students, under numbers that hold within one view."""


class ProblemKind(StrEnum):
    """What a problem is about."""

    REQUEST = "request"
    """The request itself: it is no JSON of the contract, or something that the question
    needs is missing.
    """
    UNKNOWN = "unknown"
    """An identifier or the name of a preset that nothing has."""
    RECORD = "record"
    """A record that cannot be read."""
    COLUMN = "column"
    """A column that is missing, of another length or kind than it must be, or given twice."""
    ENROLLMENT = "enrollment"
    """An enrolment that contradicts itself."""
    POLICY = "policy"
    """A policy that cannot be read."""
    LADDER = "ladder"
    """A ladder that cannot be read, or not be evaluated under the policy."""
    REGISTER = "register"
    """A register that cannot be made."""
    AMEND = "amend"
    """A change that cannot be made to a register."""
    MERGE = "merge"
    """Registers that cannot be merged."""
    BYTES = "bytes"
    """Bytes that are not a register."""
    NUMBER = "number"
    """A number that cannot be held or counted exactly."""
    STATUS = "status"
    """A history of statuses that may not go on so."""
    READ = "read"
    """Files that cannot be read."""
