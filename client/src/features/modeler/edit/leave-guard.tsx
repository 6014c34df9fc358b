// Asks before a page with unsaved work is left, inside the product and by the browser.
import { Modal } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

export const LeaveGuard = ({ unsaved }: { unsaved: boolean }): ReactNode => {
  const { t } = useTranslation('models');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return blocker.state === 'blocked' ? (
    <Modal
      open
      title={t('leaveTitle')}
      okText={t('stay')}
      cancelText={t('leave')}
      onOk={() => blocker.reset()}
      onCancel={() => blocker.proceed()}
      closable={false}
      mask={{ closable: false }}
    >
      {t('leaveText')}
    </Modal>
  ) : null;
};
