// How many students are chronically absent, district by district?
import { readFileSync, readdirSync } from "node:fs";
import { readFiles } from "homeroom";

const folder = "examples/data";
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
const data = readFiles(files);
if (!data.ok) throw new Error(data.problems[0].message);

const register = data.value.registers.at(-1);
const measured = register.measure({ policy: "massachusetts", asOf: "2026-02-10", by: ["district"] });
if (!measured.ok) throw new Error(measured.problems[0].message);

for (const { labels, headline } of measured.value.groups) {
  const percent = headline.chronicRate ? headline.chronicRate.percent : "-";
  console.log(
    `${labels[0]}: ${headline.chronicallyAbsent} of ${headline.eligible} students chronically absent, ${percent} %`,
  );
}
