# Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.
"""What is given: records, and the rules that a question is asked by.

A field that is left out is as its default says. Where a name is a keyword of Python, the field
has an underscore at its end (`from_`).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from .terms import (
    Aim,
    AimMeasure,
    AssignmentRole,
    AttendanceCategory,
    AttendanceStatus,
    BarrierSource,
    CalendarEvent,
    CallOutcome,
    CircleKind,
    ClearedBy,
    Comparator,
    ConflictRule,
    ContactMode,
    ContactOutcome,
    ContactParty,
    CountsAs,
    EndReason,
    ExitDay,
    GradeLevel,
    InterventionStatus,
    InterviewParty,
    LearningTopic,
    MentorKind,
    Occasion,
    OutreachStep,
    RollBasis,
    Scope,
    StreakRule,
    TeamRole,
    Tier,
    TransferDay,
    TruancyCounts,
    Unit,
    Unrecorded,
    Visibility,
)

__all__ = [
    "AbsenceCount",
    "AgendaRules",
    "AimTarget",
    "Approach",
    "Assignment",
    "AttendanceEvent",
    "AttendanceTaken",
    "Attendee",
    "Availability",
    "Band",
    "BarrierRecord",
    "Calendar",
    "CalendarDay",
    "CalendarDays",
    "CapacityRules",
    "Celebrated",
    "Celebration",
    "CheckIn",
    "Circle",
    "Coded",
    "ContactMade",
    "ContactPlan",
    "Convening",
    "DayRule",
    "DayStep",
    "DosageGroup",
    "DosageOf",
    "EducationContentReference",
    "EducationContentSource",
    "Eligibility",
    "EmpathyInterview",
    "Enrollment",
    "Exact",
    "Extent",
    "FollowUp",
    "HomeCall",
    "Intervention",
    "InterventionStatusChange",
    "InterventionStatusRecord",
    "LadderChoice",
    "LadderDocument",
    "LadderRule",
    "LearningSession",
    "MatchRules",
    "Mentor",
    "MentoringRecords",
    "NeedRules",
    "NoImprovement",
    "Note",
    "Organization",
    "PartOfDay",
    "PlannedDosage",
    "PolicyChoice",
    "PolicyDocument",
    "PrescriptionReference",
    "ProgramRecords",
    "RateTrigger",
    "RecognitionRules",
    "Records",
    "RollRules",
    "Section",
    "Source",
    "StaffMember",
    "StreakTrigger",
    "StudentIntervention",
    "Threshold",
    "TierTrigger",
    "Treatment",
    "Trigger",
    "TriggerOf",
    "TruancyRule",
    "Viewer",
    "ViewerOf",
    "Weekdays",
    "Window",
    "WindowOf",
    "Within",
    "WorklistRules",
]


Exact: TypeAlias = Fraction | int | str
"""An exact number: a fraction, a whole number, or a text such as `1/2`, `0.5` or `50%`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekdays:
    """A run of instructional days: `count` dates from `first` on, Saturdays and Sundays left
    out.
    """

    first: datetime.date
    """The first date, itself a weekday."""
    count: int
    """How many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One date of a calendar."""

    date: datetime.date
    """The date."""
    event: CalendarEvent
    """What happens on it."""
    minutes: int | None = None
    """Its length in minutes of instruction where it differs from the calendar's own."""
    closed_grades: tuple[GradeLevel, ...] = ()
    """Grades that stay home although the day is instructional for the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A school's calendar for one school year."""

    school: str
    """The school."""
    day_minutes: int | None = None
    """The minutes of an ordinary day, 360 where nothing is said."""
    weekdays: tuple[Weekdays, ...] = ()
    """Runs of instructional days."""
    days: tuple[CalendarDay, ...] = ()
    """Single dates; they replace what the runs say of the same date."""
    declared_days: int | None = None
    """The number of instructional days that the school declares for the whole year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrollment:
    """A student's membership in a school: by dates (`entry`, and `exit` with its meaning),
    or by `school_days`. With none of them it is open from the school's first day.
    """

    student: str
    """The student."""
    school: str
    """The school."""
    grade: GradeLevel | None = None
    """The grade level."""
    entry: datetime.date | None = None
    """The first date."""
    exit: datetime.date | None = None
    """The exit date."""
    exit_day: ExitDay | None = None
    """How the exit date is meant, inclusive where nothing is said."""
    school_days: tuple[int, int] | None = None
    """The first and the last school day, in the place of dates."""
    share: Exact | None = None
    """The share of full-time membership, 1 where nothing is said."""
    primary: bool | None = None
    """Whether this is the student's primary school; it is where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the day's class periods or sections; the parts are equal, and are rolled up to
    the day.
    """

    section: str
    """The section's name, unique within the day."""
    of: int | None = None
    """How many sections the student's day has. A full roll may leave it out: then the day
    has as many as were recorded.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of a day: one of the three."""

    part: Exact | None = None
    """An exact part of the day (Ed-Fi EventDuration): parts of one day add up."""
    minutes: int | None = None
    """Minutes of the day: the calendar says how long the day is."""
    section: Section | None = None
    """A class period or section."""


Extent: TypeAlias = Literal["whole_day", "morning", "afternoon"] | PartOfDay
"""How much of the day an event speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceEvent:
    """Attendance events that differ only in their date: on `date` or on `dates`, then on
    `school_days`.
    """

    student: str
    """The student."""
    school: str
    """The school."""
    status: AttendanceStatus
    """The status."""
    date: datetime.date | None = None
    """The date."""
    dates: tuple[datetime.date, ...] = ()
    """The dates, where there are several."""
    school_days: tuple[tuple[int, int], ...] = ()
    """Ranges of school days."""
    category: AttendanceCategory | None = None
    """The category."""
    extent: Extent | None = None
    """How much of the day, the whole of it where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceTaken:
    """A school took attendance on some of its days."""

    school: str
    """The school."""
    dates: tuple[datetime.date, ...] = ()
    """The dates."""
    school_days: tuple[tuple[int, int], ...] = ()
    """Ranges of school days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollRules:
    """The rules by which a roll is read."""

    basis: RollBasis = RollBasis.EXCEPTIONS_ONLY
    """What it means that there is no record."""
    conflict: ConflictRule = ConflictRule.CERTAINTY
    """Which of two contradicting records counts."""
    transfer_day: TransferDay = TransferDay.ARRIVING_SCHOOL
    """Where a transfer day counts. A spell of a single day is never trimmed away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """The organisation that a mentor belongs to: one of the three."""

    school: str | None = None
    """A school."""
    district: str | None = None
    """A district."""
    partner: str | None = None
    """A community partner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """When a mentor is there in an ordinary week."""

    minutes: tuple[int, ...] = (0, 0, 0, 0, 0, 0, 0)
    """Minutes on Monday, Tuesday and so on to Sunday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """A mentor."""

    id: str
    """The identifier."""
    kind: MentorKind
    """What kind of person."""
    name: str | None = field(default=None, repr=False)
    """The name, shown only to roles that may see it."""
    organization: Organization | None = None
    """The organisation."""
    schools: tuple[str, ...] = ()
    """The schools in which the mentor can meet students."""
    languages: tuple[str, ...] = ()
    """The languages spoken, as lower-case codes (ISO 639: `es`, `pt`), besides that of
    instruction.
    """
    availability: Availability | None = None
    """When the mentor is there, where it is known."""
    capacity: int | None = None
    """The most students, where a number was agreed; otherwise the norm of the kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPlan:
    """How often a student is to be met in an average week, and what counts as a contact."""

    id: str
    """The identifier."""
    contacts_per_week: Exact = Fraction("3")
    """Contacts in an average week."""
    days_per_week: int = 5
    """School days of an average week."""
    min_minutes: int = 0
    """The fewest minutes that make a contact; a contact of unknown length counts."""
    modes: tuple[ContactMode, ...] = (ContactMode.IN_PERSON, ContactMode.CALL, ContactMode.VIDEO, ContactMode.HOME_VISIT)
    """The modes that count."""
    circles_count: bool = True
    """Whether presence in a circle counts as a contact, whatever its mode."""
    tier: Tier | None = None
    """The tier whose assignments follow it; every tier where none is named."""
    begin: datetime.date | None = None
    """Its first date."""
    end: datetime.date | None = None
    """Its last date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A mentor assigned to a student. One that ends with `handed_over` and another that
    begins are a hand-over; both stay in the records.
    """

    mentor: str
    """The mentor."""
    student: str
    """The student."""
    begin: datetime.date
    """The first date."""
    end: datetime.date | None = None
    """The last date; open where there is none."""
    role: AssignmentRole = AssignmentRole.PRIMARY
    """Whether the mentor answers for the plan."""
    tier: Tier | None = None
    """The tier of support that it belongs to."""
    plan: str | None = None
    """A plan of its own; otherwise the plan of the tier, or the one of all."""
    end_reason: EndReason | None = None
    """Why it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note: what was said that no field holds."""

    text: str = field(repr=False)
    """The text."""
    visibility: Visibility
    """Who may read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in of a mentor with a student, made or attempted. Two records that agree in
    student, mentor, date, time, mode, minutes and outcome are the same check-in; two
    hellos of one day are told apart by their time.
    """

    student: str
    """The student."""
    mentor: str
    """The mentor."""
    date: datetime.date
    """The date."""
    outcome: ContactOutcome
    """Whether it took place."""
    time: datetime.time | None = None
    """The time, where it was recorded."""
    mode: ContactMode = ContactMode.IN_PERSON
    """How it took place."""
    minutes: int | None = None
    """Its length in minutes, 1 to 480, where it was recorded."""
    feeling: int | None = None
    """How the student feels about school, from 1 (very bad) to 5 (very good)."""
    strengths: tuple[str, ...] = field(default=(), repr=False)
    """Strengths that showed."""
    goals: tuple[str, ...] = field(default=(), repr=False)
    """Goals that were set."""
    barriers: tuple[str, ...] = ()
    """Barriers that were raised."""
    note: Note | None = None
    """A note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A student or family circle: one event, and one contact for each child present."""

    id: str
    """The identifier."""
    kind: CircleKind
    """What it gathers."""
    date: datetime.date
    """The date."""
    students: tuple[str, ...]
    """The students present."""
    mode: ContactMode = ContactMode.IN_PERSON
    """How it took place."""
    minutes: int | None = None
    """Its length in minutes, 1 to 480, where it was recorded."""
    mentors: tuple[str, ...] = ()
    """The mentors present."""
    guardians: int = 0
    """How many guardians were present."""
    staff: int = 0
    """How many of the staff were present besides the mentors."""
    note: Note | None = None
    """A note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCall:
    """A call to a student's family. It is no contact with the student."""

    student: str
    """The student."""
    date: datetime.date
    """The date."""
    outcome: CallOutcome
    """What became of it."""
    mentor: str | None = None
    """The mentor who called; none where the school did."""
    barriers: tuple[str, ...] = ()
    """Barriers that were learnt of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something a mentor promised to do for a student."""

    student: str
    """The student."""
    mentor: str
    """Who is to do it."""
    raised_on: datetime.date
    """When it was promised."""
    due: datetime.date
    """By when."""
    done_on: datetime.date | None = None
    """When it was done."""
    what: str | None = field(default=None, repr=False)
    """What."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierRecord:
    """A barrier of a student, from the day it was learnt of to the day it was resolved."""

    student: str
    """The student."""
    barrier: str
    """The barrier."""
    learnt_on: datetime.date
    """When it was learnt of."""
    learnt_from: BarrierSource
    """Where."""
    resolved_on: datetime.date | None = None
    """When it was resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDosage:
    """The least and the most minutes planned, as far as they are said."""

    min: int | None = None
    """The least, in minutes."""
    max: int | None = None
    """The most, in minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationContentReference:
    """A published content by its identifier."""

    id: str
    """The content."""
    namespace: str | None = None
    """Whose identifier it is, where that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationContentSource:
    """The published content behind something (Ed-Fi EducationContentSource)."""

    contents: tuple[EducationContentReference, ...] = ()
    """Contents by their identifiers."""
    metadata_uris: tuple[str, ...] = ()
    """Contents by entries of a repository of metadata."""
    uris: tuple[str, ...] = ()
    """Contents by their addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """What an intervention is: what is done, for whom, against what, and how much."""

    class_: str
    """The way in which it is used (InterventionClassDescriptor)."""
    delivery: str
    """To how many at once it is given (DeliveryMethodDescriptor)."""
    tier: Tier | None = None
    """The tier of support. Ed-Fi has no place for it."""
    aim: Aim | None = None
    """What it is for. Ed-Fi has no place for it."""
    addresses: tuple[str, ...] = ()
    """The barriers that it meets. Ed-Fi has no place for them."""
    diagnoses: tuple[str, ...] = ()
    """What it is meant against (DiagnosisDescriptor)."""
    populations: tuple[str, ...] = ()
    """For whom it is (PopulationServedDescriptor); for all where nobody is named."""
    sexes: tuple[str, ...] = ()
    """The sexes that it is for (SexDescriptor); all where none is named."""
    grades: tuple[str, ...] = ()
    """The grade levels that it is for (GradeLevelDescriptor); all where none is named."""
    dosage: PlannedDosage = PlannedDosage()
    """How many minutes are planned."""
    content: EducationContentSource = EducationContentSource()
    """What describes it."""
    namespace: str | None = None
    """Whose identifier it bears, where that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionReference:
    """A prescription by its identifier and organisation, which only together name it."""

    id: str
    """The prescription."""
    organization: str
    """The organisation that answers for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """An intervention as a school or district carries it out (Ed-Fi Intervention)."""

    id: str
    """The identifier."""
    organization: str
    """The organisation that answers for it."""
    begin: datetime.date
    """Its first date."""
    approach: Approach
    """What is done."""
    end: datetime.date | None = None
    """Its last date; open where there is none."""
    prescriptions: tuple[PrescriptionReference, ...] = ()
    """The prescriptions that it follows."""
    staff: tuple[str, ...] = ()
    """Who of the staff does it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionStatusChange:
    """A status of an intervention, from a date on."""

    status: InterventionStatus
    """The status."""
    date: datetime.date
    """The first date on which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentIntervention:
    """An intervention for a student, from the day it was proposed or planned."""

    student: str
    """The student."""
    intervention: str
    """The intervention."""
    history: tuple[InterventionStatusChange, ...]
    """The legal history of statuses, from the first to the last."""
    tier: Tier | None = None
    """The tier for this student, where it is not the intervention's own."""
    dosage: int | None = None
    """How many minutes the student is to have."""
    diagnostic_statement: str | None = field(default=None, repr=False)
    """Why the student has it (Ed-Fi DiagnosticStatement)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionStatusRecord:
    """One line of a student's history: from a date on, the intervention has a status."""

    student: str
    """The student."""
    intervention: str
    """The intervention."""
    date: datetime.date
    """The first date on which the status stands."""
    status: InterventionStatus
    """The status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """Someone on the staff of a school. Names are not held."""

    id: str
    """The identifier."""
    school: str
    """The school."""
    mentor: str | None = None
    """The mentor that this person is, where that is so: one person, counted once."""
    team_role: TeamRole | None = None
    """The role on the school's attendance team; none where not on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Someone who attended a learning session: one of the two."""

    mentor: str | None = None
    """A mentor."""
    staff: str | None = None
    """A member of the staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningSession:
    """A learning session for the adults of a program."""

    topic: LearningTopic
    """What it was about."""
    date: datetime.date
    """The date."""
    school: str | None = None
    """The school that held it; none where districts came together."""
    minutes: int | None = None
    """Its length in minutes, 1 to 480."""
    attended: tuple[Attendee, ...] = ()
    """Who attended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convening:
    """A convening of a network's districts."""

    date: datetime.date
    """The date."""
    districts: tuple[str, ...]
    """The districts that came."""
    shared: str | None = field(default=None, repr=False)
    """What was shared, in free text."""
    feedback: tuple[int, ...] = (0, 0, 0, 0, 0)
    """How many rated it 1 (of no use) to 5 (of great use)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyInterview:
    """An empathy interview: what it is like, and what gets in the way."""

    date: datetime.date
    """The date."""
    party: InterviewParty
    """With whom."""
    school: str | None = None
    """The school it is about."""
    student: str | None = None
    """The student it is with or about; its barriers become that student's."""
    mentor: str | None = None
    """Who held it, where it was a mentor."""
    barriers: tuple[str, ...] = ()
    """Barriers that were named."""
    note: Note | None = None
    """A note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebrated:
    """Who is celebrated: one of the three."""

    student: str | None = None
    """A student."""
    mentor: str | None = None
    """A mentor."""
    school: str | None = None
    """A school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebration:
    """A celebration that took place."""

    date: datetime.date
    """The date."""
    of: Celebrated
    """Who."""
    occasion: Occasion
    """What."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRecords:
    """The program around the mentoring."""

    staff: tuple[StaffMember, ...] = ()
    """The staff of the schools."""
    learning_sessions: tuple[LearningSession, ...] = ()
    """Learning sessions for adults."""
    convenings: tuple[Convening, ...] = ()
    """Convenings of the districts."""
    interviews: tuple[EmpathyInterview, ...] = ()
    """Empathy interviews."""
    celebrations: tuple[Celebration, ...] = ()
    """Celebrations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringRecords:
    """The records of a mentoring program."""

    mentors: tuple[Mentor, ...] = ()
    """The mentors."""
    plans: tuple[ContactPlan, ...] = ()
    """The contact plans."""
    assignments: tuple[Assignment, ...] = ()
    """The assignments."""
    check_ins: tuple[CheckIn, ...] = ()
    """The check-ins, made and attempted."""
    circles: tuple[Circle, ...] = ()
    """The circles."""
    home_calls: tuple[HomeCall, ...] = ()
    """The calls home."""
    follow_ups: tuple[FollowUp, ...] = ()
    """The follow-ups."""
    barriers: tuple[BarrierRecord, ...] = ()
    """The barriers."""
    interventions: tuple[Intervention, ...] = ()
    """The catalogue of interventions."""
    student_interventions: tuple[StudentIntervention, ...] = ()
    """Students' interventions with their whole histories."""
    intervention_statuses: tuple[InterventionStatusRecord, ...] = ()
    """Single lines of such histories."""
    program: ProgramRecords | None = None
    """The program around the mentoring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything of which one register is built: one school year."""

    school_year: int
    """The school year by the calendar year in which it ends."""
    calendars: tuple[Calendar, ...]
    """The calendars, one a school."""
    rules: RollRules | None = None
    """The rules by which the roll is read."""
    enrollments: tuple[Enrollment, ...] = ()
    """The enrolments."""
    events: tuple[AttendanceEvent, ...] = ()
    """The attendance events."""
    attendance_taken: tuple[AttendanceTaken, ...] = ()
    """The days on which a school took attendance."""
    districts: Mapping[str, str] = field(default_factory=dict)
    """The district of each school."""
    networks: Mapping[str, str] = field(default_factory=dict)
    """The network of each district."""
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Each student's subgroup attributes: name and value."""
    mentoring: MentoringRecords | None = None
    """What was recorded of a mentoring program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMade:
    """A contact that was made. An attempt is none, and neither is a note."""

    student: str
    """The student whom it was about."""
    date: datetime.date
    """The date."""
    with_: ContactParty
    """With whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a definition comes from."""

    citation: str
    """What it is: a statute, a specification, a guidance."""
    verified: bool
    """Whether the definition was read there. What was not is listed in `unverified`."""
    url: str | None = None
    """Where it can be read."""
    unverified: tuple[str, ...] = ()
    """The clauses that were not read in the source."""
    note: str | None = None
    """What a reader should know about the reading of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A limit and a comparator: either a share or a number."""

    comparator: Comparator
    """Whether a value that equals the limit meets it."""
    share: Exact | None = None
    """A share of the days that count, such as `10%`."""
    count: int | None = None
    """A number of the policy's units: days, sessions or hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One band: from its threshold up to the next band's. The first band has none and begins
    at no absence.
    """

    id: str
    """Its identifier, in lower_snake."""
    from_: Threshold | None = None
    """Where it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What counts as absent: by status, and by category where a category has a rule of its
    own.
    """

    statuses: Mapping[AttendanceStatus, CountsAs] = field(default_factory=dict)
    """By status: absences, tardies and early departures."""
    categories: Mapping[AttendanceCategory, CountsAs] = field(default_factory=dict)
    """By category; stronger than the status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStep:
    """One step of a day rule: from this part of the day on, the day counts as absent for so
    much.
    """

    comparator: Comparator
    """Whether the part itself is on the step."""
    part: Exact
    """The part of the expected day that was missed."""
    counts: Exact
    """How much of the day counts as absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRule:
    """How much of a day counts as absent; without a step, exactly what was missed."""

    steps: tuple[DayStep, ...] = ()
    """The steps, ascending; below the first nothing is absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """The clauses of eligibility; a clause that is not said does not apply."""

    min_membership_days: int | None = None
    """At least so many days in membership."""
    min_share_of_year: Exact | None = None
    """In membership for at least this share of the school's days."""
    min_attended_days: int | None = None
    """Attended on at least so many days."""
    grades: tuple[GradeLevel, ...] | None = None
    """Only in these grades; a student of unknown grade is not in them."""
    leavers_excluded: bool = False
    """Students who left before the date asked for do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDays:
    """Any so many calendar days in a row."""

    calendar_days: int
    """How many days."""


Within: TypeAlias = Literal["year", "month", "consecutive"] | CalendarDays
"""The stretch of time in which absences are counted: the school year, a calendar month, any
so many calendar days, or school days in a row.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TruancyRule:
    """One rule of truancy: met on the first day on which `at_least` is reached."""

    id: str
    """Its identifier, in lower_snake."""
    counts: TruancyCounts
    """Which absences count."""
    at_least: int
    """How many make it."""
    within: Within
    """Within which time."""
    unit: Unit = Unit.DAY
    """In days or in hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDocument:
    """A definition of absence: what counts, how much, against which limit, and for whom."""

    id: str
    """The identifier, in lower_snake."""
    version: str
    """The version."""
    title: str
    """What it is."""
    source: Source
    """Where it comes from."""
    chronic: Threshold
    """Who is chronically absent."""
    unit: Unit = Unit.DAY
    """In what it counts."""
    scope: Scope = Scope.STUDENT
    """Over which days a student's status is decided."""
    unrecorded: Unrecorded = Unrecorded.EXCLUDED
    """How days of membership without a record count."""
    treatment: Treatment = Treatment()
    """What counts as absent."""
    day_rule: DayRule = DayRule()
    """How much of a day."""
    eligibility: Eligibility = Eligibility()
    """For whom."""
    bands: tuple[Band, ...] = ()
    """The bands, ascending."""
    truancy: tuple[TruancyRule, ...] = ()
    """The rules of truancy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChoice:
    """A policy: either a preset or a document of one's own, changed where it is said."""

    preset: str | None = None
    """The preset's identifier."""
    document: PolicyDocument | None = None
    """The policy's own document."""
    overrides: Mapping[str, object] | None = None
    """What is different from it: a JSON merge patch (RFC 7396) on its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCount:
    """A number of days of absence within a stretch of time."""

    at_least: int
    """How many days."""
    within: Within = "year"
    """Within which time: the school year, a calendar month, or so many calendar days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTrigger:
    """A rate of absence, looked at from some days of membership on."""

    at_least: Exact
    """The rate, such as `10%`."""
    min_membership_days: int
    """The fewest days in membership: one absence on the first day is a rate of 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreakTrigger:
    """School days in a row with an absence."""

    at_least: int
    """How many."""
    rule: StreakRule = StreakRule.SKIP_UNRECORDED
    """What a day without a record does to a streak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TierTrigger:
    """A tier of support, or a higher one, as the signs of early warning name it."""

    tier: int
    """2 or 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoImprovement:
    """No improvement: the rate of the last so many school days is not below that of as many
    before, and on each of the last the signs named the tier.
    """

    tier: int
    """2 or 3; a higher tier holds the lower one."""
    school_days: int
    """How many days each of the two stretches has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerOf:
    """What a rule of a ladder asks for, with its numbers: one of these."""

    absences: AbsenceCount | None = None
    """So many days of absence, with or without excuse, as the policy counts them."""
    unexcused: AbsenceCount | None = None
    """So many days of unexcused absence, as the policy counts them."""
    absence_rate: RateTrigger | None = None
    """Such a rate of absence in the year to date, over all schools."""
    streak: StreakTrigger | None = None
    """So many school days in a row with an absence."""
    early_warning: TierTrigger | None = None
    """Signs of early warning that name such a tier of support."""
    no_improvement: NoImprovement | None = None
    """A rate of absence that does not fall while the signs name a tier of support."""


Trigger: TypeAlias = Literal["chronic"] | TriggerOf
"""What a rule of a ladder asks for: `chronic`, by the policy and its scope, or something
with numbers. It is met on the first date on which it holds.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRule:
    """One rung: when the trigger is met, the step is to be taken."""

    id: str
    """Its identifier, lower_snake and one of its kind in the ladder."""
    step: OutreachStep
    """The step it leads to."""
    when: Trigger
    """When it is met."""
    cleared_by: ClearedBy | None = None
    """Whose contact clears the step; what is usual for the step where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderDocument:
    """A ladder: rules over measures that lead to steps of outreach, in order."""

    id: str
    """The identifier, in lower_snake."""
    version: str
    """The version."""
    title: str
    """What it is."""
    source: Source
    """Where it comes from."""
    rules: tuple[LadderRule, ...]
    """The rules, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderChoice:
    """A ladder: one of a preset, a document of one's own, and rules alone."""

    preset: str | None = None
    """The preset's identifier."""
    document: LadderDocument | None = None
    """The ladder's own document."""
    rules: tuple[LadderRule, ...] | None = None
    """The rules, in order, of a ladder `own`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOf:
    """Some of the days, counted from a date: one of these."""

    school_days: int | None = None
    """The last so many days of the student's membership."""
    calendar_days: int | None = None
    """The last so many dates, the date asked for included."""
    first_school_days: int | None = None
    """The first so many days of the student's membership."""
    since: datetime.date | None = None
    """From a date on."""


Window: TypeAlias = Literal["year_to_date"] | WindowOf
"""The days a measure looks at. School days are those of the student's own membership;
calendar days are dates, weekends and holidays included.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DosageGroup:
    """Of whom a dosage is: one of these."""

    student: str | None = None
    """Of a student."""
    mentor: str | None = None
    """Of a mentor."""
    school: str | None = None
    """Of a school."""
    district: str | None = None
    """Of a district."""
    network: str | None = None
    """Of a network."""


DosageOf: TypeAlias = Literal["overall"] | DosageGroup
"""Of whom a dosage is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewerOf:
    """Who looks: one of these."""

    mentor: str | None = None
    """A mentor: the students assigned on the date."""
    team: str | None = None
    """The attendance team of a school: its students on the date."""
    coordinator: str | None = None
    """The coordinator of a district; of all where it is null."""


Viewer: TypeAlias = Literal["network", "analyst"] | ViewerOf
"""Who looks: a role, and whose records it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRules:
    """The most students of mentors with whom no number was agreed."""

    internal: int | None = 5
    """Of the school's or district's own staff (5: My Brother's Keeper)."""
    external: int | None = 15
    """Of partners and volunteers (15: New York City)."""
    peer: int | None = None
    """Of older students; no source gives a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRules:
    """Who qualifies for a mentor: enrolled students with early-warning signs of a tier, in
    some grades or all.
    """

    from_tier: int = 2
    """The least tier of the signs, 2 or 3. A prior year of chronic absence is tier 2."""
    grades: tuple[GradeLevel, ...] | None = None
    """The grades looked at; all where none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRules:
    """What a match must have."""

    kinds: Mapping[str, tuple[MentorKind, ...]] = field(default_factory=dict)
    """The kinds of mentors for students of a tier (2 or 3); a tier not named takes any kind."""
    language_attribute: str = "home_language"
    """The student's attribute that holds the language of the home."""
    common_language: str = "en"
    """The language that every mentor speaks."""
    language_required: bool = False
    """Whether a mentor must speak the language of the home; otherwise one who does comes
    first.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionRules:
    """When something is celebrated."""

    days_in_a_row: int = 10
    """School days attended in a row."""
    perfect_weeks: int = 2
    """Weeks in a row without an absence."""
    improvement_days: int = 20
    """School days of each of the two stretches that an improvement is seen over."""
    improvement: int = 2
    """Days fewer absent in the later stretch than in the one before."""
    plan_weeks: int = 4
    """Weeks in a row in which all contacts of the plan were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistRules:
    """From when on something is a reason to see a student."""

    returned_after: int = 2
    """School days absent in a row after which a return is welcomed."""
    budget_left: int = 3
    """Absences left from which on the budget is nearly spent."""
    recognition: RecognitionRules = RecognitionRules()
    """What is celebrated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRules:
    """What a team looks at."""

    unmet_school_days: int = 10
    """School days after which a barrier that nothing meets is looked at."""
    streak: int = 3
    """School days in a row with an absence from which on a student is looked at."""
    worklist: WorklistRules = WorklistRules()
    """What the worklists are made by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AimTarget:
    """A target that a network has set."""

    measure: AimMeasure
    """The measure."""
    at_least: Exact
    """The least share, such as `90%`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What one of a system's codes means."""

    status: AttendanceStatus
    """The status."""
    category: AttendanceCategory | None = None
    """The category."""
    extent: Exact | None = None
    """The part of the day that it covers; the whole day where nothing is said."""
