"""How many students are chronically absent, district by district?"""

from datetime import date

import homeroom

data = homeroom.read_folder("examples/data")
register = data.registers[max(data.registers)]

for group in register.measure(policy="massachusetts", as_of=date(2026, 2, 10), by=["district"]):
    students = group.headline
    percent = students.chronic_rate.percent if students.chronic_rate else "-"
    print(
        f"{group.labels[0]}: {students.chronically_absent} of {students.eligible} students "
        f"chronically absent, {percent} %"
    )
