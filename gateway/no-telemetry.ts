/**
 * Import this file first: unless this variable is set before `@apollo/gateway` is loaded, that reports to its vendor and
 * queries cloud metadata services.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
