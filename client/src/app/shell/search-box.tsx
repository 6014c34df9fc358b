// Looks a unit, a ledger number or a problem up in the ledger; Ctrl K reaches it from everywhere.
import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { InputRef } from 'antd';
import { useKeys } from '../../shared/keyboard/index.ts';
import { queryString } from '../../shared/api/index.ts';
import { KeyCap } from '../../shared/ui/index.ts';

export const SearchBox = () => {
  const { t } = useTranslation('shell');
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const campaignId = new URLSearchParams(useLocation().search).get('campaignId');
  useKeys({ 'Ctrl+K': () => box.current?.focus({ cursor: 'all' }) });
  return (
    <Input
      ref={box}
      className="search-box"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={60}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<KeyCap>Ctrl K</KeyCap>}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) void navigate(`/ledger${queryString({ campaignId, q: text.trim() })}`);
      }}
    />
  );
};
