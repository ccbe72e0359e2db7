import type { DatabaseTarget } from '../platform/database.js';
import { openGraph, openUnmigrated, type Graph } from '../platform/graph.js';
import { copyBuiltDatabases } from '../platform/import/built-databases.js';
import { resumeImports } from '../platform/import/interrupted-imports.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';

/** A graph that is ready to be served, and what people should know about its start. */
export interface PreparedGraph {
  readonly graph: Graph;
  /** A line for each data set that was loaded. */
  readonly loaded: readonly string[];
  /** A message for each import that could not be resumed. */
  readonly problems: readonly string[];
}

/** Opens and migrates the databases, loads the shipped data and resumes interrupted imports. */
export async function prepareGraph(target: DatabaseTarget): Promise<PreparedGraph> {
  const names = subgraphs.map(({ name }) => name);
  const isCopied = target.engine === 'sqlite' && copyBuiltDatabases(target.folder, names);
  const graph = await openGraph(subgraphs, target);
  const results = await importShipped(graph);
  const loaded = results
    .filter(({ rows }) => isCopied || rows > 0)
    .map(({ dataset, rows }) => `Loaded the data set ${dataset}${rows > 0 ? `: ${rows} rows` : ''}.`);
  return { graph, loaded, problems: await resumeImports(graph) };
}

/** Opens the databases of a graph that has been prepared. */
export function openPrepared(target: DatabaseTarget): Promise<Graph> {
  return openUnmigrated(subgraphs, target);
}
