import assert from 'node:assert/strict'
import { families } from './suite.js'

/** Prints what ran through each door, and fails where a case got another answer or a family is missing without a reason. */
export function report(results, place) {
  for (const { door, families: ran, skipped, without, wrong } of results) {
    const count = Object.values(ran).reduce((sum, n) => sum + n, 0)
    console.log(`${count} cases through door ${door} in ${place}, in ${Object.keys(ran).length} of ${families.length} families`)
    for (const [family, reason] of Object.entries(without)) console.log(`  no ${family} through door ${door}: ${reason}`)
    for (const { id, reason } of skipped) console.log(`  not through door ${door}: ${id}: ${reason}`)
    assert.deepEqual(wrong, [], `door ${door} in ${place}`)
    const missing = families.filter((family) => !(family in ran) && !(family in without))
    assert.deepEqual(missing, [], `families neither run nor excused, door ${door} in ${place}`)
    const both = families.filter((family) => family in ran && family in without)
    assert.deepEqual(both, [], `families that run and are excused, door ${door} in ${place}`)
  }
}
