import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const LIMIT = 350_000

test('the WebAssembly is small enough to be loaded', () => {
  const raw = readFileSync(new URL('../package/wasm/homeroom_bg.wasm', import.meta.url))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  }
  const brotli = brotliCompressSync(raw, { params }).length
  const gzip = gzipSync(raw, { level: 9 }).length
  console.log(`homeroom_bg.wasm: ${raw.length} bytes, ${gzip} with gzip, ${brotli} with brotli (at most ${LIMIT})`)
  assert.ok(brotli <= LIMIT, `${brotli} bytes with brotli, more than ${LIMIT}`)
})
