//! One student's two years, simulated by itself: a function of the settings and the student's number alone.

use crate::{
    Collaborative, Days, Event, Person,
    attendance::attend,
    certain,
    network::{GRADES, SCHOOLS},
    random::{Purpose, Stream},
    stays::{Stay, stays},
};
use homeroom::{Enrollment, ExitDay, SchoolId, SchoolYear, Student, StudentId};

/// The fewest days in membership of the first year on which an eligible student's share of absence rests.
pub const LEAST_MEMBERSHIP: u32 = 20;

/// A simulated student: enrolments, attendance, and the truth behind them.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedStudent {
    /// The identifier.
    pub id: StudentId,
    /// Who the student is.
    pub person: Person,
    /// What happened in each of the two years.
    pub years: [Days; 2],
    /// Whether the share of absence of the first year made the student eligible for a mentor in the second.
    pub eligible: bool,
    /// Where the student is mentored, the second year as it would have been without.
    pub without_mentor: Option<Days>,
    /// The records of each year, in the order of dates.
    pub events: [Vec<Event>; 2],
    pub(crate) stays: Vec<Stay>,
}

impl SimulatedStudent {
    pub(crate) fn new(network: &Collaborative, index: u32, id: StudentId) -> Self {
        let settings = network.settings();
        let mut stream = Stream::new(settings.seed_number(), Purpose::Person(index));
        let person = Person::new(settings, index, &mut stream);
        let stays = stays(network, &person, index, &mut stream);
        let live = |year: usize, relief: f64| {
            let of_year: Vec<Stay> = stays.iter().copied().filter(|stay| stay.year == year).collect();
            let days = Stream::new(settings.seed_number(), Purpose::Days { student: index, year });
            attend(settings, &network.years()[year], &of_year, &person, relief, days)
        };
        let (first, first_events) = live(0, 1.0);
        let (without, without_events) = live(1, 1.0);
        let high = settings.eligible_from().cmp_ratio(first.absent.into(), first.membership.into()).is_ge();
        let eligible = high && first.membership >= LEAST_MEMBERSHIP && without.membership > 0;
        let mentored = eligible && person.lot < settings.share_mentored().to_f64();
        let relief = 1.0 - settings.true_effect().to_f64();
        let (second, second_events) = if mentored { live(1, relief) } else { (without, without_events) };
        Self {
            id,
            years: [first, second],
            eligible,
            without_mentor: mentored.then_some(without),
            events: [first_events, second_events],
            person,
            stays,
        }
    }

    /// The enrolments of a school year, in order of entry.
    pub fn enrollments(&self, network: &Collaborative, year: SchoolYear) -> Vec<Enrollment> {
        let plans = network.years();
        let of_year = self.stays.iter().filter(|stay| plans[stay.year].year == year);
        of_year.map(|stay| self.enrollment(network, stay)).collect()
    }

    fn enrollment(&self, network: &Collaborative, stay: &Stay) -> Enrollment {
        let dates = &network.years()[stay.year].dates;
        let school = certain(SchoolId::new(SCHOOLS[stay.school].id));
        let open = Enrollment::new(self.id.clone(), school, dates[stay.first]).in_grade(GRADES[stay.grade]);
        let closed = certain(open.exit(dates[stay.last], ExitDay::Inclusive));
        let shared = certain(closed.share_of(stay.share));
        if stay.primary { shared } else { shared.secondary() }
    }

    /// The student as the roster has it.
    pub fn student(&self, network: &Collaborative) -> Student {
        let mut student = Student::new(self.id.clone());
        for stay in &self.stays {
            student.set_grade(network.years()[stay.year].year, GRADES[stay.grade]);
        }
        for (name, value) in self.attributes() {
            student.set_attribute(name, value);
        }
        student
    }

    /// The subgroup attributes, `yes` or `no`, and the language of the home.
    pub fn attributes(&self) -> [(&'static str, &'static str); 4] {
        let Person { english_learner, disability, economically_disadvantaged, home_language, .. } =
            self.person;
        let said = |yes| if yes { "yes" } else { "no" };
        [
            ("english_learner", said(english_learner)),
            ("disability", said(disability)),
            ("economically_disadvantaged", said(economically_disadvantaged)),
            ("home_language", home_language),
        ]
    }
}
