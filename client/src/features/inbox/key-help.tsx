// Every key of the inbox on one sheet.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../shared/ui/index.ts';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['↓', 'next'],
  ['↑', 'previous'],
  ['Enter', 'openTask'],
  ['Esc', 'back'],
  ['S', 'snooze'],
  ['R', 'letIn'],
  ['X', 'choose'],
  ['Ctrl Enter', 'submit'],
  ['Ctrl K', 'search'],
  ['?', 'help'],
] as const;

export const KeyHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('inbox');
  return (
    <Modal open={open} footer={null} title={t('keys.title')} onCancel={onClose} width={420}>
      <table className="plain-table">
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <KeyCap>{key}</KeyCap>
              </th>
              <td>{t(`keys.${meaning}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t('keys.note')}</p>
    </Modal>
  );
};
