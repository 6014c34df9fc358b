// The state of an inspection in word, icon and colour.
import {
  AuditOutlined,
  CarOutlined,
  CheckCircleFilled,
  CheckOutlined,
  ClockCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ComponentType } from 'react';
import type { InspectionDetail } from '#contracts/inspections.ts';

const looks: Record<InspectionDetail['state'], { icon: ComponentType; tone: string }> = {
  planned: { icon: ClockCircleOutlined, tone: 'tone-warn' },
  approved: { icon: CheckCircleFilled, tone: 'tone-green' },
  started: { icon: CarOutlined, tone: 'tone-blue' },
  recording: { icon: CarOutlined, tone: 'tone-blue' },
  opinionIssued: { icon: AuditOutlined, tone: 'tone-violet' },
  published: { icon: CheckOutlined, tone: 'support' },
  closed: { icon: CheckOutlined, tone: 'support' },
  cancelled: { icon: StopOutlined, tone: 'quiet' },
};

export const InspectionState = ({ state }: { state: InspectionDetail['state'] }) => {
  const { t } = useTranslation('inspection');
  const { icon: Icon, tone } = looks[state];
  return (
    <span className={`icon-word ${tone}`}>
      <Icon aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
};
