// How many students are chronically absent, district by district?
import { readFileSync, readdirSync } from "node:fs";
import { readFiles, unwrap } from "homeroom";

const folder = "examples/data";
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
const data = unwrap(readFiles(files));
const register = data.registers.get(Math.max(...data.registers.keys()));

const by = ["district"];
const { groups } = unwrap(register.measure({ policy: "massachusetts", asOf: "2026-02-10", by }));
for (const { labels, headline } of groups) {
  const percent = headline.chronicRate?.percent ?? "-";
  console.log(
    `${labels[0]}: ${headline.chronicallyAbsent} of ${headline.eligible} students chronically absent, ${percent} %`,
  );
}
