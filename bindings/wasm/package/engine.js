import { misuse } from './misuse.js'

let started = false

/** The WebAssembly can be called from now on. */
export function start() {
  started = true
}

/** What a call of the WebAssembly gives as an answer: problems come out of it as the thrown text of one. */
export function call(run) {
  if (!started) throw misuse('not_initialized', 'homeroom is not loaded yet: `await init()` first')
  try {
    return { ok: true, value: run() }
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown
    return settled(JSON.parse(thrown))
  }
}

/** An answer as it is given to the caller: what only the program can mend is thrown, the rest returned. */
export function settled(answer) {
  const wrong = answer.ok ? undefined : answer.problems.find(({ kind }) => kind === 'request' || kind === 'column')
  if (wrong) throw misuse(wrong.code, wrong.message)
  return answer
}
