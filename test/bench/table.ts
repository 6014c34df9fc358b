// Figures as a table a closing note can take over, with the target where there is one.
export type Line = { readonly what: string; readonly figure: string; readonly target?: string; readonly met?: boolean };

export function print(title: string, lines: readonly Line[]): void {
  const rows = lines.map(({ what, figure, target = '', met }) => [
    what,
    figure,
    target,
    met === undefined ? '' : met ? 'yes' : 'NO',
  ]);
  const table = [['', 'measured', 'target', 'met'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  process.stdout.write(`\n${title}\n`);
  for (const row of table)
    process.stdout.write(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
}

export const atMost = (what: string, value: number, unit: string, limit: number, digits = 1): Line => ({
  what,
  figure: `${value.toFixed(digits)} ${unit}`,
  target: `≤ ${limit} ${unit}`,
  met: value <= limit,
});

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
