/** The JSON door: text in, text out. */
export function throughJson(homeroom, input) {
  return JSON.parse(homeroom.askJson(JSON.stringify(input)))
}
