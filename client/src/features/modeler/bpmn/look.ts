// How diagrams are written: our fonts, so that Chinese labels are measured as they are shown.
const fontFamily = "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',sans-serif";
export const textRenderer = {
  defaultStyle: { fontFamily, fontSize: 13, lineHeight: 1.3 },
  externalStyle: { fontSize: 12, lineHeight: 1.3 },
};
