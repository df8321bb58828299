// The page's side of the worker.

import EngineWorker from './worker?worker&inline'
import type { Answers, Problem, Progress, Questions, Said } from './protocol'

/** Problems that came back in the place of an answer. */
export class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('; '))
    this.name = 'Refused'
  }
}

interface Waiting {
  done(value: Answers[keyof Answers]): void
  fail(why: Error): void
  told?: ((progress: Progress) => void) | undefined
}

/** A worker that reads and answers, so that the page never freezes. */
export class Engine {
  #worker = new EngineWorker()
  #waiting = new Map<number, Waiting>()
  #last = 0

  constructor() {
    this.#worker.addEventListener('message', (event: MessageEvent<Said>) => this.#hear(event.data))
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault()
      this.#failAll(new Error('the part of the page that reads and calculates has stopped'))
    })
  }

  /** Asks; `told` hears how far it is. */
  ask<K extends keyof Questions>(
    ask: K,
    about: Questions[K],
    { told, transfer = [] }: { told?: (progress: Progress) => void; transfer?: Transferable[] } = {},
  ): Promise<Answers[K]> {
    const id = (this.#last += 1)
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done: done as Waiting['done'], fail, told })
      this.#worker.postMessage({ id, ask, about }, transfer)
    })
  }

  /** Ends the worker and gives back its memory. */
  close(): void {
    this.#worker.terminate()
    this.#waiting.clear()
  }

  #hear(said: Said): void {
    const waiting = this.#waiting.get(said.id)
    if (!waiting) return
    if ('progress' in said) return waiting.told?.(said.progress)
    this.#waiting.delete(said.id)
    if ('value' in said) waiting.done(said.value)
    else waiting.fail(new Refused(said.problems))
  }

  #failAll(why: Error): void {
    for (const waiting of this.#waiting.values()) waiting.fail(why)
    this.#waiting.clear()
  }
}
