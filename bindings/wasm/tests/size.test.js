import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// What it is to come to, and what has been reached: it may not grow from there.
const AIM = 350_000
const LIMIT = { forSize: 465_000, forSpeed: 515_000 }

test('the WebAssembly does not grow', () => {
  const raw = readFileSync(new URL('../package/wasm/homeroom_bg.wasm', import.meta.url))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  }
  // A standard library that is not built for size brings the texts of its panics.
  const std = raw.includes('attempt to add with overflow') ? 'forSpeed' : 'forSize'
  const limit = LIMIT[std]
  const note = std === 'forSize' ? '' : '; std was not built for size, with which it may have ' + LIMIT.forSize
  const brotli = brotliCompressSync(raw, { params }).length
  const gzip = gzipSync(raw, { level: 9 }).length
  console.log(`homeroom_bg.wasm: ${raw.length} raw, ${gzip} with gzip, with brotli ${brotli} bytes of at most ${limit}, the aim is ${AIM}${note}`)
  assert.ok(brotli <= limit, `${brotli} bytes with brotli, more than ${limit}`)
})
