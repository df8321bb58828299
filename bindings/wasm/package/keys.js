/** Maps whose keys are data (identifiers, terms, names): their keys stay as they are. */
export const DATA_KEYS = new Set([
  'attributes',
  'by_root_cause',
  'categories',
  'coverage_by_school',
  'districts',
  'met_by',
  'networks',
  'not_eligible',
  'statuses',
  'table',
])
