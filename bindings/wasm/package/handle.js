import { kindOf, misuse } from './misuse.js'

let open

/** What lies in the WebAssembly's memory until it is freed. */
export class Handle {
  #inner

  constructor(inner) {
    if (typeof inner?.free !== 'function') {
      throw misuse('no_constructor', `a ${new.target.name} is made by ${new.target.name}.fromRecords and its like`)
    }
    this.#inner = inner
  }

  free() {
    this.#inner?.free()
    this.#inner = undefined
  }

  [Symbol.dispose ?? Symbol('dispose')]() {
    this.free()
  }

  static {
    open = (handle, kind, name) => {
      if (!(handle instanceof kind)) throw misuse('not_a_handle', `\`${name}\` must be a ${kind.name}, and is ${kindOf(handle)}`)
      if (handle.#inner === undefined) throw misuse('freed', `this ${kind.name} was freed`)
      return handle.#inner
    }
  }
}

export { open }
