// The entry for browsers, bundlers and workers.

import load from './wasm/homeroom.js'
import { start } from './engine.js'

export * from './homeroom.js'

let loading

export function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(start, (problem) => {
    loading = undefined
    throw problem
  })
  return loading
}
