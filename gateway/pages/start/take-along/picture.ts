/** The properties of style that the look of a drawing depends on. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
] as const;

const margin = 12;
const sourceHeight = 22;
const svgNamespace = 'http://www.w3.org/2000/svg';

/** Pixels of a bitmap for each pixel of the page. */
const scale = 2;

/** A picture of the page as a file of its own: with its styles, its background, and a line that says where it is from. */
export function standaloneSvg(shown: SVGSVGElement, source: string): string {
  const { width, height } = shown.getBoundingClientRect();
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const originals = [shown, ...shown.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  copies.forEach((element, place) => {
    const original = originals[place];
    if (original) {
      copyStyle(original, element);
    }
  });
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(margin));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const [fullWidth, fullHeight] = [width + 2 * margin, height + 2 * margin + sourceHeight];
  const page = getComputedStyle(document.body);
  const svg = made('svg', { viewBox: `0 0 ${fullWidth} ${fullHeight}`, width: fullWidth, height: fullHeight });
  const line = made('text', {
    x: margin,
    y: fullHeight - margin,
    fill: page.color,
    'font-size': 11,
    'font-family': page.fontFamily,
  });
  line.textContent = source;
  svg.append(made('rect', { width: '100%', height: '100%', fill: page.backgroundColor }), copy, line);
  return new XMLSerializer().serializeToString(svg);
}

/** A picture as the bytes of a PNG file, at twice the size of the page. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) {
        resolve(blob);
      } else {
        reject(new Error('The picture is too large.'));
      }
    }, 'image/png');
  });
}

/** Gives a file to the reader. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

function copyStyle(from: SVGElement, to: SVGElement): void {
  const style = getComputedStyle(from);
  for (const name of properties) {
    to.style.setProperty(name, style.getPropertyValue(name));
  }
  to.removeAttribute('class');
}

function made<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element;
}
