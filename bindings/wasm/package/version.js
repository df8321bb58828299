export const VERSION = '0.1.0'
export const DEFINITIONS_VERSION = '2026.1'
