import { toWire } from './codec.js'
import { call } from './engine.js'
import { Handle, open } from './handle.js'
import { text } from './misuse.js'
import { Ladder } from './policy.js'
import { Register } from './register.js'
import { asked, optionsOf, requestOf } from './request.js'
import { tableOf } from './table.js'
import * as wasm from './wasm/homeroom.js'

export class Program extends Handle {
  static fromRecords(register, records, options) {
    const json = JSON.stringify(toWire(optionsOf(records, 'fromRecords'), 'records'))
    return opened(register, json, options)
  }

  static fromJson(register, json, options) {
    return opened(register, text(json, 'json'), options)
  }

  askJson(request) {
    return open(this, Program, 'this').askJson(text(request, 'request'))
  }

  casebook(options) {
    return ask(this, 'casebook', options)
  }

  dosage(options) {
    return ask(this, 'dosage', options)
  }

  fidelity(options) {
    const request = JSON.stringify(requestOf('fidelity', options, { mentoring: true }))
    const answer = call(() => open(this, Program, 'this').table(request))
    return answer.ok ? { ok: true, value: tableOf(answer.value) } : answer
  }

  findings() {
    const findings = open(this, Program, 'this').findings()
    return findings === undefined ? null : tableOf(findings)
  }

  loads(options) {
    return ask(this, 'loads', options)
  }

  needs(options) {
    return ask(this, 'needs', options)
  }

  proposeMatches(options) {
    return ask(this, 'propose_matches', options)
  }

  worklist(options) {
    return ask(this, 'worklist', options)
  }

  agenda(options) {
    return ask(this, 'agenda', withLadder(options))
  }

  coordinator(options) {
    return ask(this, 'coordinator', options)
  }

  barriers(options) {
    return ask(this, 'barriers', options)
  }

  barrierGaps(options) {
    return ask(this, 'barrier_gaps', options)
  }

  barrierResponses(options) {
    return ask(this, 'barrier_responses', options)
  }

  barrierChanges(options) {
    return ask(this, 'barrier_changes', options)
  }

  recognition(options) {
    return ask(this, 'recognition', options)
  }

  learningShares(options) {
    return ask(this, 'learning_shares', options)
  }

  scorecard(options) {
    return ask(this, 'scorecard', options)
  }

  view(options) {
    return ask(this, 'view', options)
  }

  firings(options) {
    return ask(this, 'firings', withLadder(options))
  }

  ladderLog(options) {
    return ask(this, 'ladder_log', withLadder(options))
  }
}

function opened(register, json, options) {
  const { before } = optionsOf(options, 'a program')
  const current = open(register, Register, 'register')
  const answer = call(() =>
    before === undefined
      ? wasm.Program.fromJson(current, json)
      : wasm.Program.fromJsonWith(current, open(before, Register, 'before'), json),
  )
  return answer.ok ? { ok: true, value: new Program(answer.value) } : answer
}

function ask(program, name, options) {
  return asked(requestOf(name, options, { mentoring: true }), (text) => program.askJson(text))
}

// A ladder may be given as the name of a preset or as what `Ladder` read.
function withLadder(options) {
  const { ladder, ...rest } = optionsOf(options, 'a ladder')
  if (ladder === undefined) return rest
  if (typeof ladder === 'string') return { ...rest, ladder: { preset: ladder } }
  return { ...rest, ladder: ladder instanceof Ladder ? { document: ladder.toObject() } : ladder }
}
