// Drawn pictures for the demo's evidence: shelves, few boxes before and full ones after, no two alike.
import sharp from 'sharp';

const width = 480;
const height = 360;
const shelves = 5;
const boxes = 9;

/** Small generator, so that the same number always draws the same picture. */
const dice = (seed: number): (() => number) => {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

export const drawnPhoto = (seed: number, filled: boolean): Promise<Buffer> => {
  const roll = dice(seed);
  const gap = height / shelves;
  const shapes: string[] = [];
  for (let shelf = 0; shelf < shelves; shelf += 1) {
    const floor = (shelf + 1) * gap - 10;
    let left = roll() * 40;
    for (let box = 0; box < boxes && left < width; box += 1) {
      const wide = 20 + roll() * 62;
      const tall = 16 + roll() * (gap - 32);
      if (roll() < (filled ? 0.9 : 0.4))
        shapes.push(
          `<rect x="${left.toFixed(0)}" y="${(floor - tall).toFixed(0)}" width="${wide.toFixed(0)}" height="${tall.toFixed(0)}" fill="hsl(${(roll() * 360).toFixed(0)} 45% ${(25 + roll() * 55).toFixed(0)}%)"/>`,
        );
      left += wide + roll() * 26;
    }
    shapes.push(`<rect x="0" y="${floor.toFixed(0)}" width="${width}" height="8" fill="#6b5844"/>`);
  }
  const wall = `hsl(${(roll() * 360).toFixed(0)} 18% ${(60 + roll() * 30).toFixed(0)}%)`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${wall}"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
};
