/**
 * The types of records in the whole graph, each with its CSV table: the types that implement Reported, Pairing apart.
 * A type's table and root fields are named after it: `JobFair` has the fields `jobFair` and `jobFairs`.
 */
export const recordTables = {
  Provision: 'provisions.csv',
  Exchange: 'exchanges.csv',
  Outcome: 'outcomes.csv',
  Coverage: 'coverages.csv',
  Fund: 'funds.csv',
  Project: 'projects.csv',
  Sale: 'sales.csv',
  Enterprise: 'enterprises.csv',
  Facility: 'facilities.csv',
  JobFair: 'job_fairs.csv',
  JobOffer: 'job_offers.csv',
  Placement: 'placements.csv',
  Station: 'stations.csv',
  Course: 'courses.csv',
  Secondment: 'secondments.csv',
  ExpertExchange: 'expert_exchanges.csv',
} as const;

export type RecordName = keyof typeof recordTables;
