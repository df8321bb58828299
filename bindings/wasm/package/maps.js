// Written by `cargo xtask generate` from crates/homeroom-wire/schema. Do not edit.

/**
 * Properties whose values are maps, with how many maps lie within each other: the keys of a map are
 * data or terms, and are not renamed.
 * @type {Readonly<Record<string, number>>}
 */
export const MAPS = Object.freeze({
  attributes: 2,
  categories: 1,
  districts: 1,
  kinds: 1,
  lines: 1,
  networks: 1,
  statuses: 1,
  table: 1,
});
