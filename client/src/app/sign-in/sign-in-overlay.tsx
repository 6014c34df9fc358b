// Asks for the password again when the session has ended; the page below keeps everything typed.
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contracts/session.ts';
import { installSessionGate } from '../../shared/api/index.ts';
import { SignInForm } from './sign-in-form.tsx';

export const SignInOverlay = ({ me }: { me: Me }) => {
  const { t } = useTranslation('shell');
  const [passed, setPassed] = useState<(() => void) | null>(null);
  useEffect(() => {
    installSessionGate(() => new Promise((resolve) => setPassed(() => resolve)));
    return () => installSessionGate(null);
  }, []);
  const done = (): void => {
    passed?.();
    setPassed(null);
  };
  return (
    <Modal
      open={passed !== null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      title={t('signIn.again')}
      destroyOnHidden
      zIndex={2000}
    >
      <p>{t('signIn.againNote')}</p>
      <SignInForm fixedName={me.username} onDone={done} />
    </Modal>
  );
};
