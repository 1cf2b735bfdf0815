// The examples of a specification's `spec.txt` as JSON, one object per line, on stdout:
//   node crates/model/tests/spec/examples.mjs spec.txt > crates/model/tests/spec/gfm.json
// An example stands between two fences of 32 backticks, its HTML below a line with a dot.
import { readFileSync } from "node:fs";

const fence = "`".repeat(32);
const examples = [];
let section = "";
let open = null;
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  if (open === null) {
    const heading = /^#+ (.*)/.exec(line);
    if (heading) section = heading[1];
    if (line.startsWith(`${fence} example`)) {
      open = { extension: line.slice(fence.length + " example".length).trim(), lines: [] };
    }
  } else if (line === fence) {
    const dot = open.lines.indexOf(".");
    const text = (lines) => lines.map((one) => `${one}\n`).join("").replaceAll("→", "\t");
    examples.push({
      example: examples.length + 1,
      section,
      extension: open.extension,
      markdown: text(open.lines.slice(0, dot)),
      html: text(open.lines.slice(dot + 1)),
    });
    open = null;
  } else {
    open.lines.push(line);
  }
}
process.stdout.write(`[\n${examples.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
