// The antd theme, by the same tokens as our own styles.
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    // darker under the pointer: the usual lighter blue leaves white words too faint
    colorPrimaryHover: '#0747ad',
    colorLink: '#0958d9',
    colorLinkHover: '#0747ad',
    colorInfo: '#0958d9',
    colorError: '#c0281c',
    colorWarning: '#8f5200',
    colorSuccess: '#1a7037',
    colorText: '#1c2126',
    colorTextSecondary: '#4d5560',
    colorTextTertiary: '#656d78',
    colorTextPlaceholder: '#656d78',
    // what may not be changed is still read: a running campaign's dates and limits
    colorTextDisabled: '#656d78',
    colorTextDescription: '#656d78',
    colorBgLayout: '#f5f6f8',
    colorBorder: '#d0d5db',
    colorBorderSecondary: '#e4e7eb',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif",
    controlItemBgActive: '#eaf2ff',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
    Segmented: { trackBg: '#eef0f3' },
    Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0 0 12px 0' },
    Form: { itemMarginBottom: 12 },
  },
};
