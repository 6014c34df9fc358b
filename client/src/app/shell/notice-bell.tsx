// What happened that this person should know: a bell, a short list, each with its link.
import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct, useApi } from '../../shared/query/index.ts';
import { shortTime } from '../../shared/time/index.ts';
import { EmptyNote } from '../../shared/ui/index.ts';

export const NoticeBell = () => {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const notices = useApi('GET /api/notifications', {}).data ?? [];
  const unread = notices.filter((notice) => !notice.read);
  const read = useAct('POST /api/notifications/read');
  const markRead = (ids: string[]): void =>
    read.mutate(
      { body: { ids } },
      { onSettled: () => void client.invalidateQueries({ queryKey: ['GET /api/notifications'] }) },
    );
  const list = (
    <div className="notices">
      {unread.length === 0 ? null : (
        <Button type="link" size="small" onClick={() => markRead(unread.map((notice) => notice.id))}>
          {t('notices.readAll')}
        </Button>
      )}
      {notices.length === 0 ? <EmptyNote>{t('notices.empty')}</EmptyNote> : null}
      <ul>
        {notices.slice(0, 30).map((notice) => (
          <li key={notice.id} className={notice.read ? 'quiet' : ''}>
            <Link
              to={notice.link}
              onClick={() => {
                setOpen(false);
                if (!notice.read) markRead([notice.id]);
              }}
            >
              {notice.title}
            </Link>
            <div className="small">{notice.detail}</div>
            <div className="small quiet">{shortTime(notice.at)}</div>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={list}
      title={t('notices.title')}
    >
      <Button
        type="text"
        aria-label={t('notices.label', { count: unread.length })}
        icon={
          <span className="bell">
            <BellOutlined style={{ fontSize: 17 }} />
            {unread.length === 0 ? null : <span className="bell-count">{unread.length}</span>}
          </span>
        }
      />
    </Popover>
  );
};
