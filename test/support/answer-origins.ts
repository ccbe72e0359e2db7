/** How many answers a gateway counts as kept, shared and executed. */
export async function originsOf(url: string): Promise<Readonly<Record<string, number>>> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const counts = metrics.matchAll(/^jiedui_answer_origins_total\{origin="(\w+)"\} (\d+)/gm);
  return Object.fromEntries(Array.from(counts, ([, origin = '', count]) => [origin, Number(count)]));
}
