# Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.
"""What is answered.

Amounts are exact (`fractions.Fraction`), with their units in the descriptions. What does not
exist is `None`. Where a name is a keyword of Python, the field has an underscore at its end
(`with_`).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final
from homeroom import _rate

from .records import (
    ContactMade,
    InterventionStatusChange,
    PolicyDocument,
)
from .terms import (
    Action,
    Aim,
    AimMeasure,
    AssignmentRole,
    AttendanceCategory,
    AttendanceStatus,
    BarrierSource,
    CallOutcome,
    CircleKind,
    Clause,
    ClearedBy,
    ComparabilityWarning,
    ContactMode,
    ContactOrigin,
    ContactOutcome,
    ContactParty,
    EndReason,
    FactKind,
    FindingCode,
    FirstMonth,
    Ineligible,
    InterventionStatus,
    InterviewParty,
    LearningTopic,
    MatchSignKind,
    Movement,
    NoMatch,
    OutreachStep,
    Placement,
    PriorYear,
    ProblemKind,
    RecognitionKind,
    Recovery,
    Role,
    RootCause,
    Status,
    Tier,
    WarningSign,
    WorkReasonKind,
)

__all__ = [
    "ANSWERS",
    "AbsenceBudget",
    "AbsenceCalls",
    "Agenda",
    "AssignmentView",
    "AttendanceCode",
    "Attended",
    "BandCount",
    "BandsAnswer",
    "BarrierChange",
    "BarrierChanges",
    "BarrierGap",
    "BarrierGaps",
    "BarrierGroup",
    "BarrierGroups",
    "BarrierPrevalence",
    "BarrierResponse",
    "BarrierResponses",
    "BarrierView",
    "BecameChronic",
    "BudgetAnswer",
    "BytesAnswer",
    "CallView",
    "Casebook",
    "CatalogueEntry",
    "Celebrate",
    "CircleView",
    "Cleared",
    "CodeAnswer",
    "Contact",
    "ContactCounts",
    "ContactView",
    "ConveningView",
    "CoordinatorRow",
    "CoordinatorView",
    "CountRate",
    "Coverage",
    "Day",
    "DayRuleAnswer",
    "Dosage",
    "DosageAnswer",
    "EarlyWarning",
    "EarlyWarnings",
    "Facts",
    "Fidelity",
    "FidelityAnswer",
    "Finding",
    "FindingCount",
    "Findings",
    "Firing",
    "FiringKey",
    "Firings",
    "FollowUpView",
    "FractionAnswer",
    "GroupMeasure",
    "GroupOutcome",
    "Intake",
    "InterventionCount",
    "InterventionHistory",
    "InterviewView",
    "LadderLog",
    "LadderStep",
    "LadderUpdate",
    "LearningShare",
    "LearningShares",
    "Loads",
    "LogEntry",
    "MENTORING_ANSWERS",
    "MarkPart",
    "Match",
    "MatchProposal",
    "MatchSign",
    "MeasureTable",
    "MentorLoad",
    "MentorPlacement",
    "MentorRecognition",
    "MergedShape",
    "Need",
    "Needs",
    "NewFiring",
    "NotEligible",
    "Outcome",
    "OverdueStudent",
    "PercentAnswer",
    "PeriodTotals",
    "PlanContacts",
    "PolicyAnswer",
    "PolicyDifference",
    "Problem",
    "Projection",
    "ProjectionAnswer",
    "Rate",
    "RateBounds",
    "Recognition",
    "RegisterRow",
    "RegisterShape",
    "RollReport",
    "RootCauseCount",
    "SchoolCoverage",
    "SchoolRecognition",
    "ScoreLine",
    "Scorecard",
    "Series",
    "SeriesPoint",
    "Standing",
    "Starts",
    "StatusChange",
    "StatusHistory",
    "Streaks",
    "StudentBarrier",
    "StudentFile",
    "StudentRecognition",
    "StudentRow",
    "StudentStreak",
    "StudentTable",
    "StudentView",
    "Summary",
    "Tally",
    "TextAnswer",
    "ThresholdAnswer",
    "Transfers",
    "Transition",
    "Transitions",
    "Truancies",
    "Truancy",
    "Unmatched",
    "View",
    "ViewTotals",
    "Warning",
    "WeeksOnPlan",
    "WithoutMentor",
    "WorkReason",
    "Worklist",
    "WorklistItem",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """An exact rate of days."""

    part: Fraction
    """The part, in the policy's unit (days, sessions or hours)."""
    whole: Fraction
    """The whole, in the same unit; never 0."""
    percent: str
    """The rate in percent, one decimal, rounded half up on the exact ratio."""
    value: float
    """The double nearest to part / whole."""

    def __str__(self) -> str:
        return _rate.told(self.part, self.whole, self.percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRate:
    """An exact rate of students, weeks or calls."""

    part: int
    """The part."""
    whole: int
    """The whole; never 0."""
    percent: str
    """The rate in percent, one decimal, rounded half up on the exact ratio."""
    value: float
    """The double nearest to part / whole."""

    def __str__(self) -> str:
        return _rate.told(self.part, self.whole, self.percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateBounds:
    """What is known of a rate of absence when some days are not recorded: the observed rate,
    and the two it lies between.
    """

    lower: Rate
    """As if the student had been present on every unrecorded day."""
    observed: Rate | None
    """Of the days that the policy counts; null where nothing was recorded."""
    upper: Rate
    """As if the student had been absent on every unrecorded day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one or many students' days amount to under a policy. Amounts are exact, in the
    policy's unit: days, sessions or hours.
    """

    membership: Fraction
    """In membership (policy's unit)."""
    recorded: Fraction
    """In membership and recorded (policy's unit)."""
    unrecorded: Fraction
    """In membership and not recorded (policy's unit)."""
    absent: Fraction
    """Absent, of any kind (policy's unit)."""
    excused: Fraction
    """Absent and excused (policy's unit)."""
    unexcused: Fraction
    """Absent and unexcused (policy's unit)."""
    excusal_unknown: Fraction
    """Absent, with an excusal that is not known (policy's unit)."""
    disciplinary: Fraction
    """Absent for discipline (policy's unit)."""
    remote: Fraction
    """Attended remotely (policy's unit)."""
    tardy_days: int
    """Days with a tardy (days)."""
    early_departure_days: int
    """Days with an early departure (days)."""
    absence_rate: Rate | None
    """The rate of absence; null where no day counts."""
    attendance_rate: Rate | None
    """The rate of attendance; null where no day counts."""
    bounds: RateBounds | None
    """Between what the rate of absence lies; null without a day in membership."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Tally):
    """A student's standing, at one school or over all."""

    membership_days: int
    """Days in membership, whole ones, whatever the policy counts in (days)."""
    status: Status
    """Chronically absent or not, or not eligible and why."""
    band: str | None
    """The band of the policy; null where the student is not eligible."""
    certain: bool
    """Whether the status would be the same however the unrecorded days had been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streaks:
    """Streaks of absence: school days in a row, in the student's own membership, on each of
    which any part was counted absent.
    """

    current: int
    """The streak that reaches to the last day looked at, 0 where that day was attended
    (school days).
    """
    longest: int
    """The longest streak (school days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truancy:
    """A truancy rule that a student met, and when first."""

    rule: str
    """The rule."""
    met_on: datetime.date
    """The first date on which it was met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truancies:
    """The policy's truancy rules that a student met."""

    met: tuple[Truancy, ...]
    """The rules, in the policy's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceBudget:
    """A student's budget of absences, under the policy's line, eligibility aside. Days to
    come count as recorded.
    """

    days_to_come: int
    """Days in membership still to come (days)."""
    absences_left: int
    """How many whole days can still be missed without being at the line when the year ends;
    0 where the line will be reached even with full attendance (days).
    """
    recovery: Recovery
    """What leads back under the line."""
    full_attendance: int | None
    """The days of full attendance that lead back, where they do (days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetAnswer:
    """A student's absence budget, where there is one."""

    budget: AbsenceBudget | None
    """The budget; null without a day that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A projection of days absent to the end of the year: the days to come are missed at the
    rate so far. It knows nothing of illness waves, weekdays or of what the school will
    do.
    """

    days_to_come: int
    """Days in membership still to come (days)."""
    absent_days: float
    """Days absent so far (days)."""
    projected: float
    """Days absent at the end of the year, as projected (days)."""
    low: float
    """The lower end of the 95 % interval (days)."""
    high: float
    """The upper end of the 95 % interval (days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionAnswer:
    """A student's projection, where there is one."""

    projection: Projection | None
    """The projection; null without a day that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """A sign of early warning, with its numbers."""

    sign: WarningSign
    """Which of them it is; the fields of the others are `None`."""
    level: FirstMonth | PriorYear | None = None
    """`first_month`: What the first month says. `prior_year`: What the year before says."""
    days: Fraction | None = None
    """`first_month`: Days missed in it (days). `two_a_month`: Days missed (days)."""
    months: int | None = None
    """`two_a_month`: The month of school that the student is in (months)."""
    rate: Rate | None = None
    """`prior_year`: The rate of absence of that year. `severe_now`: The rate of absence of
    this year.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyWarning:
    """A student's signs of early warning."""

    student: str
    """The student."""
    tier: int
    """The tier of support that Attendance Works names for the signs: 2 or 3."""
    absence_rate: Rate | None
    """The rate of absence this year; null where no day counts."""
    signs: tuple[Warning, ...]
    """The signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyWarnings:
    """The students with a sign of early warning."""

    students: tuple[EarlyWarning, ...]
    """The students, in the register's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint(Tally):
    """One point of a series: the days of all students in a stretch of time."""

    label: str
    """The stretch: an ISO date, or the number of a weekday."""
    first: datetime.date
    """The first of its school days."""
    last: datetime.date
    """The last of its school days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of points in order of time."""

    points: tuple[SeriesPoint, ...]
    """The points; stretches without a school day are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandCount:
    """How many students are in a band."""

    band: str
    """The band of the policy."""
    students: int
    """The eligible students in it (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEligible:
    """How many students do not count for one reason."""

    status: Ineligible
    """The reason."""
    students: int
    """The students (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Tally):
    """What a group of students comes to."""

    students: int
    """Students with at least one day in membership (students)."""
    eligible: int
    """Students who count (students)."""
    chronically_absent: int
    """Of them, the chronically absent (students)."""
    chronic_rate: CountRate | None
    """The share of the eligible who are chronically absent; null where nobody is eligible."""
    not_eligible: tuple[NotEligible, ...]
    """Students who do not count, by reason; those without a day in membership too."""
    bands: tuple[BandCount, ...]
    """Eligible students in each band of the policy."""
    uncertain: int
    """Eligible students whose status the unrecorded days could change (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMeasure:
    """One group under a policy, counted both ways."""

    labels: tuple[str, ...]
    """The group's labels, one a dimension; none for the whole."""
    by_school: Summary
    """School-answerable: each school's own days, a student once at every school attended."""
    by_student: Summary
    """Student-following: each student once, all schools together, a day of two schools once,
    in the group of the school of the last day in membership.
    """
    headline: Summary
    """The one of the two that the policy's scope asks for."""
    average_daily_membership: Fraction | None
    """Average daily membership, full-time equivalent (students); null where it is not
    defined.
    """
    average_daily_attendance: Fraction | None
    """Average daily attendance, full-time equivalent (students); null where it is not
    defined.
    """
    percent_attendance: str | None
    """Average daily attendance of average daily membership (percent)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTable:
    """Measures of groups under one policy as of one date."""

    groups: tuple[GroupMeasure, ...]
    """The groups, in order of their labels; grades from the youngest up, the unknown last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRow(Standing):
    """One student's measures over all schools."""

    student: str
    """The student."""
    streaks: Streaks
    """Streaks of absence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTable:
    """Every student's measures."""

    students: tuple[StudentRow, ...]
    """One row a student, in the register's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One student's move between two dates."""

    student: str
    """The student."""
    movement: Movement
    """How the student moved."""
    before: str | None
    """The band before, of the first policy; null where not counted then."""
    after: str | None
    """The band after, of the second policy; null where not counted then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transitions:
    """Every student counted at one of two dates at least, and how they moved."""

    moves: tuple[Transition, ...]
    """The moves in order of identifiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A student whose status differs between two policies."""

    student: str
    """The student."""
    before: Status
    """The status under the first policy."""
    after: Status
    """The status under the second."""
    clauses: tuple[Clause, ...]
    """The clauses each of which alone, taken over from the second policy, gives the student
    its status; where no clause does so alone, all clauses that differ.
    """
    together: bool
    """Whether no clause alone makes the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDifference:
    """The difference between two policies over one register."""

    clauses: tuple[Clause, ...]
    """The clauses in which the two differ."""
    changes: tuple[StatusChange, ...]
    """The students whose status differs, in the register's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTotals:
    """One period's counts."""

    students: int
    """Students in membership (students)."""
    absence_rate: Rate | None
    """The rate of absence; null where no day counts."""
    eligible: int
    """Eligible students (students)."""
    chronically_absent: int
    """Of them, the chronically absent (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOutcome:
    """One group in two periods."""

    label: str
    """The group's label, a district's identifier or a grade."""
    before: PeriodTotals
    """Before."""
    after: PeriodTotals
    """After."""
    absence_change: str | None
    """The relative change in the rate of absence (percent); null where there was nothing
    before.
    """
    chronic_change: str | None
    """The relative change in the number of chronically absent students (percent); null where
    there was nothing before.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The change between two periods."""

    pooled: GroupOutcome
    """All students together."""
    by_district: tuple[GroupOutcome, ...]
    """Each district."""
    by_grade: tuple[GroupOutcome, ...]
    """Each grade level."""
    mean_of_districts: float | None
    """The plain mean of the districts' relative changes in the rate of absence, as a
    fraction of 1; null unless every district has one.
    """
    warnings: tuple[ComparabilityWarning, ...]
    """Why the two periods may not be comparable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPart:
    """A part of a day with what is recorded of it."""

    status: AttendanceStatus
    """The status."""
    category: AttendanceCategory | None
    """The category, where there is one."""
    part: Fraction
    """The part of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One student's day at one school."""

    member: bool
    """Whether the student was in membership."""
    recorded: bool
    """Whether attendance is known."""
    mark: tuple[MarkPart, ...]
    """What is recorded, part by part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of the records read: every record is counted in exactly one of the four
    ends.
    """

    read: int
    """Records read."""
    applied: int
    """Records that count as they stand."""
    merged: int
    """Records that say again what another said."""
    superseded: int
    """Records that another of the same day supersedes."""
    rejected: int
    """Records not used, each with a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCount:
    """How many findings of one code there are."""

    code: FindingCode
    """What was wrong."""
    count: int
    """How many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollReport:
    """What became of every enrolment and event of a register's records, and what was found."""

    events: Intake
    """What became of the attendance events."""
    enrollments: Intake
    """What became of the enrolments."""
    findings: tuple[FindingCount, ...]
    """The findings, by code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. It holds identifiers, codes and dates, never names, notes or other free
    text.
    """

    code: FindingCode
    """What was wrong."""
    action: Action
    """What was done."""
    file: str | None
    """The file, without its folder."""
    row: int | None
    """The row or record, from 1."""
    field: str | None
    """The field, where one is to blame."""
    student: str | None
    """The student, where the record names one."""
    school: str | None
    """The school, where the record names one."""
    date: datetime.date | None
    """The date, where the record has one."""
    detail: str | None
    """What was decided and by which rule, in the model's terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The findings: counted, and the first thousand of each code one by one."""

    total: int
    """How many there are."""
    findings: tuple[Finding, ...]
    """The findings, by code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A student's row at a school."""

    student: str
    """The student."""
    school: str
    """The school."""
    membership_days: int
    """Days in membership (days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterShape:
    """What a register holds."""

    students: int
    """How many students."""
    school_days: int
    """How many dates on which any school teaches."""
    rows: tuple[RegisterRow, ...]
    """The rows, one a student and school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedShape(RegisterShape):
    """What a merged register holds."""

    any_order: bool
    """Whether the parts merged backwards are an equal register."""
    equals_records: bool | None
    """Whether it equals the register of the records; null where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BytesAnswer:
    """A register written as bytes and read back."""

    head: str
    """The first ten bytes in hexadecimal."""
    equal: bool
    """Whether what was read back is the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentAnswer:
    """A percentage."""

    percent: str | None
    """The percentage; null where there is nothing to compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAnswer:
    """An amount as text."""

    text: str
    """The text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FractionAnswer:
    """An exact fraction."""

    fraction: Fraction
    """The fraction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdAnswer:
    """Whether parts of wholes meet a threshold."""

    met: tuple[bool, ...]
    """One answer for each part and whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandsAnswer:
    """The bands that parts of wholes are in."""

    bands: tuple[str | None, ...]
    """The band of each part and whole; null where the policy has no bands or there is no
    whole.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRuleAnswer:
    """How much of a day counts as absent."""

    counts: tuple[Fraction, ...]
    """For each part missed, the part that counts (days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAnswer:
    """A policy as it was read."""

    id: str
    """Its identifier."""
    document: PolicyDocument
    """The whole policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCode:
    """A system's code in the model's terms."""

    status: AttendanceStatus
    """The status."""
    category: AttendanceCategory | None
    """The category, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAnswer:
    """What a code means."""

    meaning: AttendanceCode | None
    """The meaning; null where the table does not hold the code."""
    extent: Fraction | None
    """The part of the day that it covers (days); null where the table does not hold the
    code.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorPlacement:
    """A mentor, and where from."""

    mentor: str
    """The mentor."""
    placement: Placement
    """Where the mentor comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContacts:
    """A contact plan of the casebook."""

    plan: str
    """The plan."""
    contacts_per_week: Fraction
    """Contacts in an average week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact of a student, made or attempted."""

    date: datetime.date
    """The date."""
    origin: ContactOrigin
    """Check-in or circle."""
    mentor: str | None
    """The mentor; null of a circle without one."""
    outcome: ContactOutcome
    """Whether it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentBarrier:
    """A barrier of a student."""

    barrier: str
    """The barrier."""
    learnt_on: datetime.date
    """When it was learnt of."""
    learnt_from: BarrierSource
    """Where."""
    resolved_on: datetime.date | None
    """When it was resolved; null where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionHistory:
    """An intervention of a student with its statuses."""

    intervention: str
    """The intervention."""
    history: tuple[InterventionStatusChange, ...]
    """The statuses, from the first to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentFile:
    """What the casebook holds of a student."""

    student: str
    """The student."""
    contacts: tuple[Contact, ...]
    """The contacts, in order of dates."""
    barriers: tuple[StudentBarrier, ...]
    """The barriers."""
    interventions: tuple[InterventionHistory, ...]
    """The interventions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An intervention of the catalogue."""

    intervention: str
    """The intervention."""
    aim: Aim | None
    """What it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casebook:
    """What became of the records of a program."""

    intake: Intake | None
    """What became of the records; null where a reader read them, whose report has it."""
    findings: tuple[FindingCount, ...] | None
    """The findings, by code; null where a reader read the records."""
    mentors: tuple[MentorPlacement, ...]
    """The mentors."""
    plans: tuple[PlanContacts, ...]
    """The contact plans."""
    students: tuple[StudentFile, ...]
    """The students."""
    catalogue: tuple[CatalogueEntry, ...]
    """The interventions."""
    contacts_made: tuple[ContactMade, ...]
    """The contacts that were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCounts:
    """What became of the contacts of a stretch of dates: each is counted in exactly one of
    the five.
    """

    made: int
    """Made, and such as the plan asks for; circles are among them."""
    attempted: int
    """Attempted and not made."""
    other_mode: int
    """Made, in a mode (or circle) that the plan does not count."""
    too_short: int
    """Made, shorter than the plan asks for."""
    outside: int
    """On a date on which nothing is expected: without a primary mentor, or a plan; of a
    mentor, with a student for whom another answers.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksOnPlan:
    """Weeks that ask for at least one contact, and those in which all that was asked for was
    made.
    """

    asking: int
    """Weeks that ask for a contact."""
    on_plan: int
    """Of these, weeks on plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """Assignments that began, and how long the student waited for the first contact, in
    school days.
    """

    met: int
    """Assignments after whose beginning the mentor met the student."""
    days: int
    """School days before the day of the first contact, summed over these (school days)."""
    waiting: int
    """Assignments without a contact so far."""
    waiting_days: int
    """School days waited so far, summed over these (school days)."""
    in_time: int
    """Assignments whose student waited less than a school week, or has so far in an
    assignment that goes on.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCalls:
    """Whole days absent while assigned, and calls home on the same day."""

    absences: int
    """Days absent all day (days)."""
    called: int
    """Of these, days on which somebody called home (days)."""
    reached: int
    """Of these, days on which the family was reached (days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfers:
    """Moves to another school while assigned, and whether mentoring went on."""

    transfers: int
    """Moves of a student who had a primary mentor on the last day at the school left."""
    mentored: int
    """Of these, with a primary mentor on the first day at the new school."""
    same_mentor: int
    """Of these, with one who was there before."""
    contacted: int
    """Of all moves, with a contact made at the new school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dosage:
    """Contacts expected and made over a stretch of dates."""

    students: int
    """Students with at least one assigned school day (students)."""
    assigned_days: int
    """School days in membership on which a plan is in force (school days)."""
    present_days: int
    """Of these, days on which the student was not absent all day (school days)."""
    expected: Fraction
    """Contacts expected over the assigned days (contacts)."""
    expected_present: Fraction
    """Contacts expected over the days present (contacts)."""
    weeks: Fraction
    """Average weeks that the assigned days make (weeks)."""
    contacts: ContactCounts
    """What became of the contacts."""
    in_circles: int
    """Of those made, presences in circles (contacts)."""
    contact_days: int
    """Dates with a contact made, summed over students (days)."""
    minutes: int
    """Minutes of the contacts made (minutes)."""
    minutes_unknown: int
    """Contacts made whose length is not known (contacts)."""
    minutes_per_contact: Fraction | None
    """Minutes of a contact of known length, on average (minutes); null where there is none."""
    fidelity: Rate | None
    """Contacts made of those expected over the assigned days; null where none are expected."""
    fidelity_present: Rate | None
    """Contacts made of those expected over the days present; null where none are expected."""
    contacts_per_week: Fraction | None
    """Contacts made in an average week (contacts a week); null without an assigned day."""
    weeks_on_plan: WeeksOnPlan
    """Weeks on plan, by all assigned days."""
    weeks_on_plan_rate: CountRate | None
    """The share of weeks on plan; null where no week asks for a contact."""
    weeks_on_plan_present: WeeksOnPlan
    """Weeks on plan, by the days present."""
    weeks_on_plan_present_rate: CountRate | None
    """The share of weeks on plan, by the days present; null where no week asks for a
    contact.
    """
    longest_gap: int
    """The most school days in a row without a contact made (school days)."""
    starts: Starts
    """From assignment to first contact."""
    mean_days_to_first_contact: Fraction | None
    """School days to the first contact, on average (school days); null where nobody was met."""
    calls: AbsenceCalls
    """Calls home on days of absence."""
    call_rate: CountRate | None
    """The share of days of absence with a call; null without such a day."""
    reach_rate: CountRate | None
    """The share of days of absence on which the family was reached; null without such a day."""
    transfers: Transfers
    """Continuity over changes of school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DosageAnswer(Dosage):
    """The dosage of a student or a group."""

    circles: int | None
    """Circles held; null of a student."""
    days_since_contact: int | None
    """School days since the last contact made, up to the date asked for (school days); null
    of a group.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """Contacts expected and made, of one student, mentor, school, district or network."""

    id: str | None
    """Whose they are; null for schools of no district and districts of no network, taken
    together.
    """
    dosage: DosageAnswer
    """The contacts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FidelityAnswer:
    """Contacts expected and made, of each one."""

    rows: tuple[Fidelity, ...]
    """In order of identifiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorLoad:
    """A mentor's students on a date."""

    mentor: str
    """The mentor."""
    primary: tuple[str, ...]
    """The students for whom the mentor answers."""
    secondary: tuple[str, ...]
    """The students with whom the mentor helps."""
    capacity: int | None
    """The most students; null where it is not known."""
    room: int | None
    """How many more the mentor can take; null where the capacity is not known."""
    over: int
    """By how many the mentor is over the capacity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loads:
    """The mentors' loads."""

    loads: tuple[MentorLoad, ...]
    """The mentors, in the casebook's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A student who qualifies for a mentor."""

    student: str
    """The student."""
    tier: int
    """The tier of the signs: 2 or 3."""
    absence_rate: Rate | None
    """The rate of absence this year; null where no day counts."""
    mentored: bool
    """Whether a mentor answers for the student on the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of the students who qualify for a mentor, those who have one."""

    qualifying: int
    """Students who qualify (students)."""
    mentored: int
    """Of these, students with a primary mentor (students)."""
    rate: CountRate | None
    """The share; null where nobody qualifies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCoverage(Coverage):
    """The coverage of a school."""

    school: str
    """The school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Who qualifies for a mentor."""

    needs: tuple[Need, ...]
    """The students who qualify, those in greatest need first: by tier, then by rate of
    absence, then by identifier.
    """
    coverage: Coverage
    """Coverage of everybody."""
    coverage_by_school: tuple[SchoolCoverage, ...]
    """Coverage by school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSign:
    """What speaks for a match."""

    sign: MatchSignKind
    """Which of them it is; the fields of the others are `None`."""
    school: str | None = None
    """`school`: The school."""
    students: int | None = None
    """`load`: Students with this match and the others proposed (students)."""
    capacity: int | None = None
    """`load`: The most students (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A proposed match."""

    student: str
    """The student."""
    mentor: str
    """The mentor."""
    signs: tuple[MatchSign, ...]
    """What speaks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """A student for whom nobody can be proposed."""

    student: str
    """The student."""
    reason: NoMatch
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchProposal:
    """Matches for the students who qualify and have no mentor."""

    matches: tuple[Match, ...]
    """The matches, those in greatest need first."""
    unmatched: tuple[Unmatched, ...]
    """The students left without, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRecognition:
    """Something to celebrate with a student, with its numbers."""

    kind: RecognitionKind
    """Which of them it is; the fields of the others are `None`."""
    before: Fraction | None = None
    """`improvement`: Days absent in the stretch before (days)."""
    after: Fraction | None = None
    """`improvement`: Days absent in the last one (days)."""
    days: int | None = None
    """`improvement`: School days of each (school days). `days_in_a_row`: How many (school
    days).
    """
    weeks: int | None = None
    """`perfect_weeks`: How many (weeks)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkReason:
    """A reason to see a student, with its numbers."""

    reason: WorkReasonKind
    """Which of them it is; the fields of the others are `None`."""
    days: int | None = None
    """`returned`: School days in a row with an absence before the return (school days)."""
    days_in_a_row: int | None = None
    """`absent_today`: School days in a row with an absence, the day included (school days).
    `absent_last_school_day`: School days in a row with an absence, the day included
    (school days).
    """
    called: bool | None = None
    """`absent_today`: Whether somebody called home on the day. `absent_last_school_day`:
    Whether somebody called home on the day.
    """
    date: datetime.date | None = None
    """`absent_last_school_day`: That day."""
    school_days: int | None = None
    """`not_met_yet`: School days since then, before the date (school days)."""
    follow_ups: int | None = None
    """`follow_up_due`: How many."""
    due: datetime.date | None = None
    """`follow_up_due`: When the earliest was due."""
    by: int | None = None
    """`overdue`: By how many school days (school days)."""
    since: int | None = None
    """`overdue`: School days since the last contact made, before the date (school days).
    `due`: School days since the last contact made, before the date (school days).
    """
    absences_left: int | None = None
    """`budget_nearly_spent`: Whole days that can still be missed this year (days)."""
    what: StudentRecognition | None = None
    """`celebrate`: What."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistItem:
    """One student of a worklist."""

    student: str
    """The student."""
    has_school: bool | None
    """Whether the student has school on the date; null where the register does not name the
    student.
    """
    reasons: tuple[WorkReason, ...]
    """Why, most pressing first; none where nothing is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """A mentor's students on a date, each once, the most pressing first."""

    items: tuple[WorklistItem, ...]
    """The students for whom the mentor answers on the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BecameChronic:
    """A student who became chronically absent, by the policy, since the week before."""

    student: str
    """The student."""
    before: Status
    """The status a week before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentStreak:
    """A student absent for several school days in a row now."""

    student: str
    """The student."""
    days: int
    """How many (school days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutMentor:
    """A student with early-warning signs and no mentor."""

    student: str
    """The student."""
    tier: int
    """The tier of the signs: 2 or 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueStudent:
    """A student with a mentor whose next contact is overdue, or who was not met yet."""

    student: str
    """The student."""
    mentor: str
    """The mentor."""
    reason: WorkReason
    """Overdue or not met yet, with its numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierGap:
    """A barrier that was raised and that no intervention meets."""

    student: str
    """The student."""
    barrier: str
    """The barrier."""
    learnt_on: datetime.date
    """When it was learnt of."""
    school_days: int
    """School days of the student since then, that day included, before the date asked for
    (school days).
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A contact that cleared a step."""

    on: datetime.date
    """The date of the contact."""
    with_: ContactParty
    """With whom it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step of a ladder as of a date."""

    student: str
    """The student."""
    rule: str
    """The rule."""
    step: OutreachStep
    """The step."""
    cleared_by: ClearedBy
    """Whose contact clears it."""
    met_on: datetime.date
    """The first date on which the rule was met."""
    unsupported_since: datetime.date | None
    """As of when the facts no longer support the firing; null where they do."""
    cleared: Cleared | None
    """The contact that cleared it, if one has by the date."""
    days_open: int
    """The student's days in membership after the one on which the rule was met, up to the
    contact that cleared the step or the date (school days).
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebrate:
    """What there is to celebrate with a student."""

    student: str
    """The student."""
    celebrated: tuple[StudentRecognition, ...]
    """What."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A school team's agenda on a date, over the school's students of that date, in the
    order in which a team takes it up.
    """

    became_chronic: tuple[BecameChronic, ...]
    """Students who became chronically absent since the same weekday of the week before."""
    streaks: tuple[StudentStreak, ...]
    """Students absent for several school days in a row now."""
    without_mentor: tuple[WithoutMentor, ...]
    """Students with early-warning signs and no mentor, the higher tier first."""
    overdue: tuple[OverdueStudent, ...]
    """Students whose next contact is overdue."""
    unmet_barriers: tuple[BarrierGap, ...]
    """Barriers that nothing meets."""
    steps: tuple[LadderStep, ...]
    """Steps of the ladder that are open."""
    celebrate: tuple[Celebrate, ...]
    """Students with something to celebrate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorRow:
    """One mentor in the coordinator's view."""

    mentor: str
    """The mentor."""
    students: int
    """The students for whom the mentor answers (students)."""
    overdue: int
    """Students whose next contact is overdue on the date (students)."""
    not_met_yet: int
    """Students not met since the assignment began (students)."""
    follow_ups_due: int
    """Students with a follow-up of this mentor that is due (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorView:
    """Coverage, fidelity and what is overdue."""

    mentors: tuple[CoordinatorRow, ...]
    """The mentors, in the casebook's order."""
    overdue: int
    """Students whose next contact is overdue, each once (students)."""
    coverage: Coverage
    """Coverage of everybody."""
    dosage: Dosage
    """Dosage and fidelity of the school year up to the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierPrevalence:
    """One barrier in a group."""

    barrier: str
    """The barrier."""
    rate: CountRate | None
    """Students who have it, of those of whom any barrier was ever learnt."""
    met: int
    """Of the students who have it, those of whom an intervention meets it (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RootCauseCount:
    """How many students have a barrier of a root cause."""

    root_cause: RootCause
    """The root cause."""
    students: int
    """The students (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierGroup:
    """The barriers of a group of students."""

    label: str
    """The group's label; `unknown` where it is not known."""
    mentored: int
    """Mentored students of the group on the date (students)."""
    asked: int
    """Students of whom any barrier was ever learnt up to the date: the base of the
    prevalences (students).
    """
    barriers: tuple[BarrierPrevalence, ...]
    """The barriers that occur, in order of root causes and names."""
    by_root_cause: tuple[RootCauseCount, ...]
    """Students with a barrier of each root cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierGroups:
    """The barriers of groups."""

    groups: tuple[BarrierGroup, ...]
    """The groups, in order of their labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierGaps:
    """The barriers that nothing meets."""

    gaps: tuple[BarrierGap, ...]
    """The barriers, student by student."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionCount:
    """How many students an intervention meets."""

    intervention: str
    """The intervention."""
    students: int
    """The students (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierResponse:
    """How one barrier is met."""

    barrier: str
    """The barrier."""
    students: int
    """Students who have it on the date (students)."""
    unmet: int
    """Of these, students of whom nothing meets it (students)."""
    met_by: tuple[InterventionCount, ...]
    """Students of whom an intervention meets it, by intervention; a student may have
    several.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierResponses:
    """What meets each barrier."""

    responses: tuple[BarrierResponse, ...]
    """The barriers that students have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierChange:
    """One barrier on two dates. `before + raised - resolved` is `after`."""

    barrier: str
    """The barrier."""
    before: int
    """Students who had it on the earlier date (students)."""
    raised: int
    """Times it was learnt of after the earlier date, up to the later."""
    resolved: int
    """Times it was resolved from the earlier date on, before the later: on the day of its
    resolution it stands.
    """
    after: int
    """Students who have it on the later date (students)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierChanges:
    """How barriers changed."""

    changes: tuple[BarrierChange, ...]
    """The barriers that stood or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorRecognition:
    """A mentor who kept the plan: in each of so many weeks all that was asked for every
    student was made.
    """

    mentor: str
    """The mentor."""
    weeks: int
    """The weeks that asked for contacts (weeks)."""
    student_weeks: int
    """Weeks of students in them (weeks)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolRecognition:
    """A school that missed less of its last stretch of school days than of the one before."""

    school: str
    """The school."""
    before: Rate
    """The rate of absence in the stretch before."""
    after: Rate
    """The rate of absence in the last one."""
    days: int
    """School days of each (school days)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What there is to celebrate."""

    student: tuple[StudentRecognition, ...] | None
    """With the student; null where none was asked for."""
    mentors: tuple[MentorRecognition, ...]
    """Mentors who kept the plan."""
    schools: tuple[SchoolRecognition, ...]
    """Schools that improved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """How many of some adults attended."""

    attended: int
    """Those who attended."""
    all: int
    """All of them."""
    rate: CountRate | None
    """The share; null where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningShare:
    """How many adults attended a session on one topic."""

    school: str | None
    """The school; null for everybody together."""
    topic: LearningTopic
    """The topic."""
    mentors: Attended
    """Mentors who attended, and all mentors."""
    staff: Attended
    """Staff who are not mentors who attended, and all of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningShares:
    """Adults trained, by topic and school."""

    shares: tuple[LearningShare, ...]
    """Of everybody first, then by school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One measure of a scorecard."""

    aim: Aim
    """The aim that it belongs to."""
    value: Rate | None
    """The share; null where it has no base yet."""
    target: Fraction | None
    """The target; null where none was set."""
    reached: bool | None
    """Whether the target is reached; null without a target or a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The measures of the aims."""

    lines: Mapping[AimMeasure, ScoreLine]
    """The measures, each with its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusHistory:
    """A history of statuses of an intervention."""

    last: InterventionStatus
    """The last status."""
    on: tuple[InterventionStatus | None, ...]
    """The status on each date asked for; null before the first."""
    followers: tuple[InterventionStatus, ...]
    """What may follow the last status."""
    final: bool
    """Whether nothing may follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentView:
    """An assignment in a view."""

    begin: datetime.date
    """The first date."""
    end: datetime.date | None
    """The last date, where it is not after the date of the view."""
    role: AssignmentRole
    """Whether the mentor answers for the plan."""
    tier: Tier | None
    """The tier."""
    end_reason: EndReason | None
    """Why it ended, where it has."""
    mentor: str | None
    """The mentor, where the role may know."""
    mentor_name: str | None = field(repr=False)
    """The mentor's name, where the role may know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact in a view."""

    date: datetime.date
    """The date."""
    time: datetime.time | None
    """The time."""
    mode: ContactMode
    """How it took place."""
    minutes: int | None
    """Its length (minutes)."""
    outcome: ContactOutcome
    """Whether it was made."""
    origin: ContactOrigin
    """Check-in or circle."""
    feeling: int | None
    """How the student feels about school, 1 to 5."""
    mentor: str | None
    """The mentor, where the role may know."""
    strengths: tuple[str, ...] = field(repr=False)
    """Strengths that showed, where the role may know."""
    goals: tuple[str, ...] = field(repr=False)
    """Goals that were set, where the role may know."""
    note: str | None = field(repr=False)
    """The note, where the role may read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call home in a view."""

    date: datetime.date
    """The date."""
    outcome: CallOutcome
    """What became of it."""
    mentor: str | None
    """The mentor who called, where the role may know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A follow-up in a view."""

    raised_on: datetime.date
    """When it was promised."""
    due: datetime.date
    """By when."""
    done_on: datetime.date | None
    """When it was done, up to the date of the view."""
    mentor: str | None
    """Who is to do it, where the role may know."""
    what: str | None = field(repr=False)
    """What, where the role may know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierView:
    """A barrier in a view."""

    learnt_on: datetime.date
    """When it was learnt of."""
    barrier: str
    """Which."""
    learnt_from: BarrierSource
    """Where it was learnt of."""
    resolved_on: datetime.date | None
    """When it was resolved, up to the date of the view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentView:
    """A student in a view."""

    student: str
    """The identifier; for an analyst a number of this view."""
    assignments: tuple[AssignmentView, ...]
    """The assignments that began up to the date."""
    contacts: tuple[ContactView, ...]
    """The contacts."""
    calls: tuple[CallView, ...]
    """The calls home."""
    follow_ups: tuple[FollowUpView, ...]
    """The follow-ups."""
    barriers: tuple[BarrierView, ...]
    """The barriers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleView:
    """A circle in a view."""

    date: datetime.date
    """The date."""
    kind: CircleKind
    """What it gathered."""
    mode: ContactMode
    """How it took place."""
    minutes: int | None
    """Its length (minutes)."""
    students_present: int
    """How many students were present."""
    guardians: int
    """How many guardians were present."""
    staff: int
    """How many of the staff were present besides the mentors."""
    students: tuple[str, ...]
    """Those of the students who are in view, where the role knows persons."""
    mentors: tuple[str, ...]
    """The mentors present, where the role knows persons."""
    note: str | None = field(repr=False)
    """The note, where the role may read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewView:
    """An empathy interview in a view."""

    date: datetime.date
    """The date."""
    party: InterviewParty
    """With whom."""
    barriers: tuple[str, ...]
    """Barriers that were named."""
    student: str | None
    """The student, where the role knows persons."""
    note: str | None = field(repr=False)
    """The note, where the role may read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConveningView:
    """A convening in a view."""

    date: datetime.date
    """The date."""
    districts: tuple[str, ...]
    """The districts that came."""
    feedback: tuple[int, ...]
    """How many rated it 1 to 5."""
    shared: str | None = field(repr=False)
    """What was shared, for the coordinator and the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewTotals:
    """How many records there are up to the date, seen or not, and how many notes the role
    does not see.
    """

    students: int
    """Students whom a record up to the date names."""
    contacts: int
    """Contacts, made and attempted."""
    calls: int
    """Calls home."""
    circles: int
    """Circles."""
    notes_withheld: int
    """Notes on check-ins, circles and interviews of the view that are withheld from the
    role.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The records of a casebook as one role may see them on a date. What the role may not
    see is not in it.
    """

    role: Role
    """For whom."""
    as_of: datetime.date
    """As of when."""
    students: tuple[StudentView, ...]
    """The students, in the order of identifiers; for an analyst in the order of their
    numbers.
    """
    circles: tuple[CircleView, ...]
    """The circles with one of these students, in order of dates."""
    interviews: tuple[InterviewView, ...]
    """The interviews with or about one of these students, or about one of the schools, in
    order of dates.
    """
    convenings: tuple[ConveningView, ...]
    """The convenings, in order of dates."""
    totals: ViewTotals
    """What the view is taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The numbers by which a rule was met, as of the date on which it was."""

    kind: FactKind
    """Which of them it is; the fields of the others are `None`."""
    counted: Fraction | None = None
    """`absences`: How many days they amount to (days). `unexcused`: How many days they
    amount to (days).
    """
    dates: tuple[datetime.date, ...] | None = None
    """`absences`: The dates that counted. `unexcused`: The dates that counted. `streak`: The
    days, as many as were asked for.
    """
    rate: Rate | None = None
    """`absence_rate`: The rate."""
    membership_days: int | None = None
    """`absence_rate`: Days in membership (days)."""
    tier: int | None = None
    """`early_warning`: The tier that they name: 2 or 3."""
    signs: tuple[WarningSign, ...] | None = None
    """`early_warning`: The signs."""
    absent: Fraction | None = None
    """`chronic`: Absent (policy's unit)."""
    of: Fraction | None = None
    """`chronic`: What counts (policy's unit)."""
    school: str | None = None
    """`chronic`: The school that finds so, where the policy decides at each school."""
    before: Rate | None = None
    """`no_improvement`: The rate of absence of the earlier stretch."""
    last: Rate | None = None
    """`no_improvement`: The rate of absence of the last days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """A rule of a ladder that a student met, with everything that it takes to see why."""

    student: str
    """The student."""
    rule: str
    """The rule."""
    step: OutreachStep
    """The step it leads to."""
    cleared_by: ClearedBy
    """Whose contact clears the step."""
    met_on: datetime.date
    """The first date on which the rule was met."""
    facts: Facts
    """The numbers on that date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firings:
    """The rules of a ladder that students met."""

    firings: tuple[Firing, ...]
    """The firings, by student and in the ladder's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiringKey:
    """Of whom and by which rule a firing is."""

    student: str
    """The student."""
    rule: str
    """The rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFiring(FiringKey):
    """A firing that is new."""

    met_on: datetime.date
    """The first date on which the rule was met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderUpdate:
    """What an update changed."""

    fired: tuple[NewFiring, ...]
    """The firings that are new, by student and in the ladder's order."""
    unsupported: tuple[FiringKey, ...]
    """The firings that the facts no longer support."""
    supported_again: tuple[FiringKey, ...]
    """The firings that they support again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry(FiringKey):
    """A firing in a log, and whether the facts still support it."""

    met_on: datetime.date
    """The first date on which the rule was met."""
    supported: bool
    """Whether the facts still support it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderLog:
    """The firings made in a school year. A student and a rule have one, however often the
    rule is crossed.
    """

    updates: tuple[LadderUpdate, ...]
    """What each update changed."""
    entries: tuple[LogEntry, ...]
    """The firings."""
    steps: tuple[LadderStep, ...]
    """The steps that they lead to."""
    open: tuple[FiringKey, ...]
    """Those of the steps that are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a question has no answer. The message names fields and identifiers, never what is
    said about a person.
    """

    kind: ProblemKind
    """What it is about."""
    code: str
    """The error's name in lower_snake."""
    message: str
    """What is wrong, and what to do."""
    field: str | None = None
    """The field to blame, where there is one."""


ANSWERS: Final[Mapping[str, type]] = {
    "rate": PercentAnswer,
    "amount": TextAnswer,
    "fraction": FractionAnswer,
    "threshold": ThresholdAnswer,
    "bands": BandsAnswer,
    "day_rule": DayRuleAnswer,
    "policy": PolicyAnswer,
    "code": CodeAnswer,
    "relative_change": PercentAnswer,
    "report": RollReport,
    "findings": Findings,
    "day": Day,
    "tally": Tally,
    "standing": Standing,
    "streaks": Streaks,
    "truancy": Truancies,
    "absence_budget": BudgetAnswer,
    "projection": ProjectionAnswer,
    "early_warnings": EarlyWarnings,
    "series": Series,
    "measure": MeasureTable,
    "student_table": StudentTable,
    "transitions": Transitions,
    "policy_difference": PolicyDifference,
    "outcome": Outcome,
    "register": RegisterShape,
    "merge": MergedShape,
    "bytes": BytesAnswer,
}
"""The answer of each question."""

MENTORING_ANSWERS: Final[Mapping[str, type]] = {
    "casebook": Casebook,
    "dosage": DosageAnswer,
    "fidelity": FidelityAnswer,
    "loads": Loads,
    "needs": Needs,
    "propose_matches": MatchProposal,
    "worklist": Worklist,
    "agenda": Agenda,
    "coordinator": CoordinatorView,
    "barriers": BarrierGroups,
    "barrier_gaps": BarrierGaps,
    "barrier_responses": BarrierResponses,
    "barrier_changes": BarrierChanges,
    "recognition": Recognition,
    "learning_shares": LearningShares,
    "scorecard": Scorecard,
    "status_history": StatusHistory,
    "view": View,
    "firings": Firings,
    "ladder_log": LadderLog,
}
"""The answer of each question about mentoring."""
