/** The length up to which the slips of a text are listed; of a longer one they are too many. */
const longestText = 16;

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** What a text in Latin letters may be meant for: all that differ in one letter, added, left out, wrong or swapped. */
export function slipsOf(text: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(text) || text.length > longestText) {
    return [];
  }
  const places = Array.from({ length: text.length + 1 }, (_, place) => place);
  return [
    ...new Set(
      places.flatMap((place) => {
        const [before, after] = [text.slice(0, place), text.slice(place)];
        return [
          before + after.slice(1),
          before + after.charAt(1) + after.charAt(0) + after.slice(2),
          ...letters.flatMap((letter) => [before + letter + after.slice(1), before + letter + after]),
        ];
      }),
    ),
  ];
}
