// The worker: hears questions, answers them, and says what went wrong in a form that can be shown.

import * as engine from './engine'
import type { Problem, Question, Said } from './protocol'

const say = (said: Said): void => postMessage(said)

addEventListener('message', (event: MessageEvent<Question>) => {
  const { id } = event.data
  answer(event.data).catch((error: unknown) => say({ id, problems: problemsOf(error) }))
})

async function answer(question: Question): Promise<void> {
  const { id } = question
  switch (question.ask) {
    case 'open':
      return say({ id, value: await engine.open(question.about, (progress) => say({ id, progress })) })
    case 'day':
      return say({ id, value: engine.day(question.about) })
    case 'worklist':
      return say({ id, value: engine.worklist(question.about) })
  }
}

function problemsOf(error: unknown): Problem[] {
  const { problems, message } = error as { problems?: Problem[]; message?: string }
  return problems ?? [{ kind: 'page', code: 'failed', message: message ?? String(error) }]
}
