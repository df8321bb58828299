// Definitions as data: policies and ladders.

import { fromWire, toWire } from './codec.js'
import { call } from './engine.js'
import { text } from './misuse.js'
import * as wasm from './wasm/homeroom.js'

class Document {
  #document

  constructor(document) {
    this.#document = document
  }

  get id() {
    return this.#document.id
  }

  toObject() {
    return fromWire(this.#document)
  }

  toJson() {
    return JSON.stringify(this.#document)
  }

  toJSON() {
    return this.#document
  }

  choice() {
    return { document: this.#document }
  }
}

function read(kind, run) {
  const answer = call(run)
  return answer.ok ? { ok: true, value: new kind(JSON.parse(answer.value)) } : answer
}

export class Policy extends Document {
  static presets() {
    return call(() => wasm.policyPresets()).value
  }

  static preset(id) {
    return read(Policy, () => wasm.policy(JSON.stringify({ preset: text(id, 'id') })))
  }

  static fromJson(json) {
    return read(Policy, () => wasm.policyFromJson(text(json, 'json')))
  }

  static fromToml(toml) {
    return read(Policy, () => wasm.policyFromToml(text(toml, 'toml')))
  }

  changed(overrides) {
    const choice = { ...this.choice(), overrides: toWire(overrides, 'overrides') }
    return read(Policy, () => wasm.policy(JSON.stringify(choice)))
  }
}

export class Ladder extends Document {
  static presets() {
    return call(() => wasm.ladderPresets()).value
  }

  static preset(id) {
    return read(Ladder, () => wasm.ladder(JSON.stringify({ preset: text(id, 'id') })))
  }

  static fromJson(json) {
    return read(Ladder, () => wasm.ladderFromJson(text(json, 'json')))
  }

  static fromToml(toml) {
    return read(Ladder, () => wasm.ladderFromToml(text(toml, 'toml')))
  }
}
