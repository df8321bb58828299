"""The mentoring program: mentors, assignments, check-ins, barriers, over a school year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, Self, TypeVar, final

from homeroom import _codec, _homeroom, _html, answers, records
from homeroom._ask import ask, question
from homeroom.errors import RequestError
from homeroom.ladder import Ladder
from homeroom.ladder import chosen as chosen_ladder
from homeroom.policy import Policy, chosen
from homeroom.register import Register
from homeroom.table import Table, findings

__all__ = ["Program"]

Record = Mapping[str, Any]


T = TypeVar("T")


@final
class Program:
    """The records of a mentoring program over the register of a school year.

    A program does not change. Every question is given its ``policy`` and the date ``as_of`` which it is asked. Records
    are typed ones or dicts with the same names; ``before`` is the register of the year before.

    >>> from homeroom import examples
    >>> program = examples.program()
    >>> program
    <Program over 2022: 1 mentor, 1 student, 2 contacts>
    >>> [item.student for item in program.worklist(mentor="m1", policy="edfacts", as_of=examples.AS_OF)]
    ['s1']
    """

    __slots__ = ("_handle", "_records", "before", "register")

    _handle: _homeroom.Program
    _records: str | None

    register: Register
    """The register of the year."""

    before: Register | None
    """The register of the year before."""

    def __init__(
        self,
        register: Register,
        *,
        before: Register | None = None,
        mentors: Iterable[records.Mentor | Record] = (),
        plans: Iterable[records.ContactPlan | Record] = (),
        assignments: Iterable[records.Assignment | Record] = (),
        check_ins: Iterable[records.CheckIn | Record] = (),
        circles: Iterable[records.Circle | Record] = (),
        home_calls: Iterable[records.HomeCall | Record] = (),
        follow_ups: Iterable[records.FollowUp | Record] = (),
        barriers: Iterable[records.BarrierRecord | Record] = (),
        interventions: Iterable[records.Intervention | Record] = (),
        student_interventions: Iterable[records.StudentIntervention | Record] = (),
        intervention_statuses: Iterable[records.InterventionStatusRecord | Record] = (),
        staff: Iterable[records.StaffMember | Record] = (),
        learning_sessions: Iterable[records.LearningSession | Record] = (),
        convenings: Iterable[records.Convening | Record] = (),
        interviews: Iterable[records.EmpathyInterview | Record] = (),
        celebrations: Iterable[records.Celebration | Record] = (),
    ) -> None:
        given: dict[str, Iterable[object]] = {
            "mentors": mentors,
            "plans": plans,
            "assignments": assignments,
            "check_ins": check_ins,
            "circles": circles,
            "home_calls": home_calls,
            "follow_ups": follow_ups,
            "barriers": barriers,
            "interventions": interventions,
            "student_interventions": student_interventions,
            "intervention_statuses": intervention_statuses,
        }
        around: dict[str, Iterable[object]] = {
            "staff": staff,
            "learning_sessions": learning_sessions,
            "convenings": convenings,
            "interviews": interviews,
            "celebrations": celebrations,
        }
        encoded: dict[str, Any] = {name: _codec.encode(list(of), name) for name, of in given.items()}
        encoded["program"] = {name: _codec.encode(list(of), name) for name, of in around.items()}
        self._open(register, before, json.dumps(encoded))

    @classmethod
    def from_json(cls, register: Register, text: str, *, before: Register | None = None) -> Self:
        """A program of the JSON of the contract: the value of ``mentoring`` in records."""
        program = object.__new__(cls)
        program._open(register, before, _codec.text(text, "text"))
        return program

    def _open(self, register: Register, before: Register | None, text: str) -> None:
        for name, of in (("register", register), ("before", before)):
            if of is not None and not isinstance(of, Register):
                raise RequestError(f"`{name}` is to be a `Register`", code="wrong_type", field=name)
        handle = None if before is None else before._handle
        self._handle = _homeroom.Program.from_json(register._handle, handle, text)
        self.register, self.before, self._records = register, before, text

    @classmethod
    def _of(cls, handle: _homeroom.Program) -> Self:
        program = object.__new__(cls)
        before = handle.register_before
        program._handle, program._records = handle, None
        program.register = Register._of(handle.register)
        program.before = None if before is None else Register._of(before)
        return program

    # Questions

    def ask_json(self, text: str) -> str:
        """Answers a request of the contract: JSON in, JSON out. Nothing is raised; the answer says what is wrong."""
        return self._handle.ask_json(_codec.text(text, "text"))

    def casebook(self, *, policy: Policy | str, as_of: date) -> answers.Casebook:
        """What became of the records, and what was made of them."""
        return self._answer("casebook", {}, answers.Casebook, policy, as_of)

    def dosage(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        student: str | None = None,
        mentor: str | None = None,
        school: str | None = None,
        district: str | None = None,
        network: str | None = None,
        since: date | None = None,
    ) -> answers.DosageAnswer:
        """Contacts expected and made: overall, or of one student, mentor, school, district or network.

        ``since`` is the first date, the beginning of the school year where nothing is said.

        >>> from homeroom import examples
        >>> dosage = examples.program().dosage(policy="edfacts", as_of=examples.AS_OF, student="s1")
        >>> dosage.contacts.made, dosage.fidelity.percent
        (2, '66.7')
        """
        given = {"student": student, "mentor": mentor, "school": school, "district": district, "network": network}
        named = {name: _codec.text(id, name) for name, id in given.items() if id is not None}
        if len(named) > 1:
            raise RequestError(
                f"a dosage is of one of {' and '.join(f'`{name}`' for name in named)}",
                code="dosage_of",
                field=next(iter(named)),
            )
        asked = {"of": named or None, "since": None if since is None else _codec.day(since, "since")}
        return self._answer("dosage", asked, answers.DosageAnswer, policy, as_of)

    def fidelity(
        self,
        *,
        by: Literal["student", "mentor", "school", "district", "network"],
        policy: Policy | str,
        as_of: date,
        since: date | None = None,
    ) -> Table[answers.Fidelity]:
        """Contacts expected and made, one row for each student, mentor, school, district or network.

        >>> from homeroom import examples
        >>> table = examples.program().fidelity(by="mentor", policy="edfacts", as_of=examples.AS_OF)
        >>> table[0].id, table[0].dosage.expected, table[0].dosage.fidelity.percent
        ('m1', Fraction(3, 1), '66.7')
        """
        asked = {"by": _codec.text(by, "by"), "since": None if since is None else _codec.day(since, "since")}
        columns = self._handle.table(json.dumps(self._question("fidelity", asked, policy, as_of)))

        def rows() -> tuple[answers.Fidelity, ...]:
            answer: answers.FidelityAnswer = self._answer("fidelity", asked, answers.FidelityAnswer, policy, as_of)
            return answer.rows

        return Table(rows, answers.Fidelity, columns)

    def findings(self) -> Table[answers.Finding] | None:
        """What was wrong with which record, and what was done: the first thousand of each code. ``None`` of a program that a
        reader made, whose findings are the dataset's."""
        columns = self._handle.findings()
        return None if columns is None else findings(columns)

    def loads(
        self, *, policy: Policy | str, as_of: date, rules: records.CapacityRules | Record | None = None
    ) -> Table[answers.MentorLoad]:
        """How many students each mentor has, and has room for."""
        return self._table("loads", {"rules": rules}, "loads", answers.MentorLoad, policy, as_of)

    def needs(
        self, *, policy: Policy | str, as_of: date, rules: records.NeedRules | Record | None = None
    ) -> answers.Needs:
        """Who qualifies for a mentor, and who of them has one."""
        return self._answer("needs", {"rules": rules}, answers.Needs, policy, as_of)

    def propose_matches(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        needs: records.NeedRules | Record | None = None,
        capacity: records.CapacityRules | Record | None = None,
        rules: records.MatchRules | Record | None = None,
    ) -> answers.MatchProposal:
        """A proposal: which mentor for whom, in order of need."""
        asked = {"needs": needs, "capacity": capacity, "rules": rules}
        return self._answer("propose_matches", asked, answers.MatchProposal, policy, as_of)

    def worklist(
        self,
        *,
        mentor: str,
        policy: Policy | str,
        as_of: date,
        rules: records.WorklistRules | Record | None = None,
    ) -> Table[answers.WorklistItem]:
        """Whom a mentor is to see, and why, in order."""
        asked = {"mentor": _codec.text(mentor, "mentor"), "rules": rules}
        return self._table("worklist", asked, "items", answers.WorklistItem, policy, as_of)

    def agenda(
        self,
        *,
        school: str,
        policy: Policy | str,
        as_of: date,
        ladder: Ladder | str | None = None,
        rules: records.AgendaRules | Record | None = None,
    ) -> answers.Agenda:
        """What a school's attendance team looks at."""
        chosen = None if ladder is None else chosen_ladder(ladder)
        asked = {"school": _codec.text(school, "school"), "rules": rules, "ladder": chosen}
        return self._answer("agenda", asked, answers.Agenda, policy, as_of)

    def coordinator(self, *, policy: Policy | str, as_of: date) -> answers.CoordinatorView:
        """The coordinator's counts: mentors, coverage, what is overdue."""
        return self._answer("coordinator", {}, answers.CoordinatorView, policy, as_of)

    def barriers(
        self, *, policy: Policy | str, as_of: date, by: str | None = None
    ) -> Table[answers.BarrierGroup]:
        """What gets in the way: of all, or by school, district, grade, tier or an attribute."""
        return self._table("barriers", {"by": by}, "groups", answers.BarrierGroup, policy, as_of)

    def barrier_gaps(
        self, *, policy: Policy | str, as_of: date, at_least: int
    ) -> Table[answers.BarrierGap]:
        """The barriers that nothing meets, for at least so many school days."""
        asked = {"at_least": _codec.whole(at_least, "at_least")}
        return self._table("barrier_gaps", asked, "gaps", answers.BarrierGap, policy, as_of)

    def barrier_responses(self, *, policy: Policy | str, as_of: date) -> Table[answers.BarrierResponse]:
        """What meets each barrier."""
        return self._table("barrier_responses", {}, "responses", answers.BarrierResponse, policy, as_of)

    def barrier_changes(
        self, *, policy: Policy | str, as_of: date, since: date
    ) -> Table[answers.BarrierChange]:
        """How barriers changed since an earlier date."""
        asked = {"since": _codec.day(since, "since")}
        return self._table("barrier_changes", asked, "changes", answers.BarrierChange, policy, as_of)

    def recognition(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        student: str | None = None,
        rules: records.RecognitionRules | Record | None = None,
    ) -> answers.Recognition:
        """What to celebrate: with a student, with mentors, with schools."""
        asked = {"student": student, "rules": rules}
        return self._answer("recognition", asked, answers.Recognition, policy, as_of)

    def learning_shares(self, *, policy: Policy | str, as_of: date) -> Table[answers.LearningShare]:
        """Adults trained, by school and topic."""
        return self._table("learning_shares", {}, "shares", answers.LearningShare, policy, as_of)

    def scorecard(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        targets: Sequence[records.AimTarget | Record] = (),
    ) -> answers.Scorecard:
        """The measures of the program's aims."""
        return self._answer("scorecard", {"targets": list(targets)}, answers.Scorecard, policy, as_of)

    def view(
        self,
        viewer: Literal["mentor", "team", "coordinator", "network", "analyst"],
        id: str | None = None,
        *,
        policy: Policy | str,
        as_of: date,
    ) -> answers.View:
        """What a role may see: a mentor, the team of a school, the coordinator of a district or of all, the network, an
        analyst. ``id`` is the mentor's, school's or district's."""
        choice: Any = viewer if viewer in ("network", "analyst") and id is None else {viewer: id}
        return self._answer("view", {"viewer": choice}, answers.View, policy, as_of)

    def firings(
        self, *, ladder: Ladder | str, policy: Policy | str, as_of: date
    ) -> Table[answers.Firing]:
        """The rules of a ladder that students met."""
        return self._table("firings", {"ladder": chosen_ladder(ladder)}, "firings", answers.Firing, policy, as_of)

    def ladder_log(
        self,
        *,
        ladder: Ladder | str,
        policy: Policy | str,
        updates: Sequence[date | Record],
        contacts: Sequence[records.ContactMade | Record] = (),
        as_of: date | None = None,
    ) -> answers.LadderLog:
        """A ladder's log over updates, each a date, or one with what is amended in the register before. Its open steps are
        those of ``as_of``, the last update's date where nothing is said."""
        made = [{"as_of": _codec.day(one, "updates")} if isinstance(one, date) else one for one in updates]
        asked = {"ladder": chosen_ladder(ladder), "updates": made, "contacts": list(contacts)}
        return self._answer("ladder_log", asked, answers.LadderLog, policy, as_of)

    def _question(
        self, name: str, asked: Mapping[str, Any], policy: Policy | str, as_of: date | None
    ) -> dict[str, Any]:
        encoded = {key: _codec.encode(item, key) for key, item in asked.items()}
        # What nothing is said of is left out: the contract says what holds then.
        optional = {} if as_of is None and name == "ladder_log" else {"as_of": _codec.day(as_of, "as_of")}
        return {"policy": chosen(policy), **optional, "ask": {"mentoring": question(name, **encoded)}}

    def _request(self, name: str, asked: Mapping[str, Any], policy: Policy | str, as_of: date | None) -> Any:
        return ask(self._handle.ask_json, self._question(name, asked, policy, as_of))

    def _answer(self, name: str, asked: Mapping[str, Any], of: type[T], policy: Policy | str, as_of: date | None) -> T:
        answer: T = _codec.decode(self._request(name, asked, policy, as_of), of)
        return answer

    def _table(
        self, name: str, asked: Mapping[str, Any], key: str, of: type[T], policy: Policy | str, as_of: date
    ) -> Table[T]:
        rows = self._request(name, asked, policy, as_of)[key]
        return Table([_codec.decode(row, of) for row in rows], of)

    # As a value

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        if self._records is None:
            raise TypeError("a program that a reader made cannot be pickled; read the folder again")
        return _unpickled, (self.register, self.before, self._records)

    def __repr__(self) -> str:
        return f"<Program over {self.register.school_year}: {', '.join(self._counts())}>"

    def _counts(self) -> list[str]:
        counts = (("mentor", self._handle.mentors), ("student", self._handle.students))
        counted = [f"{number:,} {what}{'' if number == 1 else 's'}" for what, number in counts]
        contacts = self._handle.contacts
        return [*counted, f"{contacts:,} contact{'' if contacts == 1 else 's'}"]

    def _repr_html_(self) -> str:
        heading = _html.heading(f"Mentoring program over {self.register.school_year}")
        return heading + _html.table(("records",), [(count,) for count in self._counts()])


def _unpickled(register: Register, before: Register | None, text: str) -> Program:
    return Program.from_json(register, text, before=before)
