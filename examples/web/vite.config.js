import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const data = fileURLToPath(new URL('../data', import.meta.url))

// Scripts, styles and requests of this origin alone; the worker is made from a script of the page, so that the same
// policy binds it. Nothing that is read can leave.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'worker-src blob:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')

/** The sample, served beside the page: copied when the page is built, not kept twice. */
function sample() {
  const files = () => readdirSync(data).filter((file) => file.endsWith('.csv'))
  return {
    name: 'sample',
    generateBundle() {
      for (const file of files()) {
        this.emitFile({ type: 'asset', fileName: `sample/${file}`, source: readFileSync(join(data, file)) })
      }
      this.emitFile({ type: 'asset', fileName: 'sample/index.json', source: JSON.stringify(files()) })
    },
    configureServer(server) {
      server.middlewares.use('/sample', (request, response, next) => {
        const file = basename(new URL(request.url, 'http://localhost').pathname)
        if (file === 'index.json') return response.end(JSON.stringify(files()))
        if (!existsSync(join(data, file))) return next()
        createReadStream(join(data, file)).pipe(response)
      })
    },
  }
}

/** The policy as the page itself says it, so that it holds wherever the page is served. The development server needs more. */
function privacy() {
  return {
    name: 'privacy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
  }
}

export default defineConfig({
  base: './',
  plugins: [sample(), privacy()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  preview: { host: '127.0.0.1' },
  // The npm package stands beside this folder, not in it.
  server: { host: '127.0.0.1', fs: { allow: [repository] } },
})
