/**
 * `@apollo/gateway` reports to its vendor and asks cloud metadata services who it runs for, unless this is set before
 * it is loaded. Import this file first.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
