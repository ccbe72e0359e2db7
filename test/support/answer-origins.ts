/** How many answers a gateway counts as kept, shared and executed. */
export async function originsOf(url: string): Promise<Readonly<Record<string, number>>> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Object.fromEntries(
    [...metrics.matchAll(/^jiedui_answer_origins_total\{origin="(\w+)"\} (\d+)/gm)].map(([, origin, count]) => [
      origin,
      Number(count),
    ]),
  );
}
