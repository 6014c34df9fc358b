// The one way to show a ledger status: word, icon and colour together.
import {
  AuditOutlined,
  CheckCircleFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  RollbackOutlined,
  SafetyCertificateOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ComponentType } from 'react';
import type { StatusWord } from '../status/index.ts';

const looks: Record<StatusWord, { icon: ComponentType; tone: string }> = {
  notStarted: { icon: MinusCircleOutlined, tone: 'tone-grey' },
  rectifying: { icon: ToolOutlined, tone: 'tone-blue' },
  toVerify: { icon: AuditOutlined, tone: 'tone-violet' },
  struckOff: { icon: CheckCircleFilled, tone: 'tone-green' },
  watching: { icon: SafetyCertificateOutlined, tone: 'tone-teal' },
  relapse: { icon: RollbackOutlined, tone: 'tone-wine' },
  overdue: { icon: ExclamationCircleFilled, tone: 'tone-bad' },
};
export const statusTone = (status: StatusWord): string => looks[status].tone;

export const StateWord = ({ status, count }: { status: StatusWord; count?: number }) => {
  const { t } = useTranslation('shared');
  const { icon: Icon, tone } = looks[status];
  return (
    <span className={`icon-word ${tone}`}>
      <Icon aria-hidden />
      <span>
        {t(`status.${status}`)}
        {count === undefined ? '' : ` ${count}`}
      </span>
    </span>
  );
};
