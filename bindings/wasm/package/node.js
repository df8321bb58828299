// The entry for Node: the WebAssembly is read from the package at once, so that nothing need be awaited.

import { readFileSync } from 'node:fs'
import { initSync } from './wasm/homeroom.js'
import { start } from './engine.js'

export * from './homeroom.js'

initSync({ module: readFileSync(new URL('./wasm/homeroom_bg.wasm', import.meta.url)) })
start()

export async function init() {}
