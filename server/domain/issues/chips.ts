// Words a phone offers so that a clinic writes little: causes, and what was done, taken from the measures.

/** Proposed by us; the sources ask only that a root cause be found. */
export const causeChips: readonly string[] = [
  '采购或补货不及时',
  '没有按时登记',
  '不清楚标准',
  '人手不足',
  '设备或场地不够',
  '制度没有落实',
  '其他原因',
];

export const otherCause = '其他原因';

const longestLabel = 8;

export const actionChips = (measures: string): { label: string; sentence: string }[] =>
  measures
    .split(/[；;。\n]/)
    .map((measure) => measure.trim())
    .filter((measure) => measure !== '')
    .slice(0, 6)
    .map((measure) => ({
      label: measure.length > longestLabel ? `${measure.slice(0, longestLabel - 1)}…` : measure,
      sentence: `已${measure.replace(/^已/, '')}。`,
    }));
