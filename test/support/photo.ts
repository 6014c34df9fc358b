// Photos for tests: real JPEG bytes, different for every number.
import sharp from 'sharp';

export const photoOf = (number: number, size = 800): Promise<Buffer> => {
  const stripe = 40 + ((number * 53) % 160);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${(size * 3) / 4}"><rect width="100%" height="100%" fill="hsl(${(number * 67) % 360} 40% 70%)"/>${Array.from({ length: 8 }, (_, index) => `<rect x="${(index * stripe * ((number % 5) + 1)) % size}" y="${((index * 71 * (number + 3)) % (size * 0.6)) | 0}" width="${stripe}" height="${60 + ((number * 29 + index * 17) % 120)}" fill="hsl(${(number * 31 + index * 45) % 360} 60% 45%)"/>`).join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
};
